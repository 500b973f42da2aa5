import { describe, expect, test, vi } from 'vitest'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { lastBulkAct } from '../../src/db/bulk-acts.ts'
import { moveNotes } from '../../src/db/bulk-move.ts'
import { undoBulk } from '../../src/db/bulk-undo.ts'
import type { BulkStamp } from '../../src/db/bulk.ts'
import { rebuildOwnCatalog } from '../../src/db/catalogs.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { draftOf, saveDraft } from '../../src/db/drafts.ts'
import { examRow } from '../../src/db/exams.ts'
import { notesByIds } from '../../src/db/notes.ts'
import { ownDecks } from '../../src/db/own-decks.ts'
import { redoLast, undoLast } from '../../src/db/undo.ts'
import { note } from '../support/bundles.ts'
import { T0 } from '../support/log.ts'
import { ownNote } from '../support/own-note.ts'
import { anotherTab, testDb } from '../support/test-db.ts'

const NEW = { id: 'deck-new', title: ' Ports ' }

function stamp(id: string, at = T0): BulkStamp {
  return { id, at, utcOffsetMin: 0, device: 'phone' }
}

/** Two own notes in Names, one in Ports to be, and a shipped note. */
async function collected(): Promise<StudyDb> {
  const db = testDb()
  await ownNote(db, 'n1', 'Names')
  await ownNote(db, 'n2', 'Names', 2)
  await ownNote(db, 'n3', 'Limits', 3)
  await db.notes.put({ ...note('st-a'), retired: false })
  return db
}

const decksOf = async (db: StudyDb) => {
  const notes = await notesByIds(db, ['n1', 'n2', 'n3', 'st-a'])
  return [...notes.values()].map(({ deck }) => deck)
}
const titles = async (db: StudyDb) => (await ownDecks(db)).map(({ title }) => title)
const everything = async (db: StudyDb) => ({
  notes: await db.notes.toArray(),
  exams: await db.exams.toArray(),
  decks: await db.ownDecks.toArray(),
  local: await db.local.toArray(),
})

/** What is in the catalog is what notes and decks say. */
async function expectSoundCatalog(db: StudyDb) {
  const kept = await examRow(db, 'OWN')
  await db.transaction('rw', ['notes', 'exams', 'ownDecks'], () => rebuildOwnCatalog(db))
  expect(await examRow(db, 'OWN')).toEqual(kept)
  return kept
}

const ALL = ['n1', 'n2', 'n3', 'st-a']

describe('moving notes', () => {
  test('makes the deck, leaves shipped notes, and keeps the catalog true', async () => {
    const db = await collected()
    const { count, moved } = await moveNotes(db, ALL, NEW, stamp('x'))
    expect(count).toBe(3)
    expect(moved.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3'])
    expect(await decksOf(db)).toEqual(['deck-new', 'deck-new', 'deck-new', note('st-a').deck])
    expect((await db.notes.get('n1'))?.own).toMatchObject({ updatedAt: T0, device: 'phone' })
    const row = await expectSoundCatalog(db)
    expect(row?.catalog.map(({ id, skills }) => [id, skills])).toEqual([
      ['n1', ['own-skill-deck-new']],
      ['n2', ['own-skill-deck-new']],
      ['n3', ['own-skill-deck-new']],
    ])
    expect(row?.decks).toEqual([{ id: 'deck-new', title: 'Ports' }])
    expect(await titles(db)).toEqual(['Limits', 'Names', 'Ports'])
  })

  test('into a deck that is there, whatever the case of its name, leaves those that are in it', async () => {
    const db = await collected()
    const { count } = await moveNotes(db, ALL, { id: 'other', title: 'LIMITS' }, stamp('x'))
    expect(count).toBe(2)
    expect((await decksOf(db)).slice(0, 3)).toEqual(['deck-Limits', 'deck-Limits', 'deck-Limits'])
    expect(await lastBulkAct(db)).toMatchObject({ kind: 'move', deck: 'Limits', count: 2 })
  })

  test('makes no deck for shipped notes alone', async () => {
    const db = await collected()
    const before = await everything(db)
    expect((await moveNotes(db, ['st-a'], NEW, stamp('x'))).count).toBe(0)
    expect(await everything(db)).toEqual(before)
  })

  test('is undone after a reload, and what was moved on since stays', async () => {
    const db = await collected()
    await moveNotes(db, ['n1', 'n2'], NEW, stamp('x'))
    await ownNote(db, 'n2', 'Limits', T0 + 1)
    const tab = anotherTab(db)
    const act = await lastBulkAct(tab)
    const result = await undoBulk(tab, act?.id ?? '', stamp('u', T0 + 2), DEFAULT_SCHEDULER)
    expect(result.count).toBe(1)
    expect((await decksOf(db)).slice(0, 3)).toEqual(['deck-Names', 'deck-Limits', 'deck-Limits'])
    await expectSoundCatalog(db)
  })

  test('is a step of undo and redo', async () => {
    const db = await collected()
    await moveNotes(db, ['n1', 'n3'], NEW, stamp('x'))
    const undone = await undoLast(db, stamp('u', T0 + 1), DEFAULT_SCHEDULER)
    expect(undone?.bulk).toEqual({ kind: 'move', notes: 2 })
    expect((await decksOf(db)).slice(0, 3)).toEqual(['deck-Names', 'deck-Names', 'deck-Limits'])
    await redoLast(db, stamp('r', T0 + 2), DEFAULT_SCHEDULER)
    expect((await decksOf(db)).slice(0, 3)).toEqual(['deck-new', 'deck-Names', 'deck-new'])
    await expectSoundCatalog(db)
  })

  test('is written as a whole or not at all', async () => {
    const db = await collected()
    const before = await everything(db)
    vi.spyOn(db.exams, 'put').mockRejectedValue(new Error('interrupted'))
    await expect(moveNotes(db, ALL, NEW, stamp('x'))).rejects.toThrow('interrupted')
    expect(await everything(db)).toEqual(before)
  })

  test('twice, as after a double tap, is once', async () => {
    const db = await collected()
    const move = (id: string) => moveNotes(db, ALL, { ...NEW, id }, stamp('x'))
    const results = await Promise.all([move('d1'), move('d2')])
    expect(results.map(({ count }) => count)).toEqual([3, 3])
    expect(await titles(db)).toEqual(['Limits', 'Names', 'Ports'])
  })

  test('takes a draft of the note along, so that saving it does not move it back', async () => {
    const db = await collected()
    await saveDraft(db, 'n1', { deck: 'Names', text: 'begun' }, 5)
    await saveDraft(db, 'n2', { deck: 'Names', text: 'begun' }, 5)
    await moveNotes(db, ['n1'], NEW, stamp('x'))
    expect(await draftOf(db, 'n1')).toEqual({
      id: 'n1',
      value: { deck: 'Ports', text: 'begun' },
      updatedAt: 5,
    })
    expect((await draftOf(db, 'n2'))?.value).toMatchObject({ deck: 'Names' })
  })

  test.each(['', '  ', 'x'.repeat(81)])('%j is no name for a deck', async (title) => {
    const db = await collected()
    await expect(moveNotes(db, ALL, { id: 'd', title }, stamp('x'))).rejects.toThrow(/Invalid/)
    expect((await decksOf(db)).slice(0, 3)).toEqual(['deck-Names', 'deck-Names', 'deck-Limits'])
  })
})
