import { killRounds } from '../support/kill-rounds.ts'
import { expect, test } from './fixtures.ts'

const ROUNDS = 20

test(`after ${ROUNDS} kills of the browser every confirmed answer is in the log once`, async () => {
  test.setTimeout(240_000)
  const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000)
  console.log(`KILL_SEED=${seed}`)
  const { rounds, confirmed } = await killRounds(ROUNDS, seed)
  expect(rounds).toBe(ROUNDS)
  expect(confirmed).toBeGreaterThan(ROUNDS)
})
