import type { Course, CoursePoint } from '../plan-course.ts'
import type { StudyDayNumber } from '../time.ts'
import { bandOf } from './band.ts'
import { RUNS } from './forecast.ts'
import { expectedScore } from './score.ts'
import { planOrder, simulate } from './simulate.ts'
import type { Trial } from './trial.ts'

/** Days that a course keeps at most. */
const MOST_POINTS = 50

/**
 * Works a course out, with people and cards that differ from what the plan believes; the same plan has the
 * same course. Its runs are those of the plan's page, so that both say the same of the exam day.
 *
 * @param trial from its first day to the one before the exam
 * @param index of the exam that is asked about
 */
export function courseOf(trial: Omit<Trial, 'seed' | 'world'>, index: number): Course | null {
  const exam = trial.exams[index]
  const { today, minutes } = trial
  if (!exam || exam.examDay === null || exam.examDay <= today) return null
  const days = exam.examDay - today
  const runs: (readonly number[])[] = []
  const scores: number[] = []
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const expected: number[] = Array.from({ length: days + 1 }, () => Number.NaN)
    const inner = planOrder(trial.policy)
    const result = simulate(
      { ...trial, minutes: minutes.slice(0, days), world: 'perturbed', seed },
      {
        order: (state) => {
          expected[state.day - today] = expectedScore(state.memory, state.cards, exam, state.day)
          return inner.order(state)
        },
      },
    )
    expected[days] = result.predicted[index] ?? 0
    runs.push(filled(expected))
    scores.push(Math.min(1, Math.max(0, result.scores[index] ?? 0)))
  }
  const points = pointsOf(runs, today, days)
  return { from: today, examDay: exam.examDay, points, outcome: bandOf(scores) }
}

/** On days off nothing is ranked, and nothing changes: they are as the next morning that was looked at. */
function filled(expected: readonly number[]): number[] {
  let next = 0
  return expected
    .toReversed()
    .map((each) => (next = Number.isNaN(each) ? next : each))
    .toReversed()
}

function pointsOf(
  runs: readonly (readonly number[])[],
  today: StudyDayNumber,
  days: number,
): CoursePoint[] {
  const step = Math.max(1, Math.ceil(days / MOST_POINTS))
  const kept = Array.from({ length: days + 1 }, (_, index) => index).filter(
    (index) => index === days || (index % step === 0 && days - index >= step / 2),
  )
  return kept.map((index) => {
    const { low, middle, high } = bandOf(runs.map((run) => run[index] ?? 0))
    return { day: today + index, low: rounded(low), middle: rounded(middle), high: rounded(high) }
  })
}

/** To a tenth of a per cent, from 0 to 1. */
function rounded(share: number): number {
  return Math.min(1, Math.max(0, Math.round(share * 1000) / 1000))
}
