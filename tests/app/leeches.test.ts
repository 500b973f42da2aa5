import { expect, test, vi } from 'vitest'
import { LeechFinder } from '../../src/app/browse/leeches.ts'
import { USUAL_SCHEDULE } from '../../src/core/exam-schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { inReview } from '../support/builders.ts'
import { longForgotten, slipping } from '../support/leeches.ts'
import { rated } from '../support/log.ts'
import { testDb } from '../support/test-db.ts'

const usual = () => ({ scheduler: DEFAULT_SCHEDULER, threshold: USUAL_SCHEDULE })

const statesOf = async (db: StudyDb) =>
  new Map((await db.cardStates.toArray()).map((state) => [state.cardId, state]))

test('cards that slip more than memory explains are found, whatever the number of lapses', async () => {
  const db = testDb()
  await slipping(db, 'a#1')
  await longForgotten(db, 'b#1')
  const states = await statesOf(db)
  expect([states.get('a#1')?.lapses, states.get('b#1')?.lapses]).toEqual([3, 4])
  const leeches = await new LeechFinder().find(db, states, usual)
  expect([...leeches]).toEqual(['a#1'])
})

test('only logs of cards with three lapses are read, and each once while its state is the same', async () => {
  const db = testDb()
  await slipping(db, 'a#1')
  await longForgotten(db, 'b#1')
  const states = await statesOf(db)
  for (let index = 0; index < 50; index++) {
    states.set(`c${index}#1`, inReview(`c${index}#1`, { lapses: index % 3 }))
  }
  const finder = new LeechFinder()
  const read = vi.spyOn(db.reviews, 'where')
  await finder.find(db, states, usual)
  expect(read).toHaveBeenCalledTimes(2)
  await finder.find(db, new Map(states), usual)
  expect(read).toHaveBeenCalledTimes(2)
  const { state } = await recordReview(
    db,
    rated('new', 400, { cardId: 'a#1', rating: 'again' }),
    DEFAULT_SCHEDULER,
  )
  if (state) states.set('a#1', state)
  read.mockClear()
  await finder.find(db, states, usual)
  expect(read).toHaveBeenCalledTimes(1)
})

test('more cards than are read at once', async () => {
  const db = testDb()
  const ids = Array.from({ length: 250 }, (_, index) => `c${index}#1`)
  await slipping(db, 'c249#1')
  const states = new Map(ids.map((id) => [id, inReview(id, { lapses: 3 })]))
  expect([...(await new LeechFinder().find(db, states, usual))]).toEqual(['c249#1'])
})
