import { expect, test } from 'vitest'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { fullText } from '../../src/core/text/note-text.ts'
import { checkData } from '../../src/db/check-data.ts'
import { saveEdit } from '../../src/db/edits.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { bundle } from '../support/bundles.ts'
import { install } from '../support/install.ts'
import { rated, T0 } from '../support/log.ts'
import { ownNote } from '../support/own-note.ts'
import { testDb } from '../support/test-db.ts'
import { shipped } from '../support/texts.ts'

const CLOZE = { type: 'cloze', ask: '{{c1::a}} and {{c2::b}}' } as const

async function usedDb() {
  const db = testDb()
  await install(db, bundle('1', [shipped('a', CLOZE)]))
  await ownNote(db, 'mine', 'Networks')
  await recordReview(db, rated('r1', 0, { cardId: 'a#c1' }), DEFAULT_SCHEDULER)
  await recordReview(db, rated('r2', 0, { cardId: 'mine#1' }), DEFAULT_SCHEDULER)
  await saveEdit(db, 'a', fullText({ ...CLOZE, ask: '{{c1::a}} only' }), { at: T0, device: 'x' })
  return db
}

const SOUND = {
  reviews: 2,
  cards: 2,
  notes: 2,
  wrongStates: 0,
  strayStates: 0,
  catalog: 0,
  rekeyed: 0,
  withoutText: 0,
  missingImages: 0,
}

test('data that is sound is found to be so, and nothing is written', async () => {
  const db = await usedDb()
  const before = await db.cardStates.toArray()
  expect(await checkData(db, DEFAULT_SCHEDULER)).toEqual(SOUND)
  expect(await db.cardStates.toArray()).toEqual(before)
})

test('what can be computed is put right, and told', async () => {
  const db = await usedDb()
  const before = await db.cardStates.toArray()
  const [state] = before
  if (!state) throw new Error('There is no state')
  await db.cardStates.put({ ...state, stability: 400 })
  await db.cardStates.put({ ...state, cardId: 'stray#1' })
  await db.cardStates.delete('mine#1')
  await db.exams.delete('OWN')
  const exam = await db.exams.get('AZ-104')
  if (!exam) throw new Error('There is no exam')
  const catalog = exam.catalog.map((note) => ({ ...note, keys: ['c1', 'c2'] }))
  await db.exams.put({ ...exam, catalog })

  const found = await checkData(db, DEFAULT_SCHEDULER)
  expect(found).toEqual({ ...SOUND, wrongStates: 2, strayStates: 1, catalog: 1, rekeyed: 1 })
  expect(await db.cardStates.toArray()).toEqual(before)
  expect(await checkData(db, DEFAULT_SCHEDULER)).toEqual(SOUND)
})

test('what cannot be put right is told and left alone', async () => {
  const db = await usedDb()
  await recordReview(db, rated('r3', 0, { cardId: 'lost#1' }), DEFAULT_SCHEDULER)
  const image = 'b'.repeat(64)
  const text = { type: 'basic', ask: `![x](media:${image})`, answer: 'Yes' } as const
  await ownNote(db, 'shows', 'Networks', 2, text)
  const found = await checkData(db, DEFAULT_SCHEDULER)
  expect(found).toMatchObject({ withoutText: 1, missingImages: 1, wrongStates: 0 })
  expect(await db.reviews.count()).toBe(3)
})
