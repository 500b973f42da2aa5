import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import {
  contrastOf,
  isSameSchedule,
  stepsOf,
  tidied,
  TRIED_PARTS,
  triedOf,
} from '../../src/app/schedule/choices.ts'
import { USUAL_SCHEDULE } from '../../src/core/exam-schedule.ts'
import { defaultPlan } from '../../src/core/plan-settings.ts'
import { DEFAULT_SCHEDULER, schedulerSettingsOf } from '../../src/core/scheduler.ts'
import { savePlan } from '../../src/db/plan-settings.ts'
import { ensureProjection } from '../../src/db/projection.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { putScheduleInForce } from '../../src/db/use-schedule.ts'
import { bundle, note } from '../support/bundles.ts'
import { ratedBefore } from '../support/study-room.tsx'
import { NOON, renderRoutes, studyingApp } from '../support/test-app.tsx'
import type { TestApp } from '../support/test-app.tsx'

/** Monday 23 November 2026. */
const TODAY = 20_780
const NOTES = Array.from({ length: 20 }, (_, index) => note(`n${100 + index}`))

/** A learner whose cards are due in some days. */
async function learner(): Promise<TestApp> {
  const app = await studyingApp([bundle('1', NOTES)])
  for (const id of NOTES.slice(0, 5).map(({ id: noteId }) => `${noteId}#1`)) {
    for (const days of [40, 37, 25]) await ratedBefore(app, id, days)
  }
  return app
}

async function open(app: TestApp, path = '/plan/AZ-104/scheduling') {
  const view = renderRoutes(app, path)
  await screen.findByRole('heading', { level: 1 })
  return view
}

const schedule = async (app: TestApp) => (await loadSettings(app.db)).schedules['AZ-104']
const simulated = () => screen.findByRole('table', { name: /What the schedule takes/ })

describe('the scheduling of an exam', () => {
  test('says of each setting what it does and what it comes to', async () => {
    await open(await learner())
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Scheduling of AZ-104')
    await simulated()
    expect(screen.getByLabelText('Desired retention')).toHaveAccessibleDescription(
      /^A card comes up when .* Simulated: 85\s% instead .* a day; recall/,
    )
    expect(screen.getByLabelText('Longest interval')).toHaveAccessibleDescription(
      /Simulated: 60 days instead/,
    )
    expect(screen.getByLabelText('Steps of a new card')).toHaveAccessibleDescription(
      /Simulated: without a step it/,
    )
    expect(
      screen.getByRole('group', { name: /Spread reviews.*Simulated: one day differs/ }),
    ).toBeVisible()
    expect(screen.getByRole('group', { name: /Easy days.*a free Sunday has about/ })).toBeVisible()
    expect(screen.getByLabelText('Forgotten at least')).toHaveAccessibleDescription(
      /none of your cards was forgotten that often/,
    )
    expect(screen.getByText(/Your day begins at 4:00, for all exams alike/)).toBeVisible()
    expect(screen.queryByRole('button', { name: /Use these/ })).toBeNull()
  })

  test('tells what changes, changes it once it is confirmed, and goes back', async () => {
    const app = await learner()
    const before = await app.db.cardStates.toArray()
    const { user } = await open(app)
    await user.selectOptions(screen.getByLabelText('Longest interval'), '14')
    const use = await screen.findByRole('button', { name: /^Use these settings/ })
    expect(use).toHaveTextContent('5 due today instead of 0')
    expect(
      screen.getByText(
        /Due today are then 5 cards instead of 0\. Of all 5 cards, 5 come up earlier and 0 later/,
      ),
    ).toBeVisible()
    expect(await schedule(app)).toBeUndefined()
    expect(within(await simulated()).getByRole('columnheader', { name: 'Then' })).toBeVisible()

    await user.click(use)
    expect(await screen.findByText('These settings are in use.')).toBeVisible()
    expect(await schedule(app)).toEqual({ maximumIntervalDays: 14 })
    const settings = schedulerSettingsOf(await loadSettings(app.db))
    expect(await ensureProjection(app.db, settings)).toBe(false)
    expect(await app.db.cardStates.toArray()).not.toEqual(before)

    await user.click(await screen.findByRole('button', { name: 'As it was before' }))
    await user.click(await screen.findByRole('button', { name: /^Use these settings/ }))
    await waitFor(async () => expect(await schedule(app)).toEqual({}))
    await waitFor(async () => expect(await app.db.cardStates.toArray()).toEqual(before))
  })

  test('changes no due date where none depends on it', async () => {
    const app = await learner()
    const { user } = await open(app)
    await user.selectOptions(screen.getByLabelText('Reviews on Sunday'), 'None')
    await user.click(screen.getByRole('button', { name: 'One lapse more' }))
    const use = await screen.findByRole('button', { name: /^Use these settings/ })
    expect(use).toHaveTextContent('no due date changes')
    await user.click(use)
    await waitFor(async () =>
      expect(await schedule(app)).toEqual({
        leechLapses: 4,
        easyDays: [...USUAL_SCHEDULE.easyDays.slice(0, 6), 'none'],
      }),
    )
    await user.click(screen.getByRole('button', { name: 'Back to the defaults' }))
    expect(screen.getByLabelText('Forgotten at least')).toHaveValue(3)
  })

  test('takes steps as they are typed, and says what is wrong with others', async () => {
    const app = await learner()
    const { user } = await open(app)
    const steps = screen.getByLabelText('Steps of a new card')
    await user.clear(steps)
    await user.type(steps, '1 2 days')
    await user.tab()
    expect(steps).toBeInvalid()
    expect(steps).toHaveAccessibleDescription(/Up to six whole numbers of minutes/)
    await user.clear(steps)
    await user.type(steps, '1, 10 min{Enter}')
    expect(steps).toHaveValue('1 10')
    expect(steps).not.toBeInvalid()
    await user.click(await screen.findByRole('button', { name: /^Use these settings/ }))
    await waitFor(async () => expect(await schedule(app)).toEqual({ learningStepsMin: [1, 10] }))
  })

  test('has no easy days where reviews are not spread', async () => {
    const { user } = await open(await learner())
    const group = screen.getByRole('group', { name: /Spread reviews/ })
    await user.click(within(group).getByRole('radio', { name: 'Off' }))
    expect(screen.getByText('Easy days need reviews to be spread.')).toBeVisible()
    expect(screen.queryByLabelText('Reviews on Sunday')).toBeNull()
  })

  test('says that a date goes before, and whose settings shared cards have', async () => {
    const shared = note('n100', {
      skills: ['az104-storage-data-tiers', 'az305-storage-data-tiers'],
    })
    const app = await studyingApp([
      bundle('1', [shared]),
      bundle('1', [shared], { exam: 'AZ-305' }),
    ])
    const plan = { ...defaultPlan(TODAY), date: '2026-12-21' }
    await savePlan(app.db, 'AZ-305', plan, null, NOON, 'test')
    await open(app, '/plan/az-305/scheduling')
    expect(screen.getByText(/AZ-305 has a date: until .* its plan decides/)).toBeVisible()
    expect(
      screen.getByText(/Cards that count for AZ-104 too go by the settings of that exam/),
    ).toBeVisible()
  })

  test('begins with the wanted recall that was chosen on the page of the plan', async () => {
    const app = await learner()
    const change = { exam: 'AZ-104', now: NOON, device: 'test' }
    await putScheduleInForce(app.db, { ...change, schedule: { desiredRetention: 0.95 } })
    const { user } = await open(app, '/plan/AZ-104')
    expect(screen.getByText('It is set in the scheduling of this exam.')).toBeVisible()
    await user.click(await screen.findByRole('button', { name: /^80 %/ }))
    expect(await screen.findByLabelText('Desired retention')).toHaveValue('0.8')
    expect(await schedule(app)).toEqual({ desiredRetention: 0.95 })
  })

  test('stands under Settings and under the plan; an unknown exam leads to the first', async () => {
    const app = await learner()
    const { unmount } = renderRoutes(app, '/settings')
    expect(await screen.findByRole('link', { name: 'Scheduling of AZ-104' })).toHaveAttribute(
      'href',
      '/plan/AZ-104/scheduling',
    )
    unmount()
    const plan = renderRoutes(app, '/plan/AZ-104')
    expect(await screen.findByRole('link', { name: 'Scheduling of AZ-104' })).toBeVisible()
    plan.unmount()
    await open(app, '/plan/XX-999/scheduling')
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Scheduling of AZ-104')
  })
})

describe('a choice', () => {
  test('is kept without what is as usual', () => {
    expect(tidied({ ...USUAL_SCHEDULE, desiredRetention: undefined })).toEqual({})
    expect(tidied({ leechLapses: 4, balance: true })).toEqual({ leechLapses: 4 })
    expect(isSameSchedule({ balance: true }, {})).toBe(true)
    expect(
      isSameSchedule({ leechLapses: 4, balance: false }, { balance: false, leechLapses: 4 }),
    ).toBe(true)
    expect(isSameSchedule({ desiredRetention: 0.9 }, {})).toBe(false)
  })

  test('is compared with another in each part', () => {
    for (const start of [{}, { learningStepsMin: [], maximumIntervalDays: 30, balance: false }]) {
      const tried = triedOf(start, 0.8)
      for (const part of TRIED_PARTS) {
        const contrast = contrastOf(tried, part)
        expect(contrast[part]).not.toEqual(tried[part])
      }
    }
  })

  test('of steps is read as people write them', () => {
    expect(stepsOf('1 10')).toEqual([1, 10])
    expect(stepsOf(' 5min, 30 minutes ')).toEqual([5, 30])
    expect([stepsOf(''), stepsOf('none')]).toEqual([[], []])
    expect(['x', '0', '1.5', '1440', '1 2 3 4 5 6 7'].map(stepsOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })
})

test('answers of another tab go by the settings at once', async () => {
  const app = await learner()
  await putScheduleInForce(app.db, {
    exam: 'AZ-104',
    schedule: { relearningStepsMin: [] },
    now: NOON,
    device: 'test',
  })
  const [state] = await app.db.cardStates.toArray()
  const settings = schedulerSettingsOf(await loadSettings(app.db))
  expect(settings).not.toEqual(DEFAULT_SCHEDULER)
  const rated = await recordReview(
    app.db,
    {
      kind: 'rated',
      id: 'x',
      cardId: state?.cardId ?? '',
      at: NOON,
      utcOffsetMin: 0,
      device: 'laptop',
      rating: 'again',
      durationMs: 1,
      mode: 'study',
      rev: 1,
    },
    settings,
  )
  expect(rated.state).toMatchObject({ phase: 'review', dueAt: null })
})
