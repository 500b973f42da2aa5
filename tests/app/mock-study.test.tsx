import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { mockAnswersOf } from '../../src/app/readiness/mock-answers.ts'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { addSteps } from '../../src/db/mocks.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { bundle, note } from '../support/bundles.ts'
import { rated } from '../support/log.ts'
import { markOf, mockQuestion, mockRun, SECOND } from '../support/mock-run.ts'
import { CHICAGO, NOON, renderRoutes, studyingApp } from '../support/test-app.tsx'
import type { TestApp } from '../support/test-app.tsx'

const SKILL = 'az104-storage-data-tiers'
const NOTES = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => note(id))

/** A learner who saw a card yesterday, and has just missed a question with which it is mixed up. */
async function missed(): Promise<TestApp> {
  const app = await studyingApp([bundle('1', NOTES)])
  const yesterday = { at: NOON - DAY_MS, utcOffsetMin: CHICAGO, rating: 'easy' as const }
  await recordReview(app.db, rated('r', 0, { ...yesterday, cardId: 'f#1' }), DEFAULT_SCHEDULER)
  const question = mockQuestion('q', { domain: 'az104-storage', skill: SKILL, confuse: ['f'] })
  const { steps } = mockRun('run', {
    at: NOON - 60 * SECOND,
    questions: [question],
    steps: [{ kind: 'submitted', how: 'learner', marks: [markOf(0)] }],
  })
  await addSteps(app.db, steps)
  return app
}

test('what was missed comes up next, new cards first, and says why', async () => {
  const app = await missed()
  const { user } = renderRoutes(app, '/study')
  for (const [id, why] of [
    ['a', /^From your mock exam AZ-104, today; new$/],
    ['b', /^From your mock exam AZ-104, today; new$/],
    ['c', /^From your mock exam AZ-104, today; new$/],
    ['f', /^From your mock exam AZ-104, today; recall expected at \d+ %$/],
  ] as const) {
    await screen.findByRole('heading', { level: 1, name: `Is ${id} so?` })
    expect(screen.getByText(why)).toBeInTheDocument()
    await user.keyboard(' ')
    await user.click(await screen.findByRole('button', { name: /^Got it/ }))
  }
  // The others are what they would have been without it.
  await screen.findByRole('heading', { level: 1, name: 'Is d so?' })
  expect(screen.getByText(/^New, from/)).toBeInTheDocument()
})

test('a mock exam alone changes no state and no log, and after three days nothing comes of it', async () => {
  const app = await missed()
  const log = await app.db.reviews.toArray()
  expect(log).toHaveLength(1)
  expect(await app.db.cardStates.toArray()).toEqual([replay(log, DEFAULT_SCHEDULER)])
  app.setNow(NOON + 3 * DAY_MS)
  renderRoutes(app, '/study')
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Is a so?')
  expect(screen.queryByText(/From your mock exam/)).toBeNull()
})

test('readiness takes first answers under exam conditions as evidence, by domain', async () => {
  const app = await missed()
  const answers = await mockAnswersOf(app.db, 'AZ-104')
  expect([...answers]).toEqual([['az104-storage', { right: 0, asked: 1 }]])
  expect((await mockAnswersOf(app.db, 'AZ-305')).size).toBe(0)
})

test('Today counts them, and leads to the mock exams', async () => {
  const app = await missed()
  renderRoutes(app, '/')
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('1 review, 5 new.')
  const section = await screen.findByRole('region', { name: 'Mock exam' })
  expect(section).toHaveTextContent('The last one, AZ-104: 0 % of the points')
  expect(within(section).getByRole('link')).toHaveAttribute('href', '/mock')
})
