import { expect, test } from 'vitest'
import { findCards } from '../../src/app/browse/find-cards.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { bundle, note } from '../support/bundles.ts'
import { longForgotten, slipping } from '../support/leeches.ts'
import { rated } from '../support/log.ts'
import { CHICAGO, NOON, studyingApp } from '../support/test-app.tsx'

test('a session finds the cards that the list finds: by words, terms and the log', async () => {
  const app = await studyingApp([
    bundle('1', [note('st-a', { tags: ['bridge'] }), note('st-b', { answer: 'Archive' })]),
  ])
  const entry = rated('r1', 0, { cardId: 'st-b#1', at: NOON, utcOffsetMin: CHICAGO })
  await recordReview(app.db, entry, DEFAULT_SCHEDULER)
  expect(await findCards(app, 'archive')).toEqual({ cards: ['st-b#1'], problem: null })
  expect(await findCards(app, 'tag:bridge')).toMatchObject({ cards: ['st-a#1'] })
  expect(await findCards(app, 'rated:1')).toMatchObject({ cards: ['st-b#1'] })
  expect(await findCards(app, 'is:nothing')).toMatchObject({
    cards: null,
    problem: { code: 'bad-value' },
  })
})

test('a session over cards that do not stick waits for what their logs say', async () => {
  const app = await studyingApp([bundle('1', [note('st-a'), note('st-b'), note('st-c')])])
  await slipping(app.db, 'st-a#1')
  await longForgotten(app.db, 'st-b#1')
  expect(await findCards(app, 'is:leech')).toMatchObject({ cards: ['st-a#1'] })
  expect(await findCards(app, '-is:leech')).toMatchObject({ cards: ['st-b#1', 'st-c#1'] })
})
