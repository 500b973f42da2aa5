import { forecast } from './forecast.ts'
import type { Forecast, ForecastRequest } from './forecast.ts'
import type { ScheduleOutcome } from './schedule-outcome.ts'
import { trySchedules } from './schedule-trial.ts'
import type { ScheduleRequest } from './schedule-trial.ts'
import { upkeep } from './upkeep.ts'
import type { Upkeep, UpkeepRequest } from './upkeep.ts'

/** What can be simulated: a plan with a date, what wanted recall takes without one, or schedules. */
export type Work =
  | { readonly kind: 'forecast'; readonly request: ForecastRequest }
  | { readonly kind: 'upkeep'; readonly request: UpkeepRequest }
  | { readonly kind: 'schedules'; readonly request: ScheduleRequest }

/** What came out of it. */
export type Worked =
  | { readonly kind: 'forecast'; readonly forecast: Forecast }
  | { readonly kind: 'upkeep'; readonly upkeep: readonly Upkeep[] }
  | { readonly kind: 'schedules'; readonly outcomes: readonly ScheduleOutcome[] }

/** Does it step by step; yields the share that is done. The same work has the same result. */
export function* workOn(work: Work): Generator<number, Worked> {
  if (work.kind === 'upkeep') return { kind: 'upkeep', upkeep: yield* upkeep(work.request) }
  if (work.kind === 'schedules') {
    return { kind: 'schedules', outcomes: yield* trySchedules(work.request) }
  }
  return { kind: 'forecast', forecast: yield* forecast(work.request) }
}
