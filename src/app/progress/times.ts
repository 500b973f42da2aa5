import { useEffect, useState } from 'react'
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

/** The time spent, which comes after the screen is shown: it stands in the background there. */
export function useTimes(load: () => Promise<Times>): Times {
  const [times, setTimes] = useState<Times>(null)
  useEffect(() => {
    let isShown = true
    load().then(
      (found) => isShown && setTimes(found),
      // Without it all else is shown.
      () => null,
    )
    return () => {
      isShown = false
    }
  }, [load])
  return times
}
