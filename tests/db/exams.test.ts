import { expect, test, vi } from 'vitest'
import { BundleError } from '../../src/core/bundle-schema.ts'
import { cardIdOf } from '../../src/core/note.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { StorageFault } from '../../src/db/faults.ts'
import { examRow, installedExams } from '../../src/db/exams.ts'
import { installExam } from '../../src/db/install-exam.ts'
import { notesByIds } from '../../src/db/notes.ts'
import { bundle, note } from '../support/bundles.ts'
import { anotherTab, testDb } from '../support/test-db.ts'

const NOTHING = { added: [], changed: [], retired: [], revRaised: [] }

/** Everything stored, to tell whether something was written. */
async function contents(db: StudyDb) {
  return Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()]))
}

async function storedNote(db: StudyDb, id: string) {
  return (await notesByIds(db, [id])).get(id)
}

test('a first installation keeps the notes, and a catalog without their text', async () => {
  const db = testDb()
  const shipped = bundle('1', [note('st-a'), note('st-b', { pool: 'exam' })])

  expect(await installExam(db, shipped)).toEqual({ ...NOTHING, added: ['st-a', 'st-b'] })

  const row = await examRow(db, 'AZ-104')
  expect(row).toMatchObject({ version: '1', decks: shipped.decks, blueprint: shipped.blueprint })
  expect(row?.catalog.map(({ id, keys, pool }) => [id, keys, pool])).toEqual([
    ['st-a', ['1'], 'review'],
    ['st-b', ['1'], 'exam'],
  ])
  expect(JSON.stringify(row)).not.toContain('Is st-a so?')
  expect(await storedNote(db, 'st-a')).toEqual({ ...shipped.notes[0], retired: false })
})

test('every card of a note stands in the catalog by its key', async () => {
  const db = testDb()
  const hole = { front: '', back: '', answer: '', hint: null }
  const holes = [
    { ...hole, key: '1' },
    { ...hole, key: '2' },
  ]
  await installExam(db, bundle('1', [note('st-a', { body: { type: 'cloze', holes } })]))
  expect((await examRow(db, 'AZ-104'))?.catalog[0]?.keys).toEqual(['1', '2'])
})

test('a newer version replaces what changed and tells what is new and what is gone', async () => {
  const db = testDb()
  await installExam(db, bundle('1', [note('st-a'), note('st-b'), note('st-c')]))
  const next = [note('st-a'), note('st-b', { answer: 'No', rev: 2 }), note('st-d')]

  expect(await installExam(db, bundle('2', next))).toEqual({
    added: ['st-d'],
    changed: ['st-b'],
    retired: ['st-c'],
    revRaised: ['st-b'],
  })

  expect((await storedNote(db, 'st-b'))?.body).toMatchObject({ answer: 'No' })
  const row = await examRow(db, 'AZ-104')
  expect(row?.version).toBe('2')
  expect(row?.catalog.map(({ id }) => id)).toEqual(['st-a', 'st-b', 'st-d'])
})

test('a change of wording is no change of the fact', async () => {
  const db = testDb()
  await installExam(db, bundle('1', [note('st-a')]))
  const result = await installExam(db, bundle('2', [note('st-a', { answer: 'Yes, it is' })]))
  expect(result).toMatchObject({ changed: ['st-a'], revRaised: [] })
})

test('progress is kept through an update, also that of a card that is gone', async () => {
  const db = testDb()
  await installExam(db, bundle('1', [note('st-a'), note('st-gone')]))
  const mark = { suspended: true, flag: 0, buriedUntil: null, updatedAt: 1, device: 'd' } as const
  const cardIds = ['st-a', 'st-gone'].map((id) => cardIdOf(id, '1'))
  await db.marks.bulkPut(cardIds.map((cardId) => ({ ...mark, cardId })))
  await db.cardStates.bulkPut(cardIds.map((cardId) => ({ ...STATE, cardId })))
  await db.reviews.bulkAdd(cardIds.map((cardId) => ({ ...RESET, id: cardId, cardId })))
  const before = await Promise.all([db.marks, db.cardStates, db.reviews].map((t) => t.toArray()))

  await installExam(db, bundle('2', [note('st-a', { answer: 'No', rev: 2 })]))

  const after = await Promise.all([db.marks, db.cardStates, db.reviews].map((t) => t.toArray()))
  expect(after).toEqual(before)
  expect(await storedNote(db, 'st-gone')).toMatchObject({ retired: true, title: 'Is st-gone so?' })
})

test('a note that comes back is no longer retired, though its text never changed', async () => {
  const db = testDb()
  await installExam(db, bundle('1', [note('st-a'), note('st-b')]))
  await installExam(db, bundle('2', [note('st-a')]))
  expect(await installExam(db, bundle('3', [note('st-a'), note('st-b')]))).toEqual({
    ...NOTHING,
    added: ['st-b'],
  })
  expect(await storedNote(db, 'st-b')).toMatchObject({ retired: false })
})

test('the same version again writes nothing', async () => {
  const db = testDb()
  await installExam(db, bundle('1', [note('st-a')]))
  const writes = vi.fn<() => void>()
  db.exams.hook('updating', writes)
  db.notes.hook('updating', writes)
  expect(await installExam(db, bundle('1', [note('st-a')]))).toEqual(NOTHING)
  expect(writes).not.toHaveBeenCalled()
})

test('an update writes only the notes that changed', async () => {
  const db = testDb()
  await installExam(db, bundle('1', [note('st-a'), note('st-b')]))
  const written: string[] = []
  db.notes.hook('updating', (_changes, id) => {
    written.push(id)
  })
  await installExam(db, bundle('2', [note('st-a'), note('st-b', { answer: 'No' })]))
  expect(written).toEqual(['st-b'])
})

test('a note of two exams is kept until the last of them drops it', async () => {
  const db = testDb()
  const other = { exam: 'AZ-305' }
  await installExam(db, bundle('1', [note('st-a'), note('st-shared')]))
  expect(await installExam(db, bundle('1', [note('st-shared')], other))).toEqual(NOTHING)

  expect((await installExam(db, bundle('2', [note('st-a')]))).retired).toEqual([])
  expect(await storedNote(db, 'st-shared')).toMatchObject({ retired: false })

  expect((await installExam(db, bundle('2', [], other))).retired).toEqual(['st-shared'])
  expect(await storedNote(db, 'st-shared')).toMatchObject({ retired: true })
  expect((await installedExams(db)).map(({ exam }) => exam)).toEqual(['AZ-104', 'AZ-305'])
})

test('a note of two exams is changed once, by whichever is brought up to date first', async () => {
  const db = testDb()
  const other = { exam: 'AZ-305' }
  await installExam(db, bundle('1', [note('st-shared')]))
  await installExam(db, bundle('1', [note('st-shared')], other))
  const changed = note('st-shared', { answer: 'No', rev: 2 })
  expect((await installExam(db, bundle('2', [changed]))).changed).toEqual(['st-shared'])
  expect((await installExam(db, bundle('2', [changed], other))).changed).toEqual([])
})

test('an older build in another tab goes back to its cards, and the newer one forward again', async () => {
  const db = testDb()
  const older = bundle('1', [note('st-a'), note('st-old')])
  const newer = bundle('2', [note('st-a', { answer: 'No', rev: 2 }), note('st-new')])
  await installExam(db, older)
  await installExam(db, newer)

  expect(await installExam(db, older)).toEqual({
    added: ['st-old'],
    changed: ['st-a'],
    retired: ['st-new'],
    revRaised: [],
  })
  expect(await storedNote(db, 'st-a')).toMatchObject({ rev: 1 })

  await installExam(db, newer)
  expect((await examRow(db, 'AZ-104'))?.catalog.map(({ id }) => id)).toEqual(['st-a', 'st-new'])
  expect(await storedNote(db, 'st-old')).toMatchObject({ retired: true })
  expect(await storedNote(db, 'st-new')).toMatchObject({ retired: false })
})

test('two tabs that install at once leave one installation', async () => {
  const db = testDb()
  const tab = anotherTab(db)
  const shipped = bundle('1', [note('st-a')])
  const results = await Promise.all([installExam(db, shipped), installExam(tab, shipped)])
  expect(results.flatMap(({ added }) => added)).toEqual(['st-a'])
})

test('a broken bundle changes nothing and says what is wrong', async () => {
  const db = testDb()
  await installExam(db, bundle('1', [note('st-a')]))
  const before = await contents(db)
  const broken = bundle('2', [note('st-b'), note('st-c', { rev: 0 })])

  const error: unknown = await installExam(db, broken).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(BundleError)
  expect(error).toMatchObject({ message: expect.stringContaining('notes.1.rev') })
  expect(await contents(db)).toEqual(before)
})

test('a full disk in the middle of an update leaves the version before it', async () => {
  const db = testDb()
  await installExam(db, bundle('1', [note('st-a'), note('st-gone')]))
  const before = await contents(db)
  db.exams.hook('updating', () => {
    throw new DOMException('The disk is full', 'QuotaExceededError')
  })

  const error: unknown = await installExam(db, bundle('2', [note('st-b')])).catch(
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(StorageFault)
  expect(error).toMatchObject({ kind: 'quota' })
  expect(await contents(db)).toEqual(before)
})

const STATE = {
  phase: 'review',
  step: 0,
  stability: 3,
  difficulty: 5,
  dueDay: 20_700,
  dueAt: null,
  lastReviewAt: 0,
  lastReviewDay: 20_697,
  introducedDay: 20_697,
  reps: 1,
  lapses: 0,
} as const

const RESET = { kind: 'reset', at: 0, utcOffsetMin: 0, device: 'd' } as const
