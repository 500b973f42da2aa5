import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { fullText } from '../../src/core/text/note-text.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { saveEdit } from '../../src/db/edits.ts'
import { saveFit } from '../../src/db/fits.ts'
import { saveForecast, saveResult } from '../../src/db/forecasts.ts'
import { changeMark } from '../../src/db/marks.ts'
import { saveMedia } from '../../src/db/media.ts'
import { addSteps } from '../../src/db/mocks.ts'
import { setOwnNoteDeleted } from '../../src/db/own-notes.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { saveSetting } from '../../src/db/save-setting.ts'
import { putInForce } from '../../src/db/use-weights.ts'
import { bundle, note } from './bundles.ts'
import { install } from './install.ts'
import { rated, T0, undone } from './log.ts'
import { mockRun } from './mock-run.ts'
import { ownNote } from './own-note.ts'
import { testDb } from './test-db.ts'

const WRITTEN = { at: T0, device: 'laptop' }
export const TEXT = { type: 'basic', ask: 'Is a so?', answer: 'Yes' } as const
export const IMAGE = 'a'.repeat(64)

/** A learner with something of everything. */
export async function usedDb(db = testDb()): Promise<StudyDb> {
  await install(db, bundle('1', [note('a', { text: TEXT }), note('b', { text: TEXT })]))
  await saveSetting(db, 'newPerDay', 30, T0, 'laptop')
  await saveSetting(db, 'exams', ['AZ-104'], T0, 'laptop')
  await ownNote(db, 'mine', 'Networks')
  await ownNote(db, 'gone', 'Networks')
  await setOwnNoteDeleted(db, 'gone', true, WRITTEN)
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251).buffer
  await saveMedia(db, {
    id: IMAGE,
    type: 'image/webp',
    width: 3,
    height: 4,
    createdAt: T0,
    bytes,
  })
  await saveEdit(db, 'a', fullText({ ...TEXT, answer: 'Mine' }), WRITTEN)
  await db.noteTags.put({ noteId: 'b', tags: ['hard'], updatedAt: T0, device: 'laptop' })
  await changeMark(db, 'b#1', { flag: 3 }, T0, 'laptop')
  const weights = DEFAULT_SCHEDULER.weights.map((weight, index) =>
    index < 4 ? weight * 2 : weight,
  )
  await saveFit(db, {
    verdict: 'better',
    weights,
    trial: { reviews: 9, defaultLoss: 0.4, fittedLoss: 0.3, defaultOff: 0.05, fittedOff: 0.01 },
    ratings: 500,
    cards: 50,
    id: 'f1',
    at: T0,
    device: 'laptop',
    adoptedAt: null,
    declinedAt: null,
    replaced: null,
    updatedAt: T0,
  })
  await putInForce(db, { weights, fitId: 'f1', now: T0 + 1, device: 'laptop' })
  await saveForecast(db, {
    exam: 'AZ-104',
    day: 20_000,
    forDay: 20_030,
    recall: { low: 0.4, high: 0.6 },
    points: null,
    pass: null,
    evidence: { cards: 2, seen: 1, reviews: 1, mockAnswers: 0, isFitted: true },
    updatedAt: T0,
    device: 'laptop',
  })
  const result = { exam: 'AZ-104', day: 20_030, score: 742, passed: true }
  await saveResult(db, { ...result, updatedAt: T0, device: 'laptop' })
  await recordReview(db, rated('r1', 0, { cardId: 'a#1' }), DEFAULT_SCHEDULER)
  await recordReview(db, rated('r2', 1, { cardId: 'mine#1', mode: 'cram' }), DEFAULT_SCHEDULER)
  await recordReview(db, rated('r3', 2, { cardId: 'b#1' }), DEFAULT_SCHEDULER)
  await addSteps(db, mockRun('mock-run').steps)
  await recordReview(db, undone('u1', rated('r3', 2, { cardId: 'b#1' })), DEFAULT_SCHEDULER)
  return db
}
