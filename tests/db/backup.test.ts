import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BackupReader } from '../../src/core/backup/content.ts'
import type { BackupContent } from '../../src/core/backup/content.ts'
import type { Mark } from '../../src/core/mark.ts'
import { MODES, RATINGS } from '../../src/core/review.ts'
import type { Review } from '../../src/core/review.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { fullText } from '../../src/core/text/note-text.ts'
import { backupLines } from '../../src/db/backup-lines.ts'
import { fromBase64 } from '../../src/db/base64.ts'
import { StudyDb } from '../../src/db/db.ts'
import type { MediaRow } from '../../src/db/db.ts'
import { saveEdit } from '../../src/db/edits.ts'
import { examRow, installedExams } from '../../src/db/exams.ts'
import { changeMark } from '../../src/db/marks.ts'
import { ensureProjection } from '../../src/db/projection.ts'
import { restoreBackup } from '../../src/db/restore.ts'
import type { RestoreMode } from '../../src/db/restore.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { bundle, note } from '../support/bundles.ts'
import { install } from '../support/install.ts'
import { rated, reset, T0, undone } from '../support/log.ts'
import { ownNote } from '../support/own-note.ts'
import { freshName, testDb } from '../support/test-db.ts'
import { rendered } from '../support/texts.ts'
import { IMAGE, TEXT, usedDb } from '../support/used-db.ts'

const WRITTEN = { at: T0, device: 'laptop' }

async function linesOf(db: StudyDb): Promise<string[]> {
  return Array.fromAsync(backupLines(db, WRITTEN))
}

function contentOf(lines: readonly string[]): BackupContent {
  const reader = new BackupReader()
  lines.forEach((line) => reader.take(line))
  return reader.content()
}

/** As it is written for another device to take in. */
async function restore(db: StudyDb, lines: readonly string[], mode: RestoreMode = 'merge') {
  const { rows } = contentOf(lines)
  const images = rows.image.map(({ base64, ...row }): MediaRow => {
    return { ...row, bytes: fromBase64(base64) }
  })
  return restoreBackup(db, { rows, images, render: rendered }, mode, { at: T0, device: 'phone' })
}

function failing(): never {
  throw new Error('cannot be rendered')
}

describe('a backup taken in', () => {
  test('by an empty browser brings everything back', async () => {
    const db = await usedDb()
    const lines = await linesOf(db)
    const other = testDb()
    const restored = await restore(other, lines)
    expect(await linesOf(other)).toEqual(lines)
    expect(restored).toMatchObject({ note: 2, deck: 1, image: 1, edit: 1, tags: 1, mark: 1 })
    expect(restored).toMatchObject({ fit: 1, forecast: 2 })
    expect(restored.review).toBe(await db.reviews.count())
    expect(restored.mock).toBe(2)
    expect(await other.mocks.toArray()).toEqual(await db.mocks.toArray())

    await ensureProjection(db, DEFAULT_SCHEDULER)
    await ensureProjection(other, DEFAULT_SCHEDULER)
    expect(await other.cardStates.toArray()).toEqual(await db.cardStates.toArray())
    expect(await examRow(other, 'OWN')).toEqual(await examRow(db, 'OWN'))
    expect(await other.media.get(IMAGE)).toEqual(await db.media.get(IMAGE))
  })

  test('and the exam installed after it give the same notes and edits', async () => {
    const db = await usedDb()
    const other = testDb()
    await restore(other, await linesOf(db))
    await install(other, bundle('1', [note('a', { text: TEXT }), note('b', { text: TEXT })]))
    expect(await other.edits.get('a')).toEqual(await db.edits.get('a'))
    expect(await other.exams.get('AZ-104')).toEqual(await db.exams.get('AZ-104'))
  })

  test('twice changes nothing the second time', async () => {
    const lines = await linesOf(await usedDb())
    const other = testDb()
    await restore(other, lines)
    const once = await linesOf(other)
    const again = await restore(other, lines)
    expect(Object.values(again).every((count) => count === 0)).toBe(true)
    expect(await linesOf(other)).toEqual(once)
  })

  test('keeps what is here and was written later', async () => {
    const db = await usedDb()
    const lines = await linesOf(db)
    await changeMark(db, 'b#1', { flag: 1 }, T0 + 1, 'laptop')
    await recordReview(db, rated('r9', 9, { cardId: 'b#1' }), DEFAULT_SCHEDULER)
    const before = await linesOf(db)
    await restore(db, lines)
    expect(await linesOf(db)).toEqual(before)
  })

  test('merges an edit with the release that is installed', async () => {
    const lines = await linesOf(await usedDb())
    const other = testDb()
    const newer = { ...TEXT, ask: 'Is a still so?' }
    await install(other, bundle('2', [note('a', { text: newer, answer: '2' })]))
    await restore(other, lines)
    const edit = await other.edits.get('a')
    expect(edit?.mine).toEqual({ ...newer, answer: 'Mine' })
    expect(edit?.differences).toEqual([])
  })

  test('in place of what is there leaves nothing of it', async () => {
    const lines = await linesOf(await usedDb())
    const other = testDb()
    await install(other, bundle('1', [note('a', { text: TEXT }), note('b', { text: TEXT })]))
    await ownNote(other, 'theirs', 'Other')
    await recordReview(other, rated('x1', 3, { cardId: 'b#1' }), DEFAULT_SCHEDULER)
    await saveEdit(other, 'b', fullText({ ...TEXT, answer: 'Theirs' }), WRITTEN)
    await changeMark(other, 'a#1', { suspended: true }, T0, 'phone')
    await restore(other, lines, 'replace')
    expect(await linesOf(other)).toEqual(lines)
    expect(await other.local.where('key').startsWith('act/').count()).toBe(0)
    expect((await installedExams(other)).map(({ exam }) => exam)).toEqual(['AZ-104', 'OWN'])
  })

  test('that fails half-way changes nothing', async () => {
    const db = await usedDb()
    const lines = await linesOf(db)
    const other = await usedDb()
    await recordReview(other, rated('x1', 3, { cardId: 'b#1' }), DEFAULT_SCHEDULER)
    const before = await linesOf(other)
    const { rows } = contentOf(lines)
    const newer = rows.note.map((row) => ({
      ...row,
      updatedAt: row.updatedAt + 10_000_000_000_000,
    }))
    const input = { rows: { ...rows, note: newer }, images: [], render: failing }
    await expect(restoreBackup(other, input, 'replace', WRITTEN)).rejects.toThrow('cannot be')
    expect(await linesOf(other)).toEqual(before)
    const exam = await other.exams.get('AZ-104')
    expect(exam?.catalog).toHaveLength(2)
  })

  test('does not let a note take the place of a shipped one, nor be without a deck', async () => {
    const lines = await linesOf(await usedDb())
    const hostile = lines
      .filter((line) => !line.startsWith('{"kind":"deck"'))
      .map((line) => line.replace('"id":"mine"', '"id":"b"'))
      .map((line) => line.replace('"id":"gone"', '"id":"orphan"').replace('"deleted":true,', ''))
    const other = testDb()
    await install(other, bundle('1', [note('a', { text: TEXT }), note('b', { text: TEXT })]))
    await restore(other, hostile)
    expect((await other.notes.get('b'))?.own).toBeUndefined()
    const decks = await other.ownDecks.toArray()
    expect(decks.map(({ title }) => title)).toEqual(['Restored cards'])
    expect((await examRow(other, 'OWN'))?.catalog.map(({ id }) => id)).toEqual(['orphan'])
  })
})

const CARDS = ['a#1', 'b#1', 'c#1']
const entry = fc
  .record({
    id: fc.integer({ min: 0, max: 40 }).map((id) => `e${id}`),
    card: fc.constantFrom(...CARDS),
    days: fc.integer({ min: 0, max: 200 }),
    rating: fc.constantFrom(...RATINGS),
    mode: fc.constantFrom(...MODES),
    kind: fc.constantFrom('rated', 'rated', 'rated', 'reset', 'undone'),
    target: fc.integer({ min: 0, max: 40 }).map((id) => `e${id}`),
  })
  .map(({ id, card, days, kind, rating, mode, target }): Review => {
    if (kind === 'reset') return reset(id, days, { cardId: card })
    const answer = rated(id, days, { cardId: card, rating, mode })
    return kind === 'undone' ? undone(id, answer, { target }) : answer
  })
const log = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 30 })
const mark = fc.record({
  cardId: fc.constantFrom(...CARDS),
  suspended: fc.boolean(),
  flag: fc.constantFrom<0 | 1 | 2>(0, 1, 2),
  buriedUntil: fc.constant(null),
  updatedAt: fc.integer({ min: 0, max: 3 }),
  device: fc.constantFrom('laptop', 'phone'),
})
const keyOf = (m: Mark) => `${m.cardId} ${m.updatedAt} ${m.device}`
const marks = fc.uniqueArray(mark, { selector: ({ cardId }) => cardId })

test('files of two devices come to the same in either order, and states follow from the log', async () => {
  await fc.assert(
    fc.asyncProperty(log, log, marks, marks, async (logA, logB, marksA, marksB) => {
      // An id is made once in the world: what has the same id is the same entry.
      const byId = new Map(logA.map((each) => [each.id, each]))
      const sameB = logB.map((each) => byId.get(each.id) ?? each)
      // The same holds for two writes of one device at one instant.
      const byKey = new Map(marksA.map((each) => [keyOf(each), each]))
      const sameMarks = marksB.map((each) => byKey.get(keyOf(each)) ?? each)
      const [one, two] = [new StudyDb(freshName()), new StudyDb(freshName())]
      try {
        const fileOf = async (reviews: readonly Review[], rows: readonly Mark[]) => {
          const db = new StudyDb(freshName())
          await db.reviews.bulkAdd([...reviews])
          await db.marks.bulkPut([...rows])
          const lines = await linesOf(db)
          await db.delete()
          return lines
        }
        const [a, b] = [await fileOf(logA, marksA), await fileOf(sameB, sameMarks)]
        await restore(one, a)
        await restore(one, b)
        await restore(two, b)
        await restore(two, a)
        await restore(two, b)
        expect(await linesOf(one)).toEqual(await linesOf(two))
        expect(await one.reviews.count()).toBe(new Set([...logA, ...sameB].map((e) => e.id)).size)
        await ensureProjection(one, DEFAULT_SCHEDULER)
        await ensureProjection(two, DEFAULT_SCHEDULER)
        expect(await one.cardStates.toArray()).toEqual(await two.cardStates.toArray())
      } finally {
        await one.delete()
        await two.delete()
      }
    }),
    { numRuns: 40 },
  )
})
