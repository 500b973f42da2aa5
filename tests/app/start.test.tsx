import { act, screen, waitFor } from '@testing-library/react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { startApp } from '../../src/app/start.tsx'
import { schedulerKey, schedulerSettingsOf } from '../../src/core/scheduler.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { bundle, note } from '../support/bundles.ts'
import { testDb } from '../support/test-db.ts'
import { setSetting, studyingApp, testApp } from '../support/test-app.tsx'

const AZ104 = bundle('1', [note('a')])

async function start(app: App): Promise<void> {
  window.history.replaceState(null, '', '/')
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  onTestFinished(() => {
    act(() => root.unmount())
    element.remove()
  })
  await act(() => startApp(app, root))
}

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
  delete document.documentElement.dataset['theme']
})

describe('starting', () => {
  test('shows the app in the theme that was chosen', async () => {
    const app = await studyingApp([AZ104])
    await setSetting(app, 'theme', 'dark')
    await start(app)
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('1 new')
    expect(document.documentElement.dataset['theme']).toBe('dark')
  })

  test('computes the card states anew when the scheduler changed', async () => {
    const app = await studyingApp([AZ104])
    await app.db.local.put({ key: 'projection', value: 'an older scheduler' })
    await start(app)
    await screen.findByRole('heading', { level: 1 })
    const { value } = (await app.db.local.get('projection')) ?? {}
    expect(value).toBe(schedulerKey(schedulerSettingsOf(await loadSettings(app.db))))
  })

  test('says why storage cannot be opened, and opens it when tried again', async () => {
    const app = testApp()
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    })
    await start(app)
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'Cirrus cannot store anything here.',
    )
    expect(screen.getByText(/private window/)).toBeVisible()
    open.mockRestore()
    act(() => screen.getByRole('button', { name: 'Try again' }).click())
    expect(await screen.findByRole('heading', { name: /Which exam/ })).toBeVisible()
  })

  test('refuses data of a newer version of the app, and says so', async () => {
    const app = testApp()
    const newer = testDb(app.db.name)
    newer.version(99).stores({ later: 'id' })
    await newer.open()
    newer.close()
    await start(app)
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'This tab is older than your data.',
    )
    expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible()
  })
})

test('when another tab upgrades the database, this one asks for a reload', async () => {
  const app = await studyingApp([AZ104])
  await start(app)
  await screen.findByRole('heading', { level: 1 })
  const newer = testDb(app.db.name)
  newer.version(99).stores({ later: 'id' })
  await newer.open()
  await waitFor(() => expect(app.updates.state.get()).toBe('shut'))
  expect(await screen.findByText(/updated in another tab/)).toBeVisible()
})
