import { describe, expect, test, vi } from 'vitest'
import type { ImportedNote } from '../../src/core/import/content.ts'
import type { Match } from '../../src/core/import/duplicates.ts'
import { fullText } from '../../src/core/text/note-text.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { installedExams } from '../../src/db/exams.ts'
import { importNotes } from '../../src/db/import-notes.ts'
import { deleteOwnDeck, ownDecks } from '../../src/db/own-decks.ts'
import { setOwnNoteDeleted } from '../../src/db/own-notes.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { lastUndoable } from '../../src/db/undo.ts'
import { ownNote } from '../support/own-note.ts'
import { testDb } from '../support/test-db.ts'
import { rendered } from '../support/texts.ts'

const WRITTEN = { at: 1_700_000_000_000, device: 'here' }

function note(id: string, part: Partial<ImportedNote> = {}): ImportedNote {
  return {
    id,
    deck: 'Deck',
    text: fullText({ type: 'basic', ask: id, answer: 'x' }),
    tags: ['t'],
    createdAt: 1000,
    changedAt: 2000,
    log: [
      { kind: 'rated', name: '5', key: '1', at: 5, rating: 'good', durationMs: 1, mode: 'study' },
    ],
    marks: [{ key: '1', suspended: true, flag: 2, changedAt: 3000 }],
    ...part,
  }
}

const NEW: Match = { kind: 'new' }

function take(db: StudyDb, notes: readonly ImportedNote[], match: Match = NEW, choice = 'skip') {
  const taken = notes.map((each) => ({
    note: each,
    match,
    rendered: rendered(each.text),
    copyId: `copy-of-${each.id}`,
  }))
  const chosen = choice === 'update' || choice === 'both' ? choice : 'skip'
  return importNotes(
    db,
    { id: 'import-1', notes: taken, images: [], choice: chosen, utcOffsetMin: () => 60 },
    WRITTEN,
  )
}

async function everything(db: StudyDb): Promise<unknown> {
  return Promise.all(db.tables.map((table) => table.toArray()))
}

describe('an import', () => {
  test('is one transaction: if its last row cannot be written, nothing was', async () => {
    const db = testDb()
    await ownNote(db, 'mine', 'Mine')
    const before = await everything(db)
    vi.spyOn(db.reviews, 'bulkAdd').mockRejectedValueOnce(new Error('full'))
    await expect(take(db, [note('a'), note('b')])).rejects.toThrow('full')
    expect(await everything(db)).toEqual(before)
  })

  test('brings notes, decks, history and marks, and the place in the list', async () => {
    const db = testDb()
    expect(await take(db, [note('a'), note('b', { deck: 'Other' })])).toEqual({
      added: 2,
      updated: 0,
      left: 0,
      reviews: 2,
      images: 0,
    })
    expect((await ownDecks(db)).map(({ title }) => title)).toEqual(['Deck', 'Other'])
    expect(await db.reviews.toArray()).toMatchObject([
      { id: 'a-5-1', cardId: 'a#1', at: 5, utcOffsetMin: 60, device: 'import', rev: 1 },
      { id: 'b-5-1' },
    ])
    expect(await db.marks.get('a#1')).toMatchObject({ suspended: true, flag: 2, updatedAt: 3000 })
    const [own] = await installedExams(db)
    expect(own?.catalog.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('puts notes into the deck that has their title already', async () => {
    const db = testDb()
    await ownNote(db, 'mine', 'deck')
    await take(db, [note('a')])
    expect(await ownDecks(db)).toHaveLength(1)
  })

  test('leaves a mark of the learner that is later', async () => {
    const db = testDb()
    const mark = { cardId: 'a#1', suspended: false, flag: 0, buriedUntil: null } as const
    await db.marks.put({ ...mark, updatedAt: 9000, device: 'here' })
    await take(db, [note('a')])
    expect(await db.marks.get('a#1')).toMatchObject({ suspended: false, updatedAt: 9000 })
  })

  test('brings a deleted note back where the learner takes the file’s, and its deck', async () => {
    const db = testDb()
    await ownNote(db, 'mine', 'Mine')
    await setOwnNoteDeleted(db, 'mine', true, WRITTEN)
    await deleteOwnDeck(db, 'deck-Mine', WRITTEN)
    const met: Match = { kind: 'differs', id: 'mine', byId: true }
    await take(db, [note('mine')], met)
    expect((await db.notes.get('mine'))?.retired).toBe(true)
    await take(db, [note('mine')], met, 'update')
    expect(await db.notes.get('mine')).toMatchObject({ retired: false, deck: 'deck-Mine' })
    expect((await ownDecks(db)).map(({ title }) => title)).toEqual(['Mine'])
  })

  test('is nothing that undo takes back: those answers were not given here', async () => {
    const db = testDb()
    const log = Array.from({ length: 40 }, (_, index) => ({
      ...({ kind: 'rated', key: '1', rating: 'good', durationMs: 1, mode: 'study' } as const),
      name: `${index}`,
      at: 1000 + index,
    }))
    await take(db, [note('a', { log })])
    expect(await lastUndoable(db)).toBeNull()
    const own = { id: 'own', cardId: 'a#1', at: 5000, utcOffsetMin: 0, device: 'here', rev: 1 }
    const answer = { ...own, kind: 'rated', rating: 'good', durationMs: 1, mode: 'study' } as const
    await recordReview(db, answer, DEFAULT_SCHEDULER)
    expect(await lastUndoable(db)).toMatchObject({ id: 'own' })
  })

  test('keeps what stands beside each other apart', async () => {
    const db = testDb()
    await ownNote(db, 'mine', 'Mine')
    const met: Match = { kind: 'differs', id: 'mine', byId: true }
    await take(db, [note('mine')], met, 'both')
    expect(await db.notes.get('copy-of-mine')).toMatchObject({ tags: ['t'] })
    expect(await db.reviews.toArray()).toMatchObject([{ cardId: 'copy-of-mine#1' }])
  })
})
