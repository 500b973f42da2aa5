import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { defaultPlan } from '../../src/core/plan-settings.ts'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { savePlan } from '../../src/db/plan-settings.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { putScheduleInForce } from '../../src/db/use-schedule.ts'
import { bundle, note } from '../support/bundles.ts'
import { rated } from '../support/log.ts'
import { button, entries, openStudy } from '../support/study-room.tsx'
import { CHICAGO, NOON, setSetting, studyingApp } from '../support/test-app.tsx'
import type { TestApp } from '../support/test-app.tsx'

/** Monday 23 November 2026. */
const TODAY = 20_780
/** Days after which a new card comes back that was easy. */
const EASY = 8

/** A learner with a new card, and with others that are due on days ahead. */
async function learner(due: Readonly<Record<number, number>>): Promise<TestApp> {
  const others = Object.values(due).reduce((sum, count) => sum + count, 0)
  const notes = Array.from({ length: others }, (_, index) => note(`o${100 + index}`))
  const app = await studyingApp([bundle('1', [note('a'), ...notes])])
  await setSetting(app, 'buttons', 'four')
  let index = 0
  for (const [ahead, count] of Object.entries(due)) {
    for (let card = 0; card < count; card += 1) {
      const cardId = `o${100 + index++}#1`
      const seen = rated(`r-${cardId}`, 0, {
        cardId,
        at: NOON - 30 * DAY_MS,
        utcOffsetMin: CHICAGO,
      })
      const { id: _, ...day } = seen
      await recordReview(app.db, seen, DEFAULT_SCHEDULER)
      const dueDay = TODAY + Number(ahead)
      await recordReview(
        app.db,
        {
          kind: 'rescheduled',
          id: `d-${cardId}`,
          cardId,
          at: day.at + 1000,
          utcOffsetMin: CHICAGO,
          device: 'laptop',
          dueDay,
        },
        DEFAULT_SCHEDULER,
      )
    }
  }
  return app
}

/** How full the days are is read once the first card is on the screen. */
function loadsRead() {
  return new Promise((resolve) => setTimeout(resolve, 250))
}

async function rateEasy(app: TestApp, count: number) {
  const before = await app.db.reviews.count()
  const { user } = await openStudy(app, '/study')
  await loadsRead()
  await user.keyboard(' ')
  const easy = await button(/^Easy/)
  const promised = easy.textContent
  await user.click(easy)
  const log = await entries(app, before + 1)
  const entry = log.find(({ cardId }) => cardId === 'a#1')
  expect(count).toBe(before)
  return { promised, entry, state: await app.db.cardStates.get('a#1') }
}

describe('a card that is answered', () => {
  test('comes back on the emptiest day around, as its button says', async () => {
    const app = await learner({ 7: 2, 8: 2, 9: 2 })
    const { promised, entry, state } = await rateEasy(app, 12)
    expect(promised).toContain('6 d')
    expect(entry).toMatchObject({ rating: 'easy', shift: 6 - EASY })
    expect(state?.dueDay).toBe(TODAY + 6)
    expect(state).toEqual(replay(entry ? [entry] : [], DEFAULT_SCHEDULER))
  })

  test('has no such note in its entry where the day is empty', async () => {
    const app = await learner({ 7: 2 })
    const { promised, entry } = await rateEasy(app, 4)
    expect(promised).toContain('8 d')
    expect(entry).not.toHaveProperty('shift')
  })

  test('is not moved where the learner does not want it', async () => {
    const app = await learner({ 8: 3 })
    const schedule = { balance: false }
    await putScheduleInForce(app.db, { exam: 'AZ-104', schedule, now: NOON, device: 'test' })
    const { promised, entry } = await rateEasy(app, 6)
    expect(promised).toContain('8 d')
    expect(entry).not.toHaveProperty('shift')
  })

  test('nor while its exam has a date: the plan decides', async () => {
    const app = await learner({ 8: 3 })
    const plan = { ...defaultPlan(TODAY), date: '2027-03-01' }
    await savePlan(app.db, 'AZ-104', plan, null, NOON, 'test')
    const { promised, entry } = await rateEasy(app, 6)
    expect(promised).toContain('8 d')
    expect(entry).not.toHaveProperty('shift')
  })

  test('but it is with a plan without a date', async () => {
    const app = await learner({ 8: 3 })
    await savePlan(app.db, 'AZ-104', defaultPlan(TODAY), null, NOON, 'test')
    expect((await rateEasy(app, 6)).entry).toMatchObject({ shift: -1 })
  })

  test('stays away from a weekday without reviews', async () => {
    const app = await learner({})
    // In eight days it is a Tuesday.
    const easyDays = Array.from({ length: 7 }, (_, day) =>
      day < 2 ? ('none' as const) : ('normal' as const),
    )
    await putScheduleInForce(app.db, {
      exam: 'AZ-104',
      schedule: { easyDays },
      now: NOON,
      device: 'test',
    })
    const { promised, state } = await rateEasy(app, 0)
    expect(promised).toContain('9 d')
    expect(state?.dueDay).toBe(TODAY + 9)
  })

  test('nor does it come on a day that the plan keeps free', async () => {
    const app = await learner({})
    // In eight days it is a Tuesday.
    const minutes = [20, 0, 20, 20, 20, 20, 20]
    await savePlan(app.db, 'AZ-104', defaultPlan(TODAY), minutes, NOON, 'test')
    expect((await rateEasy(app, 0)).entry).toMatchObject({ shift: -1 })
  })

  test('counts for the next one', async () => {
    const app = await studyingApp([bundle('1', [note('a'), note('b'), note('c')])])
    await setSetting(app, 'buttons', 'four')
    const { user } = await openStudy(app, '/study')
    await loadsRead()
    for (const count of [1, 2, 3]) {
      await screen.findByRole('button', { name: /Show answer/ })
      await user.keyboard(' ')
      await user.click(await button(/^Easy/))
      await entries(app, count)
    }
    const days = (await app.db.cardStates.toArray()).map(({ dueDay }) => dueDay - TODAY)
    expect(days.toSorted((x, y) => x - y)).toEqual([7, 8, 9])
  })
})
