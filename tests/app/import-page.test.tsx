import { screen, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { exportFile } from '../../src/app/import/export-tasks.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { bundle, note } from '../support/bundles.ts'
import { ankiFixture, loadSqlite } from '../support/anki.ts'
import { rated } from '../support/log.ts'
import { ownNote } from '../support/own-note.ts'
import { NOON, renderRoutes, studyingApp } from '../support/test-app.tsx'

beforeAll(loadSqlite)
afterEach(() => vi.restoreAllMocks())

const AZ104 = bundle('1', [note('a')])
const table = (text: string) => new File([text], 'terms.csv', { type: 'text/csv' })

async function openImport() {
  const app = await studyingApp([AZ104])
  const { user } = renderRoutes(app, '/import')
  const choose = async (file: File) =>
    user.upload(await screen.findByLabelText('Choose a file', { selector: 'input' }), file)
  return { app, user, choose }
}

describe('a file', () => {
  test('that is none is told as such, once, and nothing is written', async () => {
    const { app, choose } = await openImport()
    await choose(new File([new Uint8Array([1, 0, 2, 0xff])], 'x.bin'))
    expect(await screen.findByRole('alert')).toHaveTextContent(/none that Cirrus can read/)
    expect(await app.db.notes.filter(({ own }) => own !== undefined).count()).toBe(0)
  })

  test('that is called a package of Anki and is none is not taken for a table', async () => {
    const { choose } = await openImport()
    await choose(new File(['Not found\n'], 'deck.apkg'))
    expect(await screen.findByRole('alert')).toHaveTextContent(/damaged or incomplete/)
  })

  test('that looks like a backup leads there', async () => {
    const { choose } = await openImport()
    await choose(new File([new Uint8Array([0x1f, 0x8b, 8, 0])], 'x.gz'))
    expect(await screen.findByRole('alert')).toHaveTextContent(/page Backup/)
  })

  test('can be given up after it was looked at', async () => {
    const { app, user, choose } = await openImport()
    await choose(table('Front,Back\nA,B\n'))
    await screen.findByRole('heading', { name: 'What “terms.csv” brings' })
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(screen.queryByRole('heading', { name: /terms/ })).toBeNull()
    expect(await app.db.ownDecks.count()).toBe(0)
  })
})

describe('an import', () => {
  test('can be taken back where it was made, and comes whole again', async () => {
    const { app, user, choose } = await openImport()
    const own = () =>
      app.db.notes.filter(({ own: mark, retired }) => mark !== undefined && !retired).count()
    await choose(new File([ankiFixture('deck-v1.apkg')], 'deck.apkg'))
    await user.click(await screen.findByRole('button', { name: 'Import 13 notes' }))
    expect(await screen.findByText(/^Imported: 13 notes/)).toBeVisible()
    const states = await app.db.cardStates.toArray()
    await user.click(screen.getByRole('button', { name: 'Take back this import' }))
    expect(await screen.findByText('Taken back: an import. 13 notes are gone.')).toBeVisible()
    expect(await own()).toBe(0)
    expect(await app.db.cardStates.count()).toBe(0)

    await choose(new File([ankiFixture('deck-v1.apkg')], 'deck.apkg'))
    await user.click(await screen.findByRole('button', { name: 'Import 13 notes' }))
    expect(await screen.findByText(/^Imported: 13 notes/)).toBeVisible()
    expect(await app.db.cardStates.toArray()).toEqual(states)
  })

  test('is a step of undo on every screen', async () => {
    const { app, user, choose } = await openImport()
    await choose(table('Front,Back\nA,B\nC,D\n'))
    await user.click(await screen.findByRole('button', { name: 'Import 2 notes' }))
    expect(await screen.findByText('Imported: 2 notes.')).toBeVisible()
    const [first] = await app.db.notes.filter(({ own }) => own !== undefined).toArray()
    const since = rated('r1', 0, { cardId: `${first?.id}#1`, at: NOON })
    await recordReview(app.db, since, DEFAULT_SCHEDULER)
    await user.click(screen.getByRole('link', { name: 'Settings' }))
    // The answer first, then the import.
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await screen.findByText(/^Taken back: an answer/)).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await screen.findByText(/^Taken back: an import. 2 notes are gone\./)).toBeVisible()
    expect(await app.db.ownDecks.filter(({ deleted }) => !deleted).count()).toBe(0)
  })
})

describe('a table', () => {
  test('without a question cannot be imported until a column is said to have it', async () => {
    const { app, user, choose } = await openImport()
    await choose(table('Thing,Meaning\nNSG,Network security group\n'))
    const heading = await screen.findByRole('heading', { name: 'What “terms.csv” brings' })
    expect(heading).toHaveFocus()
    // Taken as rows without names: the first column asks, the second answers.
    await user.click(screen.getByLabelText('The first row has the names of the columns'))
    await user.selectOptions(await screen.findByLabelText('Thing holds'), 'Nothing')
    expect(await screen.findByText('Say which column holds the question.')).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull()
    await user.selectOptions(screen.getByLabelText('Thing holds'), 'Question')
    await user.click(await screen.findByRole('button', { name: 'Import 1 note' }))
    expect(await screen.findByText('Imported: 1 note.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Show my cards' })).toBeVisible()
    const [own] = await app.db.notes.filter((each) => each.own !== undefined).toArray()
    expect(own).toMatchObject({ text: { ask: 'NSG', answer: 'Network security group' } })
  })

  test('asks what is to become of a card that says something else here', async () => {
    const { app, user, choose } = await openImport()
    await ownNote(app.db, 'NSG', 'Mine', NOON)
    await choose(table('Front,Back\nNSG,Network security group\n'))
    expect(await screen.findByText('0 new; 1 here already, and different.')).toBeVisible()
    const group = screen.getByRole('group', { name: 'Cards that you have already' })
    expect(within(group).getByRole('radio', { name: 'Keep mine' })).toBeChecked()
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull()
    await user.click(within(group).getByRole('radio', { name: 'Take the file’s' }))
    await user.click(screen.getByRole('button', { name: 'Import 1 note' }))
    expect(await screen.findByText('Imported: 1 note changed.')).toBeVisible()
    const stored = await app.db.notes.get('NSG')
    expect(stored).toMatchObject({ text: { answer: 'Network security group' } })
  })
})

test('what a package of Anki has that stays behind is listed', async () => {
  const { choose } = await openImport()
  await choose(new File([ankiFixture('deck-v1.apkg')], 'deck.apkg'))
  expect(await screen.findByText('13 notes with 16 cards')).toBeVisible()
  expect(screen.getByRole('heading', { name: 'Left behind' })).toBeVisible()
  expect(screen.getByText('1 sound or video')).toBeVisible()
  expect(screen.getByText('azure.wav')).toBeVisible()
  expect(screen.getByRole('heading', { name: 'Carried in another way' })).toBeVisible()
})

describe('exports', () => {
  test('are downloaded under a name with the day', async () => {
    const names: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(
      function click(this: HTMLAnchorElement) {
        names.push(this.download)
      },
    )
    const { app, user } = await openImport()
    await ownNote(app.db, 'One', 'Mine', NOON)
    for (const name of [/for Anki/, /as a deck/, /All cards/, /Review history/]) {
      await user.click(await screen.findByRole('button', { name }))
      await screen.findByText(/was made\./)
    }
    expect(names).toEqual([
      'cirrus-own-cards-2026-11-23.apkg',
      'cirrus-own-cards-2026-11-23.md',
      'cirrus-cards-2026-11-23.csv',
      'cirrus-history-2026-11-23.csv',
    ])
  })

  test('of nothing say so', async () => {
    const { user } = await openImport()
    await user.click(await screen.findByRole('button', { name: /for Anki/ }))
    expect(await screen.findByText('There is nothing to export yet.')).toBeVisible()
  })

  test('tell how far they are', async () => {
    const { app } = await openImport()
    await ownNote(app.db, 'One', 'Mine', NOON)
    const shares: number[] = []
    const input = { kind: 'apkg', now: NOON, utcOffsetMin: 0 } as const
    await exportFile(app.db, input, (share) => shares.push(share))
    expect(shares.length).toBeGreaterThan(0)
    expect(Math.max(...shares)).toBeLessThanOrEqual(1)
  })
})
