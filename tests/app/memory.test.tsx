import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import {
  DEFAULT_SCHEDULER,
  DEFAULT_WEIGHTS,
  schedulerSettingsOf,
} from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { allFits, saveFit } from '../../src/db/fits.ts'
import { putInForce } from '../../src/db/use-weights.ts'
import { ensureProjection } from '../../src/db/projection.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { loadStudySettings, saveStudySetting } from '../../src/db/study-settings.ts'
import { bundle, note } from '../support/bundles.ts'
import { memoryLog } from '../support/memory-log.ts'
import { NOON, renderRoutes, studyingApp } from '../support/test-app.tsx'
import type { TestApp } from '../support/test-app.tsx'

/** A learner with a log of so many ratings; seed 1 forgets in a way of its own, seed 4 as most do. */
async function learner(ratings: number, seed: number): Promise<TestApp> {
  const app = await studyingApp([bundle('1', [note('st-a')])])
  const { logs } = memoryLog({ ratings, seed })
  const last = Math.max(...logs.flat().map(({ at }) => at))
  const days = Math.floor((NOON - last) / DAY_MS)
  await app.db.reviews.bulkAdd(
    logs.flat().map((rated) => ({ ...rated, at: rated.at + days * DAY_MS })),
  )
  await ensureProjection(app.db, DEFAULT_SCHEDULER)
  return app
}

async function endOfSession(app: TestApp) {
  const view = renderRoutes(app, '/study')
  await view.user.click(await screen.findByRole('button', { name: /Show answer/ }))
  await view.user.click(await screen.findByRole('button', { name: /Got it/ }))
  return view
}

describe('the screen of your memory', () => {
  test('says how many answers are missing', async () => {
    const app = await studyingApp([bundle('1', [note('st-a')])])
    renderRoutes(app, '/settings/memory')
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'You are taken to forget as most people do.',
    )
    expect(screen.getByText(/There are 0 answers so far. After 400 more/)).toBeVisible()
    expect(screen.getByText('Nothing yet.')).toBeVisible()
  })

  test(
    'measures, says what would change, and changes it once it is confirmed',
    { timeout: 20_000 },
    async () => {
      const app = await learner(1200, 1)
      const { user } = renderRoutes(app, '/settings/memory')
      await user.click(await screen.findByRole('button', { name: 'Measure my memory now' }))
      expect(
        await screen.findByText(/predicted better than the defaults on your latest/),
      ).toBeVisible()
      expect(
        await screen.findByText(/Of \d+ cards, \d+ come up earlier and \d+ later/),
      ).toBeVisible()
      expect((await loadSettings(app.db)).weights).toBeNull()
      expect(screen.getByRole('table', { name: /The defaults and the parameters/ })).toBeVisible()

      const [first] = screen.getAllByRole('button', { name: 'Use it' })
      if (first) await user.click(first)
      expect(
        await screen.findByRole('heading', { name: 'Cirrus is fitted to how you forget.' }),
      ).toBeVisible()
      const settings = await loadSettings(app.db)
      expect(settings.weights).toHaveLength(21)
      expect(await ensureProjection(app.db, schedulerSettingsOf(settings))).toBe(false)
      expect(
        within(screen.getByRole('table', { name: /Each measurement/ })).getByText('in use'),
      ).toBeVisible()
    },
  )

  test('goes back to the defaults', async () => {
    const app = await learner(500, 4)
    const before = await app.db.cardStates.toArray()
    const weights = DEFAULT_WEIGHTS.map((weight, index) => (index < 4 ? weight * 2 : weight))
    await putInForce(app.db, { weights, fitId: null, now: NOON, device: 'test' })
    const { user } = renderRoutes(app, '/settings/memory')
    await user.click(await screen.findByRole('button', { name: 'Use the defaults' }))
    await user.click(await screen.findByRole('button', { name: 'Use it' }))
    expect(
      await screen.findByRole('heading', { name: 'You are taken to forget as most people do.' }),
    ).toBeVisible()
    expect((await loadSettings(app.db)).weights).toBeNull()
    expect(await app.db.cardStates.toArray()).toEqual(before)
  })

  test('keeps things as they are where nothing better is found, and says so', async () => {
    const app = await learner(1200, 4)
    const { user } = renderRoutes(app, '/settings/memory')
    await user.click(await screen.findByRole('button', { name: 'Measure my memory now' }))
    expect(
      await screen.findByText(/^Kept as it was\. .* not clearly better than the defaults/),
    ).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Use it' })).toBeNull()
    expect(await screen.findByText('no better, kept as it was')).toBeVisible()
    expect((await loadSettings(app.db)).weights).toBeNull()
  })

  test('offers what a session found, once', async () => {
    const app = await learner(500, 4)
    const weights = DEFAULT_WEIGHTS.map((weight, index) => (index < 4 ? weight * 1.5 : weight))
    const trial = {
      reviews: 90,
      defaultLoss: 0.4,
      fittedLoss: 0.38,
      defaultOff: 0.048,
      fittedOff: 0.012,
    }
    await saveFit(app.db, {
      verdict: 'better',
      weights,
      trial,
      ratings: 1000,
      cards: 120,
      id: 'f1',
      at: NOON - DAY_MS,
      device: 'test',
      adoptedAt: null,
      declinedAt: null,
      replaced: null,
      updatedAt: NOON - DAY_MS,
    })
    const { user, unmount } = renderRoutes(app, '/settings/memory')
    expect(await screen.findByText(/off by 1.2 instead of 4.8 points/)).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Leave it as it is' }))
    await waitFor(async () => expect((await allFits(app.db))[0]?.declinedAt).toBe(NOON))
    unmount()
    renderRoutes(app, '/settings/memory')
    expect(await screen.findByRole('button', { name: 'Measure my memory now' })).toBeVisible()
    expect(screen.queryByText(/off by 1.2 instead/)).toBeNull()
  })

  test('has the switch for measuring each week', async () => {
    const app = await studyingApp([bundle('1', [note('st-a')])])
    const { user } = renderRoutes(app, '/settings/memory')
    const group = await screen.findByRole('group', { name: /Measure each week/ })
    await user.click(within(group).getByRole('radio', { name: 'Off' }))
    await waitFor(async () => expect((await loadStudySettings(app.db)).refit).toBe(false))
  })
})

describe('at the end of a session', () => {
  test('memory is measured anew, and what is found is offered', { timeout: 20_000 }, async () => {
    const app = await learner(1200, 1)
    const { user } = await endOfSession(app)
    const found = await screen.findByRole('region', { name: 'Your memory was measured' })
    expect(found).toHaveTextContent(/predicted better than the defaults/)
    expect((await loadSettings(app.db)).weights).toBeNull()
    await user.click(within(found).getByRole('button', { name: 'Use it' }))
    expect(await screen.findByText('All due dates are worked out anew.')).toBeVisible()
    expect((await loadSettings(app.db)).weights).toHaveLength(21)
    expect((await allFits(app.db))[0]?.adoptedAt).toBe(NOON)
  })

  test.each([
    [
      'it is switched off',
      (app: TestApp) => saveStudySetting(app.db, 'refit', false, NOON, 'test'),
    ],
    [
      'it was measured this week',
      (app: TestApp) =>
        saveFit(app.db, {
          verdict: 'no-better',
          weights: null,
          trial: {
            reviews: 90,
            defaultLoss: 0.4,
            fittedLoss: 0.41,
            defaultOff: 0.01,
            fittedOff: 0.02,
          },
          ratings: 1000,
          cards: 120,
          id: 'f1',
          at: NOON - 6 * DAY_MS,
          device: 'test',
          adoptedAt: null,
          declinedAt: null,
          replaced: null,
          updatedAt: NOON,
        }),
    ],
  ])('nothing is measured where %s', async (_, arrange) => {
    const app = await learner(1200, 1)
    await arrange(app)
    const fits = await app.db.fits.count()
    await endOfSession(app)
    await screen.findByRole('heading', { level: 1, name: /1 card/ })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await app.db.fits.count()).toBe(fits)
    expect(screen.queryByRole('region', { name: 'Your memory was measured' })).toBeNull()
  })
})
