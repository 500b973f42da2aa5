import { describe, expect, test, vi } from 'vitest'
import { serviceWorkerUpdates } from '../../src/app/updates.ts'

/** A service worker that can be told to have found a new version. */
function registered() {
  let found: (() => void) | undefined
  const letIn = vi.fn<() => Promise<void>>(async () => {})
  const reload = vi.fn<() => void>()
  const updates = serviceWorkerUpdates((options) => {
    found = options.onNeedRefresh
    return letIn
  }, reload)
  return { updates, letIn, reload, find: () => found?.() }
}

describe('a new version', () => {
  test('waits until it is asked for', () => {
    const { updates, letIn, find } = registered()
    expect(updates.state.get()).toBe('none')
    find()
    expect(updates.state.get()).toBe('ready')
    expect(letIn).not.toHaveBeenCalled()
    updates.update()
    expect(letIn).toHaveBeenCalledOnce()
  })

  test('that another tab let in already is reached by a reload', () => {
    const { updates, letIn, reload, find } = registered()
    updates.state.set('outdated')
    find()
    expect(updates.state.get()).toBe('outdated')
    updates.update()
    expect(reload).toHaveBeenCalledOnce()
    expect(letIn).not.toHaveBeenCalled()
  })
})
