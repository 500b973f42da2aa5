import { expect, test, vi } from 'vitest'
import { rebuildOwnCatalog } from '../../src/db/catalogs.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { examRow, installedExams } from '../../src/db/exams.ts'
import { ownDeckUse } from '../../src/db/own-decks.ts'
import { setOwnNoteDeleted } from '../../src/db/own-notes.ts'
import { loadStudySnapshot } from '../../src/db/study-day.ts'
import { ownNote } from '../support/own-note.ts'
import { testDb } from '../support/test-db.ts'

const ids = Array.from({ length: 1000 }, (_, nth) => `n${String(nth).padStart(4, '0')}`)
const written = (at: number) => ({ at, device: 'laptop' })

/** A thousand own notes, as after an import. */
async function many(): Promise<StudyDb> {
  const db = testDb()
  await ownNote(db, 'n0000', 'Ports')
  const first = await db.notes.get('n0000')
  if (!first?.own) throw new Error('Not saved')
  const { own } = first
  await db.notes.bulkPut(
    ids.map((id, nth) => ({ ...first, id, own: { ...own, createdAt: nth + 1 } })),
  )
  await rebuild(db)
  return db
}

function rebuild(db: StudyDb) {
  return db.transaction('rw', ['notes', 'exams', 'ownDecks'], () => rebuildOwnCatalog(db))
}

const catalogued = async (db: StudyDb) =>
  (await examRow(db, 'OWN'))?.catalog.map(({ id }) => id) ?? []

test('a note is saved into one part of the catalog, and found in its place', async () => {
  const db = await many()
  expect(await catalogued(db)).toEqual(ids)
  const put = vi.spyOn(db.exams, 'put')
  await ownNote(db, 'n1000', 'Ports', 5000)
  await ownNote(db, 'n0500', 'Ports', 5001, { type: 'cloze', ask: '{{c1::a}} {{c2::b}}' })
  const sizes = put.mock.calls.map(([row]) => row.catalog.length)
  expect(sizes.every((size) => size <= 400)).toBe(true)
  expect(await catalogued(db)).toEqual([...ids, 'n1000'])
  expect((await examRow(db, 'OWN'))?.catalog[500]).toMatchObject({ keys: ['c1', 'c2'] })
})

test('another wording writes nothing of the catalog, as it has no texts', async () => {
  const db = await many()
  const put = vi.spyOn(db.exams, 'put')
  const text = { type: 'basic' as const, ask: 'n0500', answer: 'Yes', why: 'Because.' }
  await ownNote(db, 'n0500', 'Ports', 5000, text)
  expect(put).not.toHaveBeenCalled()
})

test('whatever is saved, moved and deleted, the parts say what they would say built anew', async () => {
  const db = await many()
  await setOwnNoteDeleted(db, 'n0400', true, written(5000))
  await ownNote(db, 'n0399', 'Limits', 5001)
  await ownNote(db, 'n1000', 'Names', 5002)
  await setOwnNoteDeleted(db, 'n0001', true, written(5003))
  const kept = await examRow(db, 'OWN')
  const counts = await ownDeckUse(db)
  expect(counts.map(({ deck, notes }) => [deck.title, notes])).toEqual([
    ['Limits', 1],
    ['Names', 1],
    ['Ports', 997],
  ])
  await rebuild(db)
  expect(await examRow(db, 'OWN')).toEqual(kept)
})

test('is one exam to everybody who reads it', async () => {
  const db = await many()
  expect((await installedExams(db)).map(({ exam }) => exam)).toEqual(['OWN'])
  const { exams } = await loadStudySnapshot(db, ['OWN'], 1)
  expect(exams).toHaveLength(1)
  expect(exams[0]?.catalog).toHaveLength(1000)
})

test('a catalog from before there were parts is read, and divided with the next note', async () => {
  const db = await many()
  const row = await examRow(db, 'OWN')
  await db.exams.clear()
  if (row) await db.exams.put(row)
  expect(await catalogued(db)).toEqual(ids)
  await ownNote(db, 'n1000', 'Ports', 5000)
  expect(await catalogued(db)).toEqual([...ids, 'n1000'])
  expect((await db.exams.get('OWN'))?.catalog).toEqual([])
})

test('nothing is left of it when the last note is deleted', async () => {
  const db = testDb()
  await ownNote(db, 'a', 'Ports')
  await setOwnNoteDeleted(db, 'a', true, written(5))
  expect(await db.exams.count()).toBe(0)
})
