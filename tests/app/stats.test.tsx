import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { choiceOf, statsAddress } from '../../src/app/stats/address.ts'
import type { Rated } from '../../src/core/review.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { savePlan } from '../../src/db/plan-settings.ts'
import { defaultPlan } from '../../src/core/plan-settings.ts'
import { saveForecast } from '../../src/db/forecasts.ts'
import { changeMark } from '../../src/db/marks.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { bundle, note } from '../support/bundles.ts'
import { rated } from '../support/log.ts'
import { CHICAGO, NOON, renderRoutes, studyingApp } from '../support/test-app.tsx'
import { anotherTab } from '../support/test-db.ts'

const option = (key: string, right: boolean) => ({
  key,
  html: `<p>Option ${key}</p>`,
  right,
  rationale: null,
})
const AZ104 = bundle('1', [
  note('a'),
  note('b', {
    title: 'Which tier?',
    body: {
      type: 'single',
      question: '<p>Which tier?</p>',
      options: [option('o1', true), option('o2', false)],
    },
  }),
])
const AZ305 = bundle('1', [note('f', { skills: ['az305-data-nonrel-tiers'] })], { exam: 'AZ-305' })

let count = 0

function answered(id: string, daysAgo: number, changes: Partial<Rated> = {}): Rated {
  count += 1
  const at = NOON - daysAgo * DAY_MS
  const base = { cardId: `${id}#1`, utcOffsetMin: CHICAGO, at, rating: 'easy' } as const
  return rated(`s${count}`, 0, { ...base, ...changes })
}

async function studied(...reviews: readonly Rated[]) {
  const app = await studyingApp([AZ104, AZ305])
  for (const review of reviews) await recordReview(app.db, review, DEFAULT_SCHEDULER)
  return app
}

const heading = () => screen.findByRole('heading', { level: 1 })
const section = (name: string) => within(screen.getByRole('region', { name }))
const plain = (text: string | null) => (text ?? '').replaceAll(/\s/g, ' ')
function tableOf(caption: string): string[][] {
  const rows = within(screen.getByRole('table', { name: caption, hidden: true })).getAllByRole(
    'row',
    { hidden: true },
  )
  return rows
    .slice(1)
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => plain(cell.textContent)))
}

describe('Statistics', () => {
  test('adds up answers that were never counted, then says what the last seven days were', async () => {
    const app = await studied(
      answered('a', 8),
      answered('a', 0),
      answered('b', 1),
      answered('f', 20),
    )
    renderRoutes(app, '/progress/stats')
    await waitFor(async () =>
      expect(await heading()).toHaveTextContent(
        '2 answers in less than a minute on 2 of the last seven days.',
      ),
    )
    expect(tableOf('Today and the last seven days')).toEqual([
      ['Answers', '1', '2'],
      ['Minutes', '0.1', '0.1'],
      ['New cards', '0', '1'],
      ['Recalled when due', '100 % of 1', '100 % of 1'],
      ['Days studied', '1', '2'],
    ])
    expect(screen.getByText(/Studied on 2 days in a row/)).toBeVisible()
  })

  test('leaves out days to come, after the clock was set back', async () => {
    const app = await studied(answered('a', -4), answered('b', -2), answered('f', 1))
    renderRoutes(app, '/progress/stats')
    await waitFor(async () => expect(await heading()).toHaveTextContent(/answers? in less/))
    expect(await heading()).toHaveTextContent(/^1 answer in .* on 1 of the last seven days.$/)
    expect(tableOf('Today and the last seven days')[0]).toEqual(['Answers', '0', '1'])
    expect(tableOf('Today and the last seven days')[4]).toEqual(['Days studied', '0', '1'])
    expect(section('Answers and minutes').getByText(/on 1 day$/)).toBeVisible()
  })

  test('the mark is the recall that the plan wants, also after a light exam', async () => {
    const app = await studied(answered('a', 8), answered('a', 0))
    const days = [20, 20, 20, 20, 20, 20, 20]
    const plan = { ...defaultPlan(20_700), desiredRetention: 0.87 }
    await savePlan(app.db, 'AZ-104', plan, days, NOON, 'test')
    const first = renderRoutes(app, '/progress/stats?exam=AZ-104')
    expect(await screen.findByText(/the 87.% that you want/)).toBeVisible()
    first.unmount()
    const light = { ...plan, date: '2026-11-20', after: 'light' } as const
    await savePlan(app.db, 'AZ-104', light, days, NOON + 1, 'test')
    const second = renderRoutes(app, '/progress/stats?exam=AZ-104')
    expect(await screen.findByText(/the 80.% that you want/)).toBeVisible()
    second.unmount()
    renderRoutes(app, '/progress/AZ-104')
    expect(await screen.findByText(/the 80.% that you want/)).toBeVisible()
  })

  test('before the first answer says so, and shows no empty plots', async () => {
    renderRoutes(await studied(), '/progress/stats')
    await waitFor(async () => expect(await heading()).toHaveTextContent('No answers yet.'))
    expect(screen.queryByRole('region')).toBeNull()
  })

  test('every plot has a name that tells what it shows, and its figures as a table', async () => {
    renderRoutes(
      await studied(answered('a', 8), answered('a', 0, { rating: 'again' }), answered('b', 2)),
      '/progress/stats',
    )
    await screen.findByRole('region', { name: 'Memory today' })
    const plots = screen.getAllByRole('img')
    expect(plots.length).toBeGreaterThanOrEqual(8)
    for (const plot of plots) expect(plot.getAttribute('aria-label')).toMatch(/\d/)
    expect(tableOf('Recalled when due, by domain')).toEqual([
      ['AZ-104 Storage', '1', '0 %', expect.stringContaining('0–')],
    ])
    expect(tableOf('Expected and recalled')).toEqual([
      ['90–95 %', '0 %', expect.stringContaining('0–'), '1'],
    ])
    expect(tableOf('How you answered')).toEqual([
      ['Forgot', '1', '33 %'],
      ['Hard', '0', '0 %'],
      ['Good', '0', '0 %'],
      ['Easy', '2', '67 %'],
    ])
    expect(tableOf('Hour of day')).toEqual([['12:00', '3', '67 %']])
  })

  test('range and exam stand in the address and hold for all plots', async () => {
    const app = await studied(answered('a', 200), answered('a', 8), answered('f', 3))
    const { user, router } = renderRoutes(app, '/progress/stats')
    await screen.findByRole('region', { name: 'Memory today' })
    expect(section('How you answered').getByText('2 answers')).toBeVisible()
    await user.click(screen.getByRole('link', { name: 'A year' }))
    await waitFor(() => expect(section('How you answered').getByText('3 answers')).toBeVisible())
    await user.click(within(screen.getByRole('navigation', { name: 'Exam' })).getByText('AZ-305'))
    await waitFor(() => expect(section('How you answered').getByText('1 answer')).toBeVisible())
    expect(router.state.location.search).toBe('?exam=AZ-305&range=365')
    expect(section('Memory today').getByText('1 card seen')).toBeVisible()
  })

  test('the forecast looks as far ahead as is asked and leaves suspended cards out', async () => {
    const app = await studied(answered('a', 8), answered('b', 8), answered('f', 8))
    await changeMark(app.db, 'f#1', { suspended: true }, NOON, 'test')
    const { user } = renderRoutes(app, '/progress/stats')
    await screen.findByRole('region', { name: 'Memory today' })
    expect(tableOf('The days ahead')).toHaveLength(30)
    // What is set first, then also what follows: the two of today again, and none of the suspended.
    expect(tableOf('The days ahead')[0]?.slice(0, 3)).toEqual(['23 Nov', '2', '2'])
    await waitFor(() => expect(screen.queryByText(/^Working out/)).toBeNull(), { timeout: 20_000 })
    const table = tableOf('The days ahead')
    expect(table[0]?.slice(0, 3)).toEqual(['23 Nov', '2', '2'])
    await user.click(screen.getByRole('radio', { name: '90 days' }))
    await waitFor(() => expect(tableOf('The days ahead')).toHaveLength(90))
    const followed = tableOf('The days ahead').slice(1)
    expect(followed.some(([, set, cards]) => set === '0' && cards !== '0')).toBe(true)
  })

  test('names the wrong options chosen most, with a way to their cards', async () => {
    const wrong: Partial<Rated> = { rating: 'again', answer: { chosen: ['o2'], right: false } }
    const app = await studied(answered('b', 9, wrong), answered('b', 8, wrong), answered('a', 1))
    renderRoutes(app, '/progress/stats')
    await screen.findByRole('region', { name: 'Memory today' })
    const [item] = await section('Wrong options chosen most').findAllByRole('listitem')
    expect(plain(item?.textContent ?? '')).toBe('Option o2Which tier?2 times')
    expect(screen.getByRole('link', { name: 'Which tier?' })).toHaveAttribute('href', '/cards/b/1')
  })

  test('the wrong options are those of the range', async () => {
    const wrong: Partial<Rated> = { rating: 'again', answer: { chosen: ['o2'], right: false } }
    const app = await studied(answered('b', 60, wrong), answered('b', 2, wrong))
    const { user } = renderRoutes(app, '/progress/stats?range=30')
    await screen.findByRole('region', { name: 'Memory today' })
    await section('Wrong options chosen most').findByRole('listitem')
    const item = () => section('Wrong options chosen most').getByRole('listitem').textContent
    expect(plain(item())).toBe('Option o2Which tier?1 time')
    await user.click(screen.getByRole('link', { name: '90 days' }))
    await waitFor(() => expect(plain(item())).toBe('Option o2Which tier?2 times'))
    await user.click(screen.getByRole('link', { name: 'All' }))
    await waitFor(() =>
      expect(screen.getByRole('link', { name: 'All' })).toHaveAttribute('aria-current'),
    )
    expect(plain(item())).toBe('Option o2Which tier?2 times')
  })

  test('shows the points that were forecast over time, of exams with a forecast', async () => {
    const app = await studied(answered('a', 8))
    const evidence = { cards: 2, seen: 1, reviews: 1, mockAnswers: 0, isFitted: false }
    const stamp = { forDay: 20_900, pass: null, evidence, updatedAt: 1, device: 'test' }
    const recall = { low: 0.5, high: 0.9 }
    for (const [day, low] of [
      [20_770, 0.4],
      [20_780, 0.6],
    ] as const) {
      const points = { low, high: 0.7 }
      await saveForecast(app.db, { exam: 'AZ-104', day, recall, points, ...stamp })
    }
    await saveForecast(app.db, { exam: 'AZ-305', day: 20_780, recall, points: null, ...stamp })
    renderRoutes(app, '/progress/stats')
    await screen.findByRole('region', { name: 'Memory today' })
    expect(tableOf('Points expected in AZ-104')).toEqual([
      ['23 Nov', '60–70 %'],
      ['13 Nov', '40–70 %'],
    ])
    expect(screen.queryByRole('region', { name: 'Points expected in AZ-305' })).toBeNull()
    expect(tableOf('Recall expected in AZ-305')).toEqual([['23 Nov', '50–90 %']])
  })

  test('keeps what a plan expected and the forecast of today, where that was missing', async () => {
    const app = await studied(answered('a', 20), answered('b', 8))
    const plan = { ...defaultPlan(20_780), date: '2026-12-21' }
    await savePlan(app.db, 'AZ-104', plan, [9, 9, 9, 9, 9, 9, 9], NOON, 'test')
    renderRoutes(app, '/progress/stats')
    await screen.findByRole('region', { name: 'Recall expected in AZ-104' }, { timeout: 20_000 })
    const table = tableOf('Recall expected in AZ-104')
    expect(table[0]?.[0]).toBe('21 Dec')
    expect(table.at(-1)?.[0]).toBe('23 Nov')
    expect(table.at(-1)?.[1]).toMatch(/^\d+–\d+ %$/)
    expect(table.at(-1)?.[2]).toMatch(/^\d+–\d+ %$/)
    expect(await app.db.forecasts.count()).toBe(1)
    expect(
      screen.getByRole('img', { name: /On 23 Nov the plan expected .* on 21 Dec/ }),
    ).toBeVisible()
  }, 30_000)

  test('follows what another tab reviews', async () => {
    const app = await studied(answered('a', 8))
    renderRoutes(app, '/progress/stats')
    await screen.findByRole('region', { name: 'Memory today' })
    await recordReview(anotherTab(app.db), answered('b', 0), DEFAULT_SCHEDULER)
    await waitFor(async () => expect(await heading()).toHaveTextContent(/^1 answer/))
  })

  test('Progress leads to it', async () => {
    const { user } = renderRoutes(await studied(answered('a', 0)), '/progress/AZ-104')
    await user.click(await screen.findByRole('link', { name: 'Statistics' }))
    expect(await screen.findByRole('region', { name: 'Memory today' })).toBeVisible()
  })
})

describe('the address', () => {
  const exams = ['AZ-104', 'AZ-305']
  test.each([
    ['', { range: '90', ahead: '30', exam: null }],
    ['range=all&exam=az-305&ahead=90', { range: 'all', ahead: '90', exam: 'AZ-305' }],
    ['range=7&exam=AZ-999&ahead=-1', { range: '90', ahead: '30', exam: null }],
  ] as const)('%s', (search, choice) => {
    expect(choiceOf(new URLSearchParams(search), exams)).toEqual(choice)
  })

  test('leads back to the choice', () => {
    const choice = { range: 'all', ahead: '90', exam: 'AZ-104' } as const
    const { search } = new URL(statsAddress(choice), 'https://cirrus.test')
    expect(choiceOf(new URLSearchParams(search), exams)).toEqual(choice)
    expect(statsAddress({ range: '90', ahead: '30', exam: null })).toBe('/progress/stats')
  })
})
