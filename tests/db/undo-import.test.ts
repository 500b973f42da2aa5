import { describe, expect, test, vi } from 'vitest'
import type { ImportedNote } from '../../src/core/import/content.ts'
import { matchNotes } from '../../src/core/import/duplicates.ts'
import type { DuplicateChoice } from '../../src/core/import/duplicates.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { fullText } from '../../src/core/text/note-text.ts'
import { backupLines } from '../../src/db/backup-lines.ts'
import { atRisk } from '../../src/db/backup-standing.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { examRow } from '../../src/db/exams.ts'
import { importNotes, knownNotes } from '../../src/db/import-notes.ts'
import { changeMark } from '../../src/db/marks.ts'
import { ownDecks } from '../../src/db/own-decks.ts'
import { setOwnNoteDeleted } from '../../src/db/own-notes.ts'
import { ensureProjection } from '../../src/db/projection.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { undoImport } from '../../src/db/undo-import.ts'
import { redoLast, undoable, undoLast } from '../../src/db/undo.ts'
import { faultOfLines } from '../support/fault-of-lines.ts'
import { rated } from '../support/log.ts'
import { ownNote } from '../support/own-note.ts'
import { testDb } from '../support/test-db.ts'
import { rendered } from '../support/texts.ts'

const AT = 1_700_000_000_000
const DAY = 86_400_000

function note(id: string, part: Partial<ImportedNote> = {}): ImportedNote {
  const entry = { key: '1', rating: 'good', durationMs: 1, mode: 'study', kind: 'rated' } as const
  return {
    id,
    deck: 'Deck',
    text: fullText({ type: 'basic', ask: id, answer: 'x' }),
    tags: ['t'],
    createdAt: 1000,
    changedAt: 2000,
    log: [
      { ...entry, name: '5', at: 5 * DAY },
      { ...entry, name: '9', at: 9 * DAY },
    ],
    marks: [{ key: '1', suspended: false, flag: 2, changedAt: 3000 }],
    ...part,
  }
}

let imports = 0

/** As the page does it: compared with what is here, written, and the states brought up to date. */
async function take(
  db: StudyDb,
  notes: readonly ImportedNote[],
  at = AT,
  choice: DuplicateChoice = 'update',
) {
  const matches = matchNotes(notes, await knownNotes(db))
  const taken = notes.map((each, index) => ({
    note: each,
    match: matches[index] ?? ({ kind: 'new' } as const),
    rendered: rendered(each.text),
    copyId: `copy-of-${each.id}`,
  }))
  const id = `import-${(imports += 1)}`
  const input = { id, notes: taken, images: [], choice, utcOffsetMin: () => 60 }
  const done = await importNotes(db, input, { at, device: 'here' })
  await ensureProjection(db, DEFAULT_SCHEDULER)
  return { id, ...done }
}

let steps = 0

async function takeBack(db: StudyDb, id: string, at = AT + 1000) {
  const stamp = { id: `undo-${(steps += 1)}`, at, utcOffsetMin: 60, device: 'here' }
  const taken = await undoImport(db, id, stamp)
  await ensureProjection(db, DEFAULT_SCHEDULER)
  return taken
}

/** What the learner sees: cards that stand, states, statistics, decks, marks that say something. */
async function seen(db: StudyDb): Promise<unknown> {
  const marks = await db.marks.toArray()
  return {
    catalog: (await examRow(db, 'OWN'))?.catalog.map(({ id, keys, skills }) => [id, keys, skills]),
    texts: (await db.notes.toArray())
      .filter(({ retired }) => !retired)
      .map(({ id, text, tags, deck }) => [id, text, tags, deck]),
    states: await db.cardStates.toArray(),
    days: await db.days.toArray(),
    tallies: await db.tallies.toArray(),
    decks: (await ownDecks(db)).map(({ title }) => title),
    marks: marks.flatMap(({ cardId, flag, suspended }) => (flag || suspended ? [cardId] : [])),
  }
}

describe('an import that is taken back', () => {
  test('leaves what was there before, and nothing of its own', async () => {
    const db = testDb()
    await ownNote(db, 'mine', 'Mine')
    await recordReview(db, rated('r1', 0, { cardId: 'mine#1' }), DEFAULT_SCHEDULER)
    await ensureProjection(db, DEFAULT_SCHEDULER)
    const before = await seen(db)
    const log = await db.reviews.toArray()
    const { id } = await take(db, [note('a'), note('b', { deck: 'Other' })])
    expect(await seen(db)).not.toEqual(before)
    expect(await takeBack(db, id)).toEqual({ removed: 2, putBack: 0, kept: 0 })
    expect(await seen(db)).toEqual(before)
    // The log only grows: its entries are taken back by entries.
    expect(await db.reviews.toArray()).toEqual(expect.arrayContaining(log))
    expect(faultOfLines(await Array.fromAsync(backupLines(db, { at: AT, device: 'x' })))).toBeNull()
    // Nothing of it is left that a backup would have to save.
    expect((await atRisk(db)).reviews).toBe(1)
    expect(await takeBack(db, id)).toBeNull()
  })

  test('leaves a note that was studied since, with its whole history', async () => {
    const db = testDb()
    const { id } = await take(db, [note('a'), note('b')])
    const since = rated('r1', 0, { cardId: 'a#1', at: AT + 500 })
    await recordReview(db, since, DEFAULT_SCHEDULER)
    const state = await db.cardStates.get('a#1')
    expect(await takeBack(db, id)).toEqual({ removed: 1, putBack: 0, kept: 1 })
    expect(await db.cardStates.toArray()).toEqual([state])
    expect((await examRow(db, 'OWN'))?.catalog.map((each) => each.id)).toEqual(['a'])
    expect((await ownDecks(db)).map(({ title }) => title)).toEqual(['Deck'])
  })

  test('leaves a note that was changed since', async () => {
    const db = testDb()
    const { id } = await take(db, [note('a'), note('b')])
    const kept = await db.notes.get('a')
    await ownNote(db, 'a', 'Deck', AT + 10, { type: 'basic', ask: 'a', answer: 'better' })
    expect(await takeBack(db, id)).toEqual({ removed: 1, putBack: 0, kept: 1 })
    expect(kept?.retired).toBe(false)
    expect((await db.notes.get('a'))?.text).toMatchObject({ answer: 'better' })
  })

  test('does not bring back a note that was deleted since', async () => {
    const db = testDb()
    const { id } = await take(db, [note('a')])
    await setOwnNoteDeleted(db, 'a', true, { at: AT + 10, device: 'here' })
    expect(await takeBack(db, id)).toEqual({ removed: 0, putBack: 0, kept: 0 })
    expect((await db.notes.get('a'))?.retired).toBe(true)
    expect(await db.cardStates.count()).toBe(0)
  })

  test('puts back what it changed, unless it was changed again', async () => {
    const db = testDb()
    for (const id of ['a', 'b']) {
      await ownNote(db, id, 'Mine', 1, { type: 'basic', ask: id, answer: 'old' })
    }
    const before = await seen(db)
    const { id, updated } = await take(db, [note('a'), note('b')])
    expect(updated).toBe(2)
    await ownNote(db, 'b', 'Mine', AT + 10, { type: 'basic', ask: 'b', answer: 'newest' })
    expect(await takeBack(db, id)).toEqual({ removed: 0, putBack: 1, kept: 1 })
    expect((await db.notes.get('a'))?.text).toMatchObject({ answer: 'old' })
    expect((await db.notes.get('b'))?.text).toMatchObject({ answer: 'newest' })
    await ownNote(db, 'b', 'Mine', AT + 20, { type: 'basic', ask: 'b', answer: 'old' })
    expect(await seen(db)).toEqual(before)
  })

  test('keeps a mark that was set since, and an answer of before', async () => {
    const db = testDb()
    await ownNote(db, 'a', 'Mine', 1, { type: 'basic', ask: 'a', answer: 'x' })
    await recordReview(db, rated('r1', 0, { cardId: 'a#1' }), DEFAULT_SCHEDULER)
    const state = await db.cardStates.get('a#1')
    const { id } = await take(db, [note('a')])
    await changeMark(db, 'a#1', { flag: 4 }, AT + 10, 'here')
    await takeBack(db, id)
    expect(await db.marks.get('a#1')).toMatchObject({ flag: 4 })
    expect(await db.cardStates.get('a#1')).toEqual(state)
  })

  test('comes whole again when the file is imported again, as often as one likes', async () => {
    const db = testDb()
    const file = [note('a'), note('b', { deck: 'Other' })]
    const first = await take(db, file)
    const whole = await seen(db)
    await takeBack(db, first.id)
    expect(await db.cardStates.count()).toBe(0)
    for (let round = 1; round < 4; round++) {
      const { id } = await take(db, file, AT + round * 5000)
      expect(await seen(db)).toEqual(whole)
      await takeBack(db, id, AT + round * 5000 + 1000)
      expect(await db.cardStates.count()).toBe(0)
    }
    const again = await take(db, file, AT + 50_000)
    expect(again).toMatchObject({ added: 2, reviews: 4 })
    expect(await seen(db)).toEqual(whole)
  })

  test('is one transaction: if its last row cannot be written, nothing was', async () => {
    const db = testDb()
    const { id } = await take(db, [note('a')])
    const before = await Promise.all(db.tables.map((table) => table.toArray()))
    vi.spyOn(db.reviews, 'bulkAdd').mockRejectedValueOnce(new Error('full'))
    await expect(takeBack(db, id)).rejects.toThrow('full')
    expect(await Promise.all(db.tables.map((table) => table.toArray()))).toEqual(before)
  })
})

describe('an import in the journal', () => {
  const stamp = (id: string) => ({ id, at: AT + 5000, utcOffsetMin: 0, device: 'here' })

  test('is the last thing done, and stops what a session takes back', async () => {
    const db = testDb()
    await ownNote(db, 'mine', 'Mine')
    await recordReview(db, rated('r1', 0, { cardId: 'mine#1' }), DEFAULT_SCHEDULER)
    const { id } = await take(db, [note('a')])
    expect(await undoable(db, AT)).toEqual({ undo: false, redo: false, imported: id })
    expect(await undoLast(db, stamp('u1'), DEFAULT_SCHEDULER)).toBeNull()
    await takeBack(db, id)
    expect(await undoable(db, AT)).toEqual({ undo: true, redo: false })
    expect((await undoLast(db, stamp('u2'), DEFAULT_SCHEDULER))?.entries).toMatchObject([
      { id: 'r1' },
    ])
  })

  test('that is too long ago to be taken back is passed over', async () => {
    const db = testDb()
    await ownNote(db, 'mine', 'Mine')
    await recordReview(db, rated('r1', 0, { cardId: 'mine#1' }), DEFAULT_SCHEDULER)
    const ids: string[] = []
    for (let index = 0; index < 6; index++) {
      ids.push((await take(db, [note(`n${index}`)], AT + index)).id)
    }
    for (const id of ids.toReversed()) {
      expect(await undoable(db, AT)).toMatchObject({ imported: id })
      await takeBack(db, id)
    }
    // The first of six was forgotten, and its note stays.
    expect((await examRow(db, 'OWN'))?.catalog.map((each) => each.id)).toEqual(['mine', 'n0'])
    expect(await undoable(db, AT)).toMatchObject({ undo: true })
  })

  test('comes after what was done since', async () => {
    const db = testDb()
    const { id } = await take(db, [note('a')])
    await changeMark(db, 'a#1', { flag: 1 }, AT + 10, 'here')
    expect(await undoable(db, AT)).toEqual({ undo: true, redo: false })
    await undoLast(db, stamp('u1'), DEFAULT_SCHEDULER)
    expect(await undoable(db, AT)).toMatchObject({ imported: id, redo: true })
    await redoLast(db, stamp('u2'), DEFAULT_SCHEDULER)
    expect(await undoable(db, AT)).toEqual({ undo: true, redo: false })
  })
})
