import { isLeech, mayBeLeech, surpriseOf } from '../../core/leech.ts'
import type { LeechThreshold } from '../../core/leech.ts'
import type { CardId } from '../../core/note.ts'
import { schedulerKey } from '../../core/scheduler.ts'
import type { CardState } from '../../core/schedule.ts'
import type { SchedulerSettings } from '../../core/scheduler.ts'
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
    ruleOf: RuleOf,
  ): Promise<ReadonlySet<CardId>> {
    const keys = new Map(
      candidates(states, ruleOf).map((state) => [state.cardId, keyOf(state, ruleOf)]),
    )
    const unknown = [...keys].filter(([id, key]) => this.#known.get(id)?.key !== key)
    for (let from = 0; from < unknown.length; from += BATCH) {
      const batch = unknown.slice(from, from + BATCH)
      const logs = await reviewsOfCards(
        db,
        batch.map(([id]) => id),
      )
      for (const [id, key] of batch) {
        const { scheduler, threshold } = ruleOf(id)
        const surprise = surpriseOf(logs.get(id) ?? [], scheduler)
        this.#known.set(id, { key, isLeech: isLeech(surprise, threshold) })
      }
    }
    return new Set([...keys.keys()].filter((id) => this.#known.get(id)?.isLeech))
  }
}

/** The states that a leech may have. */
export function candidates(states: ReadonlyMap<CardId, CardState>, ruleOf: RuleOf): CardState[] {
  return [...states.values()].filter((state) => mayBeLeech(state, ruleOf(state.cardId).threshold))
}

/** What a card is judged by depends on the exams that it counts for. */
export type RuleOf = (cardId: CardId) => {
  readonly scheduler: SchedulerSettings
  readonly threshold: LeechThreshold
}

const keysOfSchedulers = new WeakMap<SchedulerSettings, string>()

/** A text that differs whenever the card has to be judged anew. */
function keyOf(state: CardState, ruleOf: RuleOf): string {
  const { scheduler, threshold } = ruleOf(state.cardId)
  const known = keysOfSchedulers.get(scheduler) ?? schedulerKey(scheduler)
  keysOfSchedulers.set(scheduler, known)
  return known + JSON.stringify([threshold.leechLapses, threshold.leechChance, state])
}
