import { forecast } from './forecast.ts'
import type { Forecast, ForecastRequest } from './forecast.ts'
import { upkeep } from './upkeep.ts'
import type { Upkeep, UpkeepRequest } from './upkeep.ts'

/** What can be simulated: a plan with a date, or what wanted recall takes without one. */
export type Work =
  | { readonly kind: 'forecast'; readonly request: ForecastRequest }
  | { readonly kind: 'upkeep'; readonly request: UpkeepRequest }

/** What came out of it. */
export type Worked =
  | { readonly kind: 'forecast'; readonly forecast: Forecast }
  | { readonly kind: 'upkeep'; readonly upkeep: readonly Upkeep[] }

/** Does it step by step; yields the share that is done. The same work has the same result. */
export function* workOn(work: Work): Generator<number, Worked> {
  if (work.kind === 'upkeep') return { kind: 'upkeep', upkeep: yield* upkeep(work.request) }
  return { kind: 'forecast', forecast: yield* forecast(work.request) }
}
