import { screen, waitFor, within } from '@testing-library/react'
import { fireEvent } from '@testing-library/dom'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { schedulerKey, schedulerSettingsOf } from '../../src/core/scheduler.ts'
import { StorageFault } from '../../src/db/faults.ts'
import { ownDecks } from '../../src/db/own-decks.ts'
import { setOwnNoteDeleted } from '../../src/db/own-notes.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { bundle, note } from '../support/bundles.ts'
import { ownNote } from '../support/own-note.ts'
import { renderRoutes, setSetting, studyingApp, testApp } from '../support/test-app.tsx'

const AZ104 = bundle('1', [note('a')])
const AZ305 = bundle('1', [note('c')], { exam: 'AZ-305' })

async function openSettings() {
  const app = testApp({ bundles: [AZ104, AZ305] })
  await setSetting(app, 'exams', ['AZ-104'])
  return { app, ...renderRoutes(app, '/settings') }
}

function stubStorage(storage: Partial<StorageManager>) {
  Object.defineProperty(navigator, 'storage', { configurable: true, value: storage })
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'storage')
  vi.restoreAllMocks()
  delete document.documentElement.dataset['theme']
})

describe('a setting', () => {
  test('is saved as soon as it is changed, and the screen says so', async () => {
    const { app, user } = await openSettings()
    await user.click(await screen.findByRole('radio', { name: 'Four' }))
    expect(await screen.findByText('Saved')).toBeVisible()
    expect((await loadSettings(app.db)).buttons).toBe('four')
    expect(screen.getByRole('radio', { name: 'Four' })).toBeChecked()
  })

  test('that could not be saved says why and keeps its old value', async () => {
    const { app, user } = await openSettings()
    const four = await screen.findByRole('radio', { name: 'Four' })
    vi.spyOn(app.db.settings, 'put').mockRejectedValue(
      new DOMException('No space', 'QuotaExceededError'),
    )
    await user.click(four)
    expect(await screen.findByRole('alert')).toHaveTextContent(new StorageFault('quota').message)
    expect(screen.queryByText('Saved')).toBeNull()
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Two' })).toBeChecked())
  })

  test('new cards a day can be stepped', async () => {
    const { app, user } = await openSettings()
    await user.click(await screen.findByRole('button', { name: 'More new cards' }))
    await waitFor(async () => expect((await loadSettings(app.db)).newPerDay).toBe(16))
  })

  test('new cards a day can be typed, and stay within their bounds', async () => {
    const { app, user } = await openSettings()
    const field = await screen.findByRole('spinbutton', { name: 'New cards a day' })
    await user.clear(field)
    await user.type(field, '900{Enter}')
    await waitFor(async () => expect((await loadSettings(app.db)).newPerDay).toBe(200))
    await waitFor(() => expect(field).toHaveValue(200))
  })

  test('a number that was cleared and left stays what it was', async () => {
    const { app, user } = await openSettings()
    const field = await screen.findByRole('spinbutton', { name: 'New cards a day' })
    await user.clear(field)
    await user.tab()
    expect(field).toHaveValue(15)
    expect((await loadSettings(app.db)).newPerDay).toBe(15)
  })

  test('the theme is shown at once and kept for the next start', async () => {
    const { user } = await openSettings()
    await user.click(await screen.findByRole('radio', { name: 'Dark' }))
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'))
    expect(localStorage.getItem('cirrus-theme')).toBe('dark')
    await user.click(screen.getByRole('radio', { name: 'System' }))
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBeUndefined())
  })
})

describe('desired retention', () => {
  test('says in plain words what it means', async () => {
    await openSettings()
    const slider = await screen.findByRole('slider', { name: 'Desired retention' })
    expect(slider).toHaveAccessibleDescription(/about 90 of 100 cards/)
    fireEvent.change(slider, { target: { value: '95' } })
    expect(slider).toHaveAccessibleDescription(/2.5 times as often/)
  })

  test('once it rests it is saved, and the card states are computed anew with it', async () => {
    const { app } = await openSettings()
    const slider = await screen.findByRole('slider', { name: 'Desired retention' })
    fireEvent.change(slider, { target: { value: '85' } })
    expect(await screen.findByText('Saved')).toBeVisible()
    const settings = await loadSettings(app.db)
    expect(settings.desiredRetention).toBe(0.85)
    const { value } = (await app.db.local.get('projection')) ?? {}
    expect(value).toBe(schedulerKey(schedulerSettingsOf(settings)))
  })
})

test('a new start of the day is saved, and the card states are computed anew with it', async () => {
  const { app, user } = await openSettings()
  await user.selectOptions(await screen.findByRole('combobox', { name: /begins at/ }), '6:00')
  expect(await screen.findByText('Saved')).toBeVisible()
  const settings = await loadSettings(app.db)
  expect(settings.rolloverHour).toBe(6)
  const { value } = (await app.db.local.get('projection')) ?? {}
  expect(value).toBe(schedulerKey(schedulerSettingsOf(settings)))
})

describe('exams', () => {
  test('can be added, which installs their cards', async () => {
    const { app, user } = await openSettings()
    await user.click(await screen.findByRole('button', { name: 'Add AZ-305' }))
    expect(await screen.findByRole('button', { name: 'Remove AZ-305' })).toBeVisible()
    expect((await loadSettings(app.db)).exams).toEqual(['AZ-104', 'AZ-305'])
    expect(await app.db.notes.get('c')).toBeDefined()
  })

  test('can be removed, which keeps everything that was done', async () => {
    const app = await studyingApp([AZ104, AZ305])
    const { user } = renderRoutes(app, '/settings')
    expect(await screen.findByText(/Everything you did is kept/)).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Remove AZ-104' }))
    expect(await screen.findByRole('button', { name: 'Add AZ-104' })).toBeVisible()
    expect((await loadSettings(app.db)).exams).toEqual(['AZ-305'])
    expect(await app.db.notes.get('a')).toMatchObject({ retired: false })
  })
})

describe('storage', () => {
  test('says how much is used, and whether the browser may clear it', async () => {
    stubStorage({
      estimate: async () => ({ usage: 4_200_000, quota: 2_100_000_000 }),
      persisted: async () => true,
    })
    await openSettings()
    expect(await screen.findByText(/4.2 MB used of 2.1 GB/)).toBeVisible()
    expect(screen.getByText(/Protected\. The browser will not clear it/)).toBeVisible()
    expect(screen.queryByRole('button', { name: /Ask the browser/ })).toBeNull()
  })

  test('asks the browser to keep the data when told to, and tells if it refuses', async () => {
    const persist = vi.fn<() => Promise<boolean>>(async () => false)
    stubStorage({ persisted: async () => false, persist })
    const { user } = await openSettings()
    await user.click(await screen.findByRole('button', { name: /Ask the browser/ }))
    expect(await screen.findByText(/did not agree for now/)).toBeVisible()
    expect(persist).toHaveBeenCalledOnce()
  })

  test('does without what the browser does not say', async () => {
    stubStorage({})
    await openSettings()
    const section = await screen.findByRole('region', { name: 'Storage' })
    expect(within(section).getByText(/does not say how much/)).toBeVisible()
  })
})

describe('own decks', () => {
  async function openDecks() {
    const app = testApp({ bundles: [AZ104] })
    await ownNote(app.db, 'n1', 'Names')
    await ownNote(app.db, 'n2', 'Limits')
    await setOwnNoteDeleted(app.db, 'n2', true, { at: 5, device: 'laptop' })
    const view = renderRoutes(app, '/settings')
    const section = await screen.findByRole('region', { name: 'Own decks' })
    return { app, section, ...view }
  }

  test('are renamed, under a name that no other has', async () => {
    const { app, user, section } = await openDecks()
    expect(within(section).getByText('1 note')).toBeVisible()
    await user.click(within(section).getByRole('button', { name: 'Rename Names' }))
    const name = await screen.findByRole('textbox', { name: 'Name' })
    expect(name).toHaveValue('Names')
    await user.clear(name)
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('1 to 80 characters')
    await user.type(name, 'limits{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('a deck with that name already')
    expect(name).toHaveAttribute('aria-invalid', 'true')
    await user.clear(name)
    await user.type(name, 'Addresses')
    await user.click(screen.getByRole('button', { name: 'Rename' }))
    expect(await within(section).findByText('The deck is called Addresses now.')).toBeVisible()
    const link = await within(section).findByRole('link', { name: 'Show Addresses in Browse' })
    expect(link).toHaveAttribute('href', '/browse?q=deck%3Adeck-Names')
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull()
    expect((await ownDecks(app.db)).map(({ title }) => title)).toEqual(['Addresses', 'Limits'])
  })

  test('are deleted only while nothing is in them', async () => {
    const { app, user, section } = await openDecks()
    expect(within(section).queryByRole('button', { name: 'Delete Names' })).toBeNull()
    await user.click(within(section).getByRole('button', { name: 'Delete Limits' }))
    expect(await within(section).findByText('Deleted the deck Limits.')).toBeVisible()
    expect(section.contains(document.activeElement)).toBe(true)
    expect((await ownDecks(app.db)).map(({ title }) => title)).toEqual(['Names'])
  })

  test('that could not be changed say why', async () => {
    const { app, user, section } = await openDecks()
    vi.spyOn(app.db.ownDecks, 'put').mockRejectedValue(new StorageFault('quota'))
    await user.click(within(section).getByRole('button', { name: 'Delete Limits' }))
    expect(await within(section).findByRole('alert')).toHaveTextContent(/Not saved.*no space left/)
  })

  test('are not mentioned to who has none', async () => {
    await openSettings()
    await screen.findByRole('region', { name: 'Storage' })
    expect(screen.queryByRole('region', { name: 'Own decks' })).toBeNull()
  })
})
