import type { Done } from '../../core/study/done.ts'
import { MINUTE_MS } from '../../core/time.ts'
import { minutesOf, paceOf } from '../../core/study/workload.ts'
import { upcoming } from './session.ts'
import type { Answered, Session } from './session.ts'

/** An answer that took longer than this was left lying; it counts as this long, as on Today. */
const LONGEST_MS = 2 * MINUTE_MS

/** What a session adds up to. */
export function sessionDone(answered: readonly Answered[]): Done {
  const ms = answered.reduce((sum, { durationMs }) => sum + Math.min(durationMs, LONGEST_MS), 0)
  return {
    cards: new Set(answered.map(({ card }) => card.cardId)).size,
    answers: answered.length,
    recalled: answered.filter(({ rating }) => rating !== 'again').length,
    minutes: ms / MINUTE_MS,
  }
}

/** How many cards were recalled, of those learnt on an earlier day: only the first answer to each tells. */
export interface Retention {
  readonly recalled: number
  readonly reviews: number
}

/** The true retention of a session, to be held against the one that the learner wants. */
export function retentionOf(answered: readonly Answered[]): Retention {
  const first = new Map<string, Answered>()
  for (const each of answered) {
    const { cardId } = each.card
    if (each.isReview && !first.has(cardId)) first.set(cardId, each)
  }
  const recalled = [...first.values()].filter(({ rating }) => rating !== 'again').length
  return { recalled, reviews: first.size }
}

/** About how long the rest of a session takes, at the pace of its answers so far. */
export function minutesLeft(session: Session): number {
  const { showing, answered } = session
  const left = [...(showing ? [showing.entry] : []), ...upcoming(session)]
  return minutesOf(left, paceOf(answered.map(({ durationMs }) => durationMs)))
}
