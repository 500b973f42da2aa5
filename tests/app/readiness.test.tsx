import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { saveCourse } from '../../src/db/courses.ts'
import { savePlan } from '../../src/db/plan-settings.ts'
import { defaultPlan } from '../../src/core/plan-settings.ts'
import { addSteps } from '../../src/db/mocks.ts'
import { forecastsOf, saveForecast } from '../../src/db/forecasts.ts'
import { ensureProjection } from '../../src/db/projection.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { bundle, note } from '../support/bundles.ts'
import { finishedRun, FIRST_DAY } from '../support/mock-finished.ts'
import { rated } from '../support/log.ts'
import { memoryLog } from '../support/memory-log.ts'
import { NOON, renderRoutes, studyingApp } from '../support/test-app.tsx'
import type { TestApp } from '../support/test-app.tsx'

const TODAY = 20_780
const NOTES = ['st-a', 'st-b', 'st-c', 'st-d'].map((id) => note(id))

async function learner(): Promise<TestApp> {
  const app = await studyingApp([bundle('1', NOTES)])
  for (const [id, days] of [
    ['st-a', 20],
    ['st-b', 10],
    ['st-c', 2],
  ] as const) {
    const at = NOON - days * DAY_MS
    await recordReview(
      app.db,
      rated(`r-${id}`, 0, { cardId: `${id}#1`, at, rating: 'easy' }),
      DEFAULT_SCHEDULER,
    )
  }
  return app
}

describe('the page of readiness', () => {
  test('says a band and what it rests on, and nothing of points without mock exams', async () => {
    const app = await learner()
    renderRoutes(app, '/readiness?exam=AZ-104')
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      /^\d+–\d+.% of the cards of AZ-104 would be recalled on 23 Dec\.$/,
    )
    expect(screen.getByText(/An 80 % interval, from 3 reviews of 3 of 4 cards/)).toBeVisible()
    const whole = screen.getByRole('region', { name: 'The whole exam' })
    expect(within(whole).getAllByText('not enough data')).toHaveLength(2)
    expect(
      within(whole).getByRole('img', { name: /Expected recall of its cards: \d+–\d+/ }),
    ).toBeVisible()
    const missing = screen.getByRole('region', { name: 'What is missing for a forecast of points' })
    expect(missing).toHaveTextContent('5 more first answers in mock exams')
    expect(screen.getByText(/Nothing more is studied until 23 Dec/)).toBeVisible()
  })

  test('keeps what it forecast, once a day, and shows it on later days', async () => {
    const app = await learner()
    const { unmount } = renderRoutes(app, '/readiness?exam=AZ-104')
    await screen.findByRole('heading', { level: 1 })
    expect(await forecastsOf(app.db, 'AZ-104')).toMatchObject([
      {
        kind: 'forecast',
        day: TODAY,
        forDay: TODAY + 30,
        points: null,
        pass: null,
        updatedAt: NOON,
      },
    ])
    unmount()
    app.setNow(NOON + DAY_MS)
    renderRoutes(app, '/readiness?exam=AZ-104')
    const table = await screen.findByRole('table', { name: 'Earlier forecasts' })
    expect(within(table).getAllByRole('row')).toHaveLength(2)
    expect(within(table).getByRole('row', { name: /23 Nov 23 Dec \d+–\d+/ })).toBeVisible()
    expect(await forecastsOf(app.db, 'AZ-104')).toHaveLength(2)
  })

  test('looks at today where it is asked to, and keeps no forecast of that', async () => {
    const app = await learner()
    renderRoutes(app, '/readiness?exam=AZ-104&when=today')
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(/recalled today\.$/)
    expect(screen.getByText('The exam is today.')).toBeVisible()
    expect(await forecastsOf(app.db, 'AZ-104')).toEqual([])
  })

  test('is for the day of the exam where there is one', async () => {
    const app = await learner()
    const plan = { since: TODAY, newPerDay: null, desiredRetention: null, after: 'keep' }
    const value = { ...plan, date: '2026-12-14', known: { 'az104-storage': 0.5 } }
    await app.db.settings.put({ key: 'plan/exam/AZ-104', value, updatedAt: 1, device: 'test' })
    renderRoutes(app, '/readiness?exam=AZ-104')
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(/on 14 Dec\.$/)
    expect(screen.getByRole('link', { name: 'On the exam day' })).toHaveAttribute(
      'aria-current',
      'page',
    )
    expect(await forecastsOf(app.db, 'AZ-104')).toMatchObject([{ forDay: TODAY + 21 }])
  })

  describe('what the plan brings', () => {
    const points = (low: number) => [
      { day: TODAY - 20, low, middle: low, high: low },
      { day: TODAY + 20, low, middle: low, high: low },
    ]
    const outcome = { low: 0.744, middle: 0.8, high: 0.851 }
    const planned = async (last: number) => {
      const app = await learner()
      const plan = { ...defaultPlan(TODAY - 20), date: '2026-12-13' }
      await savePlan(app.db, 'AZ-104', plan, [9, 9, 9, 9, 9, 9, 9], NOON, 'test')
      const course = { from: TODAY - 20, examDay: TODAY + 20, points: points(last), outcome }
      await saveCourse(app.db, 'AZ-104', course, { at: NOON, device: 'test' })
      renderRoutes(app, '/readiness?exam=AZ-104')
      return screen.findByRole('region', { name: 'The whole exam' })
    }

    test('is said as its page says it, with the day on which it was set', async () => {
      const whole = await planned(0.1)
      expect(within(whole).getByText('The same if you keep your plan')).toBeVisible()
      expect(within(whole).getByText('74–85 %')).toBeVisible()
      expect(whole).toHaveTextContent('played through on 3 Nov, as its page shows it')
    })

    test('is not promised to who is behind it', async () => {
      const whole = await planned(1)
      expect(whole).toHaveTextContent('You are behind the plan of 3 Nov')
      expect(within(whole).queryByText('The same if you keep your plan')).toBeNull()
      expect(within(whole).queryByText(/74–85/)).toBeNull()
      expect(
        within(whole).getByRole('link', { name: 'See what it brings from today' }),
      ).toHaveAttribute('href', '/plan/AZ-104')
    })
  })

  test('knows nothing before the first answer', async () => {
    const app = await studyingApp([bundle('1', NOTES)])
    renderRoutes(app, '/readiness')
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'Nothing is known of AZ-104 yet.',
    )
    expect(screen.getAllByText('no card seen yet').length).toBeGreaterThan(0)
    expect(screen.getByRole('link', { name: 'Study Storage' })).toHaveAttribute(
      'href',
      expect.stringContaining('part=az104-storage'),
    )
    expect(await forecastsOf(app.db, 'AZ-104')).toEqual([])
  })

  test('says that there is no such exam', async () => {
    renderRoutes(await learner(), '/readiness?exam=XX-999')
    expect(await screen.findByText(/There is no exam “XX-999”/)).toBeVisible()
  })
})

describe('predictions against what came', () => {
  test('wait for enough reviews', async () => {
    renderRoutes(await learner(), '/readiness')
    expect(await screen.findByText(/So far 0 reviews on a later day can be compared/)).toBeVisible()
  })

  test('are drawn, and stand in a table', async () => {
    const app = await studyingApp([bundle('1', NOTES)])
    const { logs } = memoryLog({ ratings: 3000, seed: 2 })
    await app.db.reviews.bulkAdd(logs.flat())
    await ensureProjection(app.db, DEFAULT_SCHEDULER)
    const { user } = renderRoutes(app, '/readiness')
    const region = await screen.findByRole('region', { name: 'How well recall is predicted' })
    expect(
      await within(region).findByText(/were expected to be recalled and \d+.% were/),
    ).toBeVisible()
    expect(within(region).getByRole('img', { name: /Predictions were off by/ })).toBeVisible()
    await user.click(within(region).getByText('The same as a table'))
    const rows = within(within(region).getByRole('table')).getAllByRole('row')
    expect(rows.length).toBeGreaterThan(3)
    expect(rows[1]).toHaveTextContent(/%.*%.* to .*%/)
  })
})

describe('forecasts beside mock exams', () => {
  const mocked = async (runs: number) => {
    const app = await learner()
    for (let run = 0; run < runs; run += 1) {
      const { begun, submitted } = finishedRun(`run-${run}`, 10 + run)
      await addSteps(app.db, [begun, submitted])
      const stamp = { exam: 'AZ-104', forDay: TODAY, updatedAt: NOON, device: 'test' }
      const evidence = { cards: 4, seen: 3, reviews: 9, mockAnswers: 0, isFitted: false }
      const band = run === 0 ? { low: 0.7, high: 0.8 } : { low: 0.4, high: 0.62 }
      const said = { recall: { low: 0.3, high: 0.5 }, points: run === 1 ? null : band, pass: null }
      await saveForecast(app.db, { ...stamp, day: FIRST_DAY + 9 + run, ...said, evidence })
    }
    renderRoutes(app, '/readiness?exam=AZ-104')
    await screen.findByRole('region', { name: 'The whole exam' })
  }

  test('are drawn from three on, and stand in a table', async () => {
    await mocked(3)
    const region = screen.getByRole('region', { name: 'Forecasts and mock exams' })
    expect(
      within(region).getByRole('img', {
        name: /Of 3 mock exams 1 came within the band of the forecast before. On average 5\d.% of the points were forecast and 60.% came/,
      }),
    ).toBeVisible()
    const table = within(region).getByRole('table', { hidden: true })
    const rows = within(table).getAllByRole('row', { hidden: true })
    expect(rows).toHaveLength(4)
    expect(rows[1]).toHaveTextContent(/15 Nov14 Nov40–62.%60.%20$/)
    expect(rows[2]).toHaveTextContent(/14 Nov13 Nov41–56.%, from recall60.%20$/)
  })

  test('are not shown while there are fewer', async () => {
    await mocked(2)
    expect(screen.queryByRole('region', { name: 'Forecasts and mock exams' })).toBeNull()
  })
})

describe('the result of an exam', () => {
  test('is kept beside the forecast before it, and can be taken back', async () => {
    const app = await learner()
    const first = renderRoutes(app, '/readiness?exam=AZ-104')
    await screen.findByRole('heading', { level: 1 })
    first.unmount()
    app.setNow(NOON + 2 * DAY_MS)
    const { user } = renderRoutes(app, '/readiness?exam=AZ-104')
    await user.type(await screen.findByRole('spinbutton', { name: 'Score, 1 to 1000' }), '742')
    await user.click(screen.getByRole('button', { name: 'Keep the result' }))
    expect(await screen.findByText('Passed on 25 Nov with a score of 742.')).toBeVisible()
    expect(
      screen.getByText(
        /Forecast before it, on 23 Nov: \d+–\d+.% of the cards recalled, nothing about passing/,
      ),
    ).toBeVisible()
    await user.click(screen.getByRole('button', { name: /^Remove: Passed on 25 Nov/ }))
    await waitFor(() => expect(screen.queryByText(/Passed on 25 Nov/)).toBeNull())
  })

  test('says whether it was passed as the learner has it', async () => {
    const app = await learner()
    const { user } = renderRoutes(app, '/readiness?exam=AZ-104')
    await user.type(await screen.findByRole('spinbutton', { name: 'Score, 1 to 1000' }), '690')
    expect(screen.getByRole('radio', { name: 'No' })).toBeChecked()
    await user.click(screen.getByRole('button', { name: 'Keep the result' }))
    expect(await screen.findByText('Not passed on 23 Nov with a score of 690.')).toBeVisible()
  })
})

test('Today and Progress lead there', async () => {
  const app = await learner()
  const { user } = renderRoutes(app, '/')
  await user.click(await screen.findByRole('link', { name: 'Readiness for AZ-104' }))
  expect(await screen.findByRole('region', { name: 'The whole exam' })).toBeVisible()
})
