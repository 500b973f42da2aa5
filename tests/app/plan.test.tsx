import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { defaultPlan } from '../../src/core/plan-settings.ts'
import { changeMark } from '../../src/db/marks.ts'
import { loadPlanSettings, savePlan } from '../../src/db/plan-settings.ts'
import { bundle, note } from '../support/bundles.ts'
import { renderRoutes, studyingApp, testApp } from '../support/test-app.tsx'

// A simulation takes a while where there is no worker.
vi.setConfig({ testTimeout: 60_000 })

/** Monday 23 November 2026. */
const TODAY = 20_780
const NOTES = Array.from({ length: 60 }, (_, index) => note(`n${100 + index}`))
const QUESTIONS = Array.from({ length: 12 }, (_, index) =>
  note(`q${100 + index}`, {
    body: {
      type: 'single',
      question: `Which is right in ${index}?`,
      options: ['Right', 'Wrong', 'False', 'Never'].map((html, at) => ({
        key: `o${at + 1}`,
        html,
        right: at === 0,
        rationale: null,
      })),
    },
  }),
)
const AZ104 = bundle('1', [...NOTES, ...QUESTIONS])
const AZ305 = bundle('1', [note('d', { skills: ['az305-storage-data-tiers'] })], { exam: 'AZ-305' })

const PATIENTLY = { timeout: 20_000 }
/** Waits for what a simulation says. */
const found = (text: string | RegExp) => screen.findByText(text, {}, PATIENTLY)
const heading = () => screen.findByRole('heading', { level: 1 })
const saveButton = () => screen.findByRole('button', { name: 'Use this plan' })

/** Chooses a date; the field of a browser gives whole dates. */
async function choose(date: string) {
  fireEvent.change(await screen.findByLabelText('Exam date'), { target: { value: date } })
}

test('asks for the date where there is none, and simulates nothing', async () => {
  renderRoutes(await studyingApp([AZ104]), '/plan')
  expect(await heading()).toHaveTextContent('When is the exam?')
  expect(document.title).toBe('Plan AZ-104 – Cirrus')
  expect(screen.queryByRole('heading', { name: 'Simulated outcome' })).toBeNull()
})

test('shows what recall takes where no date decides, and lets it be chosen', async () => {
  const app = await studyingApp([AZ104])
  const { user } = renderRoutes(app, '/plan')
  const most = await screen.findByRole('button', { name: /^95 % \d+ min$/ }, PATIENTLY)
  expect(screen.getByRole('button', { name: /^90 %/ })).toHaveAttribute('aria-pressed', 'true')
  await user.click(most)
  expect(screen.getByRole('combobox', { name: 'Desired retention' })).toHaveValue('0.95')
  await user.click(await saveButton())
  await found('This plan is in use.')
  expect((await loadPlanSettings(app.db)).exams.get('AZ-104')?.desiredRetention).toBe(0.95)
})

test('shows what a date means before anything is saved', async () => {
  const app = await studyingApp([AZ104])
  renderRoutes(app, '/plan')
  await choose('2026-12-14')
  expect(await found('14 Dec, in 21 days')).toBeVisible()
  expect(await found('You would see all 72 cards.')).toBeVisible()
  expect(await heading()).toHaveTextContent(/^At 20 minutes a day, \d+(–\d+)? % on exam day\.$/)
  const chart = screen.getByRole('img', { name: /^Simulated recall from 0 % today to/ })
  expect(chart).toBeVisible()
  expect((await loadPlanSettings(app.db)).exams.size).toBe(0)
})

test('says what is left out where it is too late, and what ten minutes more bring', async () => {
  const { user } = renderRoutes(await studyingApp([AZ104]), '/plan')
  await choose('2026-11-26')
  const minutes = await screen.findByRole('spinbutton', { name: 'Minutes a day' })
  await user.clear(minutes)
  await user.type(minutes, '5{Enter}')
  expect(await found(/There is not enough time to see every card/)).toBeVisible()
  expect(screen.getByText(/^Ten more minutes a day bring about \d+ points\.$/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: /^15 min/ }))
  expect(await found(/^At 15 minutes a day,$/)).toBeVisible()
})

test('says of suspended cards that they are suspended, and not that time is short', async () => {
  const app = await studyingApp([AZ104])
  await changeMark(app.db, 'n100#1', { suspended: true }, app.now(), 'test')
  renderRoutes(app, '/plan')
  await choose('2026-12-21')
  expect(await found('These are suspended, and so never asked:')).toBeVisible()
  expect(screen.queryByText(/not enough time/)).toBeNull()
})

test('says where there is no time for any review', async () => {
  const { user } = renderRoutes(await studyingApp([AZ104]), '/plan')
  await choose('2026-11-24')
  const minutes = await screen.findByRole('spinbutton', { name: 'Minutes a day' })
  await user.clear(minutes)
  await user.type(minutes, '5{Enter}')
  expect(await found(/^All the time goes to new cards/)).toBeVisible()
  expect(screen.getByText('none in time')).toBeVisible()
})

test('days can be off, and have minutes of their own', async () => {
  const app = await studyingApp([AZ104])
  const { user } = renderRoutes(app, '/plan')
  await choose('2026-12-14')
  await user.click(await screen.findByRole('button', { name: 'Sunday' }))
  expect(screen.getByRole('button', { name: 'Sunday' })).toHaveAttribute('aria-pressed', 'false')
  await user.click(screen.getByText('Other minutes on some days'))
  await user.click(screen.getByRole('button', { name: 'More on Saturday' }))
  await user.click(await saveButton())
  expect(await found('This plan is in use.')).toBeVisible()
  const { minutes, exams } = await loadPlanSettings(app.db)
  expect(minutes).toEqual([20, 20, 20, 20, 20, 25, 0])
  expect(exams.get('AZ-104')).toMatchObject({ date: '2026-12-14', since: TODAY })
})

test('a limit below the pace shows what it costs', async () => {
  const { user } = renderRoutes(await studyingApp([AZ104]), '/plan')
  await choose('2026-11-30')
  await user.click(await screen.findByRole('radio', { name: 'At most' }))
  const limit = screen.getByRole('spinbutton', { name: 'At most' })
  await user.clear(limit)
  await user.type(limit, '3{Enter}')
  expect(await found(/^This limit costs about \d+ points: without it/)).toBeVisible()
})

test('a simulation can be given up, and begun again', async () => {
  const { user } = renderRoutes(await studyingApp([AZ104]), '/plan')
  await choose('2027-03-01')
  await user.click(await screen.findByRole('button', { name: 'Stop' }))
  expect(await found('Not simulated.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Simulate' }))
  expect(await screen.findByRole('img', { name: /^Simulated recall/ }, PATIENTLY)).toBeVisible()
  await choose('2027-03-15')
  await user.click(await screen.findByRole('button', { name: 'Stop' }))
  expect(await found('Not simulated.')).toBeVisible()
  // The curve of the date before would stand under this one.
  expect(screen.queryByRole('img', { name: /^Simulated recall/ })).toBeNull()
  expect(screen.queryByText('What minutes buy')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Simulate' }))
  expect(await found('You would see all 72 cards.')).toBeVisible()
})

describe('a plan that was saved', () => {
  const saved = async (plan: object = {}) => {
    const app = await studyingApp([AZ104, AZ305])
    const whole = { ...defaultPlan(TODAY - 10), date: '2026-12-14', ...plan }
    await savePlan(app.db, 'AZ-104', whole, [10, 10, 10, 10, 10, 10, 10], app.now(), 'test')
    return app
  }

  test('is shown, each exam with its own', async () => {
    const { user } = renderRoutes(await saved(), '/plan')
    expect(await found('This plan is in use.')).toBeVisible()
    expect(screen.getByLabelText('Exam date')).toHaveValue('2026-12-14')
    await user.click(within(screen.getByRole('main')).getByRole('link', { name: 'AZ-305' }))
    expect(await found('When is the exam?')).toBeVisible()
    expect(screen.getByRole('spinbutton', { name: 'Minutes a day' })).toHaveValue(10)
    expect(screen.getByText(/^AZ-104 on 14 Dec shares these minutes/)).toBeVisible()
  })

  test('keeps the day from which the pace counts unless the date changes', async () => {
    const app = await saved()
    const { user } = renderRoutes(app, '/plan')
    await user.click(await screen.findByRole('radio', { name: 'Light' }))
    await user.click(await saveButton())
    await found('This plan is in use.')
    const { exams } = await loadPlanSettings(app.db)
    expect(exams.get('AZ-104')).toMatchObject({ since: TODAY - 10, after: 'light' })
  })

  test('whose exam is over says so', async () => {
    renderRoutes(await saved({ date: '2026-11-20' }), '/plan')
    expect(await found('The exam is over.')).toBeVisible()
  })
})

describe('the placement quiz', () => {
  test('estimates what is known of a domain, and leaves the log alone', async () => {
    const app = await studyingApp([AZ104])
    const { user } = renderRoutes(app, '/plan')
    await user.click(await screen.findByRole('button', { name: 'Try ten questions on Storage' }))
    const dialog = await screen.findByRole('dialog')
    for (let at = 1; at <= 10; at += 1) {
      expect(await within(dialog).findByText(`Question ${at} of 10`)).toBeVisible()
      await user.click(await within(dialog).findByRole('radio', { name: /Right/ }))
      await user.click(within(dialog).getByRole('button', { name: 'Next' }))
    }
    expect(await within(dialog).findByText(/^10 of 10 answers right/)).toBeVisible()
    await user.click(within(dialog).getByRole('button', { name: 'Take over: 90 %' }))
    expect(await screen.findByRole('combobox', { name: 'Known of Storage' })).toHaveValue('0.9')
    expect(await app.db.reviews.count()).toBe(0)
  })

  test('says so where there is too little to ask', async () => {
    const { user } = renderRoutes(await studyingApp([bundle('1', NOTES)]), '/plan')
    await user.click(await screen.findByRole('button', { name: 'Try ten questions on Storage' }))
    expect(await screen.findByText(/too few questions/)).toBeVisible()
  })
})

test('without an exam there is nothing to plan', async () => {
  const { router } = renderRoutes(testApp(), '/plan')
  expect(await screen.findByRole('heading', { level: 1 })).toBeVisible()
  expect(router.state.location.pathname).toBe('/welcome')
})

test('an unknown exam leads to the first one', async () => {
  const { router } = renderRoutes(await studyingApp([AZ104]), '/plan/az-999')
  await heading()
  expect(router.state.location.pathname).toBe('/plan/AZ-104')
})
