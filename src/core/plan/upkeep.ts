import { simulate } from './simulate.ts'
import type { Trial } from './trial.ts'

/** What a learner without a date wants to know. Plain data: it goes to a worker as it is. */
export interface UpkeepRequest {
  /** Its seed, world and minutes are left out: there is time for whatever is due. */
  readonly trial: Omit<Trial, 'seed' | 'world' | 'minutes'>
  /** Index of the exam that is asked about. */
  readonly exam: number
  readonly retentions: readonly number[]
}

/** What wanting so much recall takes and gives, as a mean of the days simulated. */
export interface Upkeep {
  /** Wanted recall at the due moment, 0 to 1. */
  readonly retention: number
  /** Minutes a day. */
  readonly minutes: number
  /** Share of what was seen that is recalled at the end, 0 to 1. */
  readonly recall: number
}

/** Days that are simulated. */
export const UPKEEP_DAYS = 60

const RUNS = 4
/** More than any day takes. */
const ANY_MINUTES = 24 * 60

/** Simulates how much time each wanted recall takes. Yields the share that is done after each run. */
export function* upkeep(request: UpkeepRequest): Generator<number, readonly Upkeep[]> {
  const { trial, exam, retentions } = request
  const minutes = Array.from({ length: UPKEEP_DAYS }, () => ANY_MINUTES)
  const found: Upkeep[] = []
  let done = 0
  const asked = trial.exams[exam]
  if (!asked) return []
  for (const retention of retentions) {
    // What other exams take is no part of the answer: their cards alone are worth nothing here.
    const exams = [{ ...asked, retention }]
    let spent = 0
    let recall = 0
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const result = simulate({ ...trial, exams, minutes, world: 'perturbed', seed })
      spent += result.minutes.reduce((sum, each) => sum + each, 0) / UPKEEP_DAYS / RUNS
      recall += (result.recallOfSeen[0] ?? 0) / RUNS
      yield (done += 1) / (retentions.length * RUNS)
    }
    found.push({ retention, minutes: spent, recall })
  }
  return found
}
