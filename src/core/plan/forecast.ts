import { bandOf, quantile } from './band.ts'
import { simulate } from './simulate.ts'
import type { Trial, TrialResult } from './trial.ts'

/** What a learner wants to know before they decide. Plain data: it goes to a worker as it is. */
export interface ForecastRequest {
  /** The plan as chosen; its seed and world are left out. */
  readonly trial: Omit<Trial, 'seed' | 'world'>
  /** Index of the exam that is asked about. */
  readonly exam: number
  /** Minutes a day more or less than chosen to be compared with it, days off left free. */
  readonly compare: readonly number[]
}

/** What some runs of a plan add up to. Shares are of the exam's content, 0 to 1. */
export interface Outcome {
  /** Minutes a day more than chosen. */
  readonly more: number
  /** Of ten runs eight fall between `low` and `high`. */
  readonly low: number
  readonly middle: number
  readonly high: number
  /** Cards never reached, by domain: rounded mean of the runs. */
  readonly unseen: readonly number[]
  /** Mean minutes on days with time. */
  readonly minutes: number
  /** Days from the first to that on which the last card is introduced; null without any. */
  readonly lastNew: number | null
  /** Share of the reviews that is recalled, or null without any. */
  readonly recalled: number | null
}

export interface Forecast {
  readonly chosen: Outcome
  readonly compared: readonly Outcome[]
  /** Without the limit of new cards; null where there is none, or it costs nothing. */
  readonly unlimited: Outcome | null
  /** Each day from the first to the exam: recall on that day. */
  readonly course: readonly {
    readonly low: number
    readonly middle: number
    readonly high: number
  }[]
}

/** Runs for the plan as chosen, and for each comparison: these share the first seeds. */
export const RUNS = 20
const COMPARED_RUNS = 6

/**
 * Simulates a plan, with people and cards that differ from what the plan believes. Yields after each run
 * the share that is done, so that it can be shown and given up; the same request has the same forecast.
 */
export function* forecast(request: ForecastRequest): Generator<number, Forecast> {
  const { trial, exam, compare } = request
  const limit = trial.exams[exam]?.newPerDay ?? Number.POSITIVE_INFINITY
  const isLimited = Number.isFinite(limit)
  const all = RUNS + (compare.length + (isLimited ? 1 : 0)) * COMPARED_RUNS
  let done = 0
  const results: TrialResult[] = []
  const runs: { readonly trial: ForecastRequest['trial']; readonly more: number }[] = [
    ...compare.map((more) => ({ trial: withMore(trial, more), more })),
    ...(isLimited ? [{ trial: withoutLimit(trial, exam), more: 0 }] : []),
  ]
  for (let seed = 1; seed <= RUNS; seed += 1) {
    results.push(simulate({ ...trial, world: 'perturbed', seed }))
    yield (done += 1) / all
  }
  const compared: Outcome[] = []
  for (const run of runs) {
    const own: TrialResult[] = []
    for (let seed = 1; seed <= COMPARED_RUNS; seed += 1) {
      own.push(simulate({ ...run.trial, world: 'perturbed', seed }))
      yield (done += 1) / all
    }
    compared.push(relativeTo(results, own, exam, run.more))
  }
  const chosen = outcomeOf(results, exam, 0)
  const unlimited = isLimited ? compared.pop() : undefined
  return {
    chosen,
    compared,
    unlimited: unlimited && unlimited.middle > chosen.middle + 0.005 ? unlimited : null,
    course: courseOf(results),
  }
}

/** The forecast at once, for those who need no progress. */
export function forecastOf(request: ForecastRequest): Forecast {
  const steps = forecast(request)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

function withMore(trial: ForecastRequest['trial'], more: number): ForecastRequest['trial'] {
  const minutes = trial.minutes.map((each) => (each > 0 ? Math.max(0, each + more) : 0))
  return { ...trial, minutes }
}

function withoutLimit(trial: ForecastRequest['trial'], index: number): ForecastRequest['trial'] {
  const exams = trial.exams.map((exam, each) =>
    each === index ? { ...exam, newPerDay: Number.POSITIVE_INFINITY } : exam,
  )
  return { ...trial, exams }
}

/**
 * Few runs of another plan say little by themselves, but much beside the runs of the same learners with the
 * plan as chosen: its band is moved by what lies between them.
 */
function relativeTo(
  chosen: readonly TrialResult[],
  others: readonly TrialResult[],
  exam: number,
  more: number,
): Outcome {
  const all = outcomeOf(chosen, exam, 0)
  const same = outcomeOf(chosen.slice(0, others.length), exam, 0)
  const other = outcomeOf(others, exam, more)
  const moved = (of: 'low' | 'middle' | 'high') =>
    Math.min(1, Math.max(0, all[of] + other[of] - same[of]))
  return { ...other, low: moved('low'), middle: moved('middle'), high: moved('high') }
}

function outcomeOf(results: readonly TrialResult[], exam: number, more: number): Outcome {
  const scores = results.map((result) => result.scores[exam] ?? 0)
  const domains = results[0]?.unseen[exam]?.length ?? 0
  const unseen = Array.from({ length: domains }, (_, domain) =>
    Math.round(meanOf(results.map((result) => result.unseen[exam]?.[domain] ?? 0))),
  )
  const studied = results.flatMap(({ minutes }) => minutes.filter((each) => each > 0))
  const lastNew = results.map(({ newCards }) => newCards.findLastIndex((count) => count > 0))
  const recalled = results.flatMap((result) => result.recalled ?? [])
  const last = Math.round(quantile(lastNew, 0.5))
  return {
    more,
    ...bandOf(scores),
    unseen,
    minutes: studied.length === 0 ? 0 : meanOf(studied),
    lastNew: last < 0 ? null : last,
    recalled: recalled.length === 0 ? null : meanOf(recalled),
  }
}

function courseOf(results: readonly TrialResult[]) {
  const days = results[0]?.course.length ?? 0
  return Array.from({ length: days }, (_, day) =>
    bandOf(results.map(({ course }) => course[day] ?? 0)),
  )
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
