import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { HOUR_MS, MINUTE_MS } from '../../src/core/time.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { bundle, note } from '../support/bundles.ts'
import { rated, undone } from '../support/log.ts'
import { testDb } from '../support/test-db.ts'
import {
  CHICAGO,
  NOON,
  renderRoutes,
  setSetting,
  studyingApp,
  testApp,
} from '../support/test-app.tsx'

const NOTES = ['a', 'b', 'c'].map((id) => note(id))
const AZ104 = bundle('1', NOTES)
const AZ305 = bundle('1', [note('d', { skills: ['az305-storage-data-tiers'] })], { exam: 'AZ-305' })

const heading = () => screen.findByRole('heading', { level: 1 })

function answer(id: string, minutesAgo: number, changes: Parameters<typeof rated>[2] = {}) {
  const at = NOON - minutesAgo * MINUTE_MS
  return rated(`${id}-${minutesAgo}`, 0, {
    cardId: `${id}#1`,
    utcOffsetMin: CHICAGO,
    at,
    durationMs: 30_000,
    ...changes,
  })
}

async function studied(...reviews: readonly ReturnType<typeof answer>[]) {
  const app = await studyingApp([AZ104])
  for (const review of reviews) await recordReview(app.db, review, DEFAULT_SCHEDULER)
  return app
}

describe('what is to do', () => {
  test('is one sentence: minutes, and cards by kind', async () => {
    renderRoutes(await studyingApp([AZ104]))
    expect(await heading()).toHaveTextContent('2 minutes today: 3 new.')
    expect(document.title).toBe('Today – Cirrus')
  })

  test('counts reviews that have come due, and leaves new ones that were begun', async () => {
    // A month ago: what was easy then is due by now.
    renderRoutes(await studied(answer('a', 60 * 24 * 30, { rating: 'easy' })))
    expect(await heading()).toHaveTextContent('1 review, 2 new.')
  })

  test('counts cards in learning, in a column of their own', async () => {
    renderRoutes(await studied(answer('a', 30, { rating: 'again' })))
    expect(await heading()).toHaveTextContent('1 learning, 2 new.')
    const table = screen.getByRole('table', { name: 'AZ-104' })
    const [, row] = within(table).getAllByRole('row')
    expect(row).toHaveTextContent('1 Storage102')
  })

  test('has no column for learning while nothing is in learning', async () => {
    renderRoutes(await studyingApp([AZ104]))
    expect(await screen.findByRole('columnheader', { name: 'New' })).toBeVisible()
    expect(screen.queryByRole('columnheader', { name: 'Learning' })).toBeNull()
  })

  test('follows the limit of new cards a day', async () => {
    const app = await studyingApp([AZ104])
    await setSetting(app, 'newPerDay', 1)
    renderRoutes(app)
    expect(await heading()).toHaveTextContent('1 minute today: 1 new.')
  })

  test('is told for each exam, with a way to begin with that one alone', async () => {
    renderRoutes(await studyingApp([AZ104, AZ305]))
    const link = await screen.findByRole('link', { name: /Begin with AZ-305 only/ })
    expect(link).toHaveAttribute('href', '/study?exam=AZ-305')
    expect(screen.getByRole('table', { name: 'AZ-305' })).toBeVisible()
  })

  test('with one exam there is one way to begin', async () => {
    renderRoutes(await studyingApp([AZ104]))
    expect(await screen.findByRole('link', { name: /^Begin/ })).toHaveAttribute('href', '/study')
    expect(screen.queryByRole('link', { name: /AZ-104 only/ })).toBeNull()
  })

  test('says which cards are not installed', async () => {
    const app = testApp({ bundles: [AZ104], loadBundle: async () => Promise.reject(new Error()) })
    await setSetting(app, 'exams', ['AZ-305'])
    renderRoutes(app)
    expect(await screen.findByText(/The cards of AZ-305 are not installed yet/)).toBeVisible()
  })
})

describe('beginning', () => {
  test.each([
    ['the space bar', ' ', ''],
    ['Enter', '{Enter}', ''],
    ['5', '5', '?minutes=5'],
  ])('works with %s', async (_name, key, search) => {
    const { user, router } = renderRoutes(await studyingApp([AZ104]))
    await heading()
    await user.keyboard(key)
    await waitFor(() => expect(router.state.location.pathname).toBe('/study'))
    expect(router.state.location.search).toBe(search)
  })

  test('Enter on a link follows that link', async () => {
    const { user, router } = renderRoutes(await studyingApp([AZ104]))
    await heading()
    screen.getByRole('link', { name: /^Settings/ }).focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(router.state.location.pathname).toBe('/settings'))
  })
})

describe('what was done today', () => {
  test('is counted from the start of the study day, in cards, minutes and recall', async () => {
    renderRoutes(
      await studied(
        answer('a', 60 * 9), // 3:00 at night still belongs to yesterday
        answer('b', 60, { rating: 'again' }),
        answer('b', 40),
        answer('c', 39),
      ),
    )
    const done = await screen.findByRole('region', { name: 'Done today' })
    expect(done).toHaveTextContent('Cards2')
    expect(done).toHaveTextContent('Time2 minutes')
    expect(done).toHaveTextContent('2 of 3 answers, 67 %')
  })

  test('does not count what was taken back', async () => {
    const first = answer('a', 10)
    const app = await studied(first)
    await recordReview(app.db, undone('u', first), DEFAULT_SCHEDULER)
    renderRoutes(app)
    const done = await screen.findByRole('region', { name: 'Done today' })
    expect(done).toHaveTextContent('Nothing yet.')
  })

  test('once all is done it says so, and what comes tomorrow', async () => {
    const app = await studied(...['a', 'b', 'c'].map((id) => answer(id, 60, { rating: 'easy' })))
    app.setNow(NOON)
    renderRoutes(app)
    expect(await heading()).toHaveTextContent('Done for today.')
    expect(screen.getByText(/tomorrow/i)).toBeVisible()
    expect(screen.queryByRole('link', { name: /^Begin/ })).toBeNull()
  })

  test('shows how much of an exam was seen so far', async () => {
    renderRoutes(await studied(answer('a', 10)))
    const section = await screen.findByRole('region', { name: 'Seen so far' })
    expect(section).toHaveTextContent('AZ-104 1 of 3 cards')
  })
})

test('without new cards and reviews nothing is due', async () => {
  const app = await studyingApp([AZ104])
  await setSetting(app, 'newPerDay', 0)
  renderRoutes(app)
  expect(await heading()).toHaveTextContent('Nothing is due today.')
  expect(screen.getByText('Nothing is due tomorrow either.')).toBeVisible()
})

describe('while the page stays open', () => {
  test('what another tab reviews is seen here', async () => {
    const app = await studyingApp([AZ104])
    renderRoutes(app)
    expect(await heading()).toHaveTextContent('3 new.')
    await recordReview(testDb(app.db.name), answer('a', 1, { rating: 'easy' }), DEFAULT_SCHEDULER)
    await waitFor(async () => expect(await heading()).toHaveTextContent('2 new.'))
  })

  test('a new study day begins at the set hour', async () => {
    const fourInTheMorning = NOON + 16 * HOUR_MS
    const app = await studyingApp([AZ104], { now: fourInTheMorning - 50 })
    renderRoutes(app)
    expect(await screen.findByText('Monday 23 November')).toBeVisible()
    app.setNow(fourInTheMorning)
    expect(await screen.findByText('Tuesday 24 November')).toBeVisible()
  })
})
