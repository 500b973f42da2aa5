import { isLeech, mayBeLeech, surpriseOf } from '../../core/leech.ts'
import type { CardId } from '../../core/note.ts'
import { schedulerKey } from '../../core/schedule.ts'
import type { CardState, SchedulerSettings } from '../../core/schedule.ts'
import type { StudyDb } from '../../db/db.ts'
import { reviewsOfCards } from '../../db/log.ts'

/** Logs read at a time: few enough not to hold up a key press. */
const BATCH = 100

/**
 * Which cards do not stick. That takes their logs, so that only those with enough lapses are looked at, and
 * none twice while its state is the same.
 */
export class LeechFinder {
  readonly #known = new Map<CardId, { readonly key: string; readonly isLeech: boolean }>()

  /** @throws StorageFault where a log could not be read */
  async find(
    db: StudyDb,
    states: ReadonlyMap<CardId, CardState>,
    settings: SchedulerSettings,
  ): Promise<ReadonlySet<CardId>> {
    const scheduler = schedulerKey(settings)
    const keys = new Map(
      candidates(states).map((state) => [state.cardId, scheduler + JSON.stringify(state)]),
    )
    const unknown = [...keys].filter(([id, key]) => this.#known.get(id)?.key !== key)
    for (let from = 0; from < unknown.length; from += BATCH) {
      const batch = unknown.slice(from, from + BATCH)
      const logs = await reviewsOfCards(
        db,
        batch.map(([id]) => id),
      )
      for (const [id, key] of batch) {
        const surprise = surpriseOf(logs.get(id) ?? [], settings)
        this.#known.set(id, { key, isLeech: isLeech(surprise) })
      }
    }
    return new Set([...keys.keys()].filter((id) => this.#known.get(id)?.isLeech))
  }
}

/** The states that a leech may have. */
export function candidates(states: ReadonlyMap<CardId, CardState>): CardState[] {
  return [...states.values()].filter((state) => mayBeLeech(state))
}
