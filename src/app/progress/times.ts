import { timesOf } from '../../core/stats/part-depth.ts'
import { hasDays } from '../../db/ensure-days.ts'
import { allTallies } from '../../db/stats.ts'
import type { App } from '../app.ts'
import type { LoadedExam } from './load-exam.ts'

/** Time spent on each part in ms, by id; null until it has been counted. */
export type Times = ReadonlyMap<string, number> | null

/** Reads the time spent, as much to read as all that a screen of progress shows at once. */
export function loadTimes(
  app: App,
  { blueprint, cards, scheduler }: Pick<LoadedExam, 'blueprint' | 'cards' | 'scheduler'>,
): () => Promise<Times> {
  return async () => {
    const isCounted = await hasDays(app.db, scheduler)
    return isCounted ? timesOf({ blueprint, cards }, await allTallies(app.db)) : null
  }
}
