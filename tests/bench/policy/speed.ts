import { forecastOf } from '../../../src/core/plan/forecast.ts'
import { freshCards } from '../../../src/core/plan/cards.ts'
import { trialOf } from './setting.ts'

const CARDS = 1500
const DAYS = 90

/** Seconds of processor time that the forecast of a large plan takes: 1,500 cards, 90 days, 30 minutes a day. */
export function forecastSeconds(): number {
  const trial = trialOf([DAYS, 30], 'perturbed', 1)
  const exams = trial.exams.map((exam) => ({
    ...exam,
    domainOf: Int16Array.from({ length: CARDS }, (_, card) => card % exam.shares.length),
  }))
  const request = {
    exam: 0,
    compare: [-10, 10, 20],
    trial: { ...trial, cards: freshCards(CARDS), exams },
  }
  forecastOf(request)
  const before = process.cpuUsage()
  forecastOf(request)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}
