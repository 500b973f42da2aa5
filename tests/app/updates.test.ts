import { describe, expect, test, vi } from 'vitest'
import { serviceWorkerUpdates } from '../../src/app/updates.ts'

/** A service worker that can be told what happens to it. */
function registered() {
  const events: Partial<Record<'found' | 'takenOver', () => void>> = {}
  const look = vi.fn<() => Promise<void>>(async () => {})
  const letIn = vi.fn<() => Promise<void>>(async () => {})
  const reload = vi.fn<() => void>()
  const updates = serviceWorkerUpdates(({ onNeedRefresh, onNeedReload, onRegisteredSW }) => {
    events.found = onNeedRefresh
    events.takenOver = onNeedReload
    onRegisteredSW('/sw.js', { update: look })
    return letIn
  }, reload)
  return { updates, look, letIn, reload, ...events }
}

describe('a new version', () => {
  test('waits until it is asked for, and the page is loaded anew once it has taken over', () => {
    const { updates, letIn, reload, found, takenOver } = registered()
    expect(updates.state.get()).toBe('none')
    found?.()
    expect(updates.state.get()).toBe('ready')
    expect(letIn).not.toHaveBeenCalled()
    updates.update()
    expect(letIn).toHaveBeenCalledOnce()
    expect(reload).not.toHaveBeenCalled()
    takenOver?.()
    expect(reload).toHaveBeenCalledOnce()
  })

  test('that another tab let in does not reload this one until it is asked for', () => {
    const { updates, letIn, reload, found, takenOver } = registered()
    found?.()
    takenOver?.()
    expect(updates.state.get()).toBe('outdated')
    expect(reload).not.toHaveBeenCalled()
    updates.update()
    expect(reload).toHaveBeenCalledOnce()
    expect(letIn).not.toHaveBeenCalled()
  })

  test('is looked for every hour', () => {
    vi.useFakeTimers()
    const { look } = registered()
    vi.advanceTimersByTime(2.5 * 3_600_000)
    expect(look).toHaveBeenCalledTimes(2)
    vi.useRealTimers()
  })
})
