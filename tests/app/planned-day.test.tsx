import { cleanup, screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { defaultPlan } from '../../src/core/plan-settings.ts'
import type { ExamPlan } from '../../src/core/plan-settings.ts'
import { buildQueue } from '../../src/core/study/queue.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { loadStudyDay } from '../../src/app/study-day.ts'
import { logCards } from '../../src/db/bulk.ts'
import { undoBulk } from '../../src/db/bulk-undo.ts'
import { savePlan } from '../../src/db/plan-settings.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { bundle, note } from '../support/bundles.ts'
import { rated } from '../support/log.ts'
import { CHICAGO, NOON, renderRoutes, studyingApp } from '../support/test-app.tsx'
import type { TestApp } from '../support/test-app.tsx'

/** Monday 23 November 2026. */
const TODAY = 20_780
const NOTES = Array.from({ length: 40 }, (_, index) => note(`n${100 + index}`))
const AZ104 = bundle('1', NOTES)

async function planned(plan: Partial<ExamPlan> = {}, minutes: readonly number[] = []) {
  const app = await studyingApp([AZ104])
  await save(app, plan, minutes)
  return app
}

async function save(app: TestApp, plan: Partial<ExamPlan>, minutes: readonly number[] = []) {
  const week = [20, 20, 20, 20, 20, 20, 20].map((each, day) => minutes[day] ?? each)
  const whole = { ...defaultPlan(TODAY), date: '2026-12-21', ...plan }
  await savePlan(app.db, 'AZ-104', whole, week, app.now(), 'test')
}

async function planOf(app: TestApp, today = TODAY) {
  const { day } = await loadStudyDay(app.db, await loadSettings(app.db), today)
  return (day.planned?.units ?? []).map((unit) => unit.map(({ cardId }) => cardId).join())
}

const heading = () => screen.findByRole('heading', { level: 1 })

describe('Today with a plan', () => {
  test('shows its minutes and cards, and the days to the exam', async () => {
    // An even pace for 40 cards in 20 of 28 days, and more as there is time.
    renderRoutes(await planned({}, [2]))
    expect(await heading()).toHaveTextContent('2 minutes today: 3 new.')
    expect(screen.getByText(/AZ-104 in 28 days/)).toBeVisible()
    expect(await screen.findByText('The plan has up to 2 minutes today.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Plan' })).toHaveAttribute('href', '/plan')
  })

  test('has days off', async () => {
    renderRoutes(await planned({}, [0]))
    expect(await heading()).toHaveTextContent('A day off.')
  })

  test('lists no more than its minutes hold, and lets the learner go on', async () => {
    const app = await planned({}, [2])
    renderRoutes(app, '/')
    expect(await heading()).toHaveTextContent('2 minutes today: 3 new.')
    cleanup()
    for (const [index, id] of ['n100#1', 'n100#1'].entries()) {
      const at = NOON + 1000 * index
      const timed = { cardId: id, at, utcOffsetMin: CHICAGO, durationMs: 60_000 }
      const review = rated(`r${index}`, 0, { ...timed, rating: 'easy' })
      await recordReview(app.db, review, DEFAULT_SCHEDULER)
    }
    renderRoutes(app, '/')
    expect(await heading()).toHaveTextContent('Done for today.')
    expect(await screen.findByText(/used up before 2 cards of today’s list/)).toBeVisible()
    const goOn = screen.getByRole('link', { name: 'Go on' })
    expect(goOn).toHaveAttribute('href', '/study?beyond=1')
    cleanup()
    renderRoutes(app, '/study?beyond=1')
    expect(await screen.findByText(/New; \d+ s now makes it/)).toBeInTheDocument()
    cleanup()
    renderRoutes(app, '/study')
    expect(await heading()).toHaveTextContent('Nothing')
  })

  test('says of an exam without a plan that it comes on top, also on a day off', async () => {
    const app = await planned({}, [0])
    const other = bundle('1', [note('d', { skills: ['az305-storage-data-tiers'] })], {
      exam: 'AZ-305',
    })
    const both = await studyingApp([AZ104, other])
    await save(both, {}, [0])
    renderRoutes(both, '/')
    expect(await screen.findByText('Today is a day off of the plan.')).toBeVisible()
    expect(
      screen.getByText(
        'AZ-305 has no plan: about 1 minute of its cards today on top of it, also on a day off.',
      ),
    ).toBeVisible()
    cleanup()
    renderRoutes(app, '/')
    await screen.findByText('Today is a day off of the plan.')
    expect(screen.queryByText(/has no plan/)).toBeNull()
  })

  test('loses none of its minutes to an exam without a plan', async () => {
    const tests = [note('d', { skills: ['az305-storage-data-tiers'] })]
    const app = await studyingApp([AZ104, bundle('1', tests, { exam: 'AZ-305' })])
    await save(app, {}, [2])
    const timed = { cardId: 'd#1', at: NOON, utcOffsetMin: CHICAGO, durationMs: 60_000 }
    for (const id of ['r1', 'r2', 'r3']) {
      await recordReview(app.db, rated(id, 0, timed), DEFAULT_SCHEDULER)
    }
    expect(await planOf(app)).toHaveLength(3)
  })

  test('says on the day of the exam, and after it, that nothing is planned', async () => {
    renderRoutes(await planned({ date: '2026-11-23' }), '/')
    expect(await heading()).toHaveTextContent('Nothing is planned for today.')
    expect(await screen.findByText('Nothing is planned for it any more.')).toBeVisible()
    expect(screen.queryByText(/up to 20 minutes/)).toBeNull()
    cleanup()
    renderRoutes(await planned({ date: '2026-11-20', after: 'archive' }), '/')
    expect(await screen.findByText(/^AZ-104 is over: its cards rest/)).toBeVisible()
    expect(screen.queryByText(/up to 20 minutes/)).toBeNull()
    cleanup()
    renderRoutes(await planned({ date: '2026-11-20', after: 'light' }), '/')
    expect(await screen.findByText('AZ-104 is over.')).toBeVisible()
  })

  test('offers to make one where there is none', async () => {
    renderRoutes(await studyingApp([AZ104]))
    expect(await screen.findByRole('link', { name: 'Make a plan' })).toBeVisible()
  })
})

describe('the plan of a day', () => {
  test('stays the same until the day is over', async () => {
    const app = await planned({}, [3, 3])
    const first = await planOf(app)
    expect(first.length).toBeGreaterThan(2)
    const at = NOON + 1000
    const review = rated('r1', 0, { cardId: 'n100#1', at, utcOffsetMin: CHICAGO, rating: 'easy' })
    await recordReview(app.db, review, DEFAULT_SCHEDULER)
    expect(await planOf(app)).toEqual(first)
    app.setNow(NOON + DAY_MS)
    expect(await planOf(app, TODAY + 1)).not.toContain('n100#1')
  })

  test('is made anew when the plan changes', async () => {
    const app = await planned({}, [3])
    const first = await planOf(app)
    await save(app, {}, [6])
    expect((await planOf(app)).length).toBeGreaterThan(first.length)
  })

  test('of tomorrow is not kept: today may still change it', async () => {
    const app = await planned({}, [3])
    const today = await planOf(app)
    const settings = await loadSettings(app.db)
    await loadStudyDay(app.db, settings, TODAY + 1, true)
    expect(await app.db.local.get('plannedDay')).toMatchObject({
      value: { daysLeft: [{ days: 28 }] },
    })
    expect(await planOf(app)).toEqual(today)
  })

  test('a stored one that does not fit is made anew', async () => {
    const app = await planned({}, [3])
    const first = await planOf(app)
    await app.db.local.put({ key: 'plannedDay', value: { key: 'x', units: 'none' } })
    expect(await planOf(app)).toEqual(first)
  })
})

describe('a due day set by hand', () => {
  const stamp = { utcOffsetMin: CHICAGO, device: 'test' }
  const ids = async (app: TestApp) => {
    const { day } = await loadStudyDay(app.db, await loadSettings(app.db), TODAY)
    return buildQueue(day, {}, NOON).entries.map(({ card }) => card.cardId)
  }
  const move = (app: TestApp, dueDay: number, id = 'm1') =>
    logCards(
      app.db,
      ['n100#1'],
      { kind: 'due', dueDay },
      { id, at: NOON, ...stamp },
      DEFAULT_SCHEDULER,
    )

  async function withFirmCard() {
    const app = await planned({}, [3])
    const at = NOON - 2 * DAY_MS
    const review = rated('r1', 0, { cardId: 'n100#1', at, utcOffsetMin: CHICAGO, rating: 'easy' })
    await recordReview(app.db, review, DEFAULT_SCHEDULER)
    return app
  }

  test('counts at once, and not once it was taken back', async () => {
    const app = await withFirmCard()
    expect(await ids(app)).not.toContain('n100#1')
    await move(app, TODAY)
    expect(await ids(app)).toContain('n100#1')
    await undoBulk(app.db, 'm1', { id: 'u1', at: NOON + 1, ...stamp }, DEFAULT_SCHEDULER)
    expect(await ids(app)).not.toContain('n100#1')
  })

  test('also later in the day keeps a card of the plan away', async () => {
    const app = await withFirmCard()
    await move(app, TODAY)
    expect(await ids(app)).toContain('n100#1')
    await move(app, TODAY + 5, 'm2')
    expect(await ids(app)).not.toContain('n100#1')
  })
})

test('a session has the cards of the plan and says why', async () => {
  renderRoutes(await planned({}, [2]), '/study')
  expect(await screen.findByText(/New; \d+ s now makes it \d+ % on exam day/)).toBeInTheDocument()
})
