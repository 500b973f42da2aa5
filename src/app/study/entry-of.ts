import type { CardId } from '../../core/note.ts'
import type { Rated } from '../../core/review.ts'
import { retrievability } from '../../core/schedule.ts'
import type { QueueEntry } from '../../core/study/queue.ts'
import type { Session } from './session.ts'

/**
 * The entry of a card in the queue, or one made for it where it has none: siblings hold it back, or an
 * answer to it was taken back. Null for a card that is not studied.
 *
 * @param mode how the answer is to count, which may be otherwise than that of the session: what was
 *   crammed is crammed again, and what counted counts again
 */
export function entryOf(
  session: Pick<Session, 'day' | 'queue' | 'mode'>,
  cardId: CardId,
  mode: Rated['mode'] = session.mode,
): QueueEntry | null {
  const { day, queue } = session
  const isOwnMode = (mode === 'cram') === (session.mode === 'cram')
  const queued = isOwnMode && queue.entries.find(({ card }) => card.cardId === cardId)
  if (queued) return queued
  const card = day.cardById.get(cardId)
  if (!card) return null
  const state = day.states.get(cardId)
  if (mode === 'cram') {
    const recall = state ? retrievability(state, day.today, day.memory) : null
    const kind = state ? 'review' : 'new'
    return { card, kind, reason: { kind: 'cram', retrievability: recall } }
  }
  if (!state) return { card, kind: 'new', reason: { kind: 'new', domain: '' } }
  const { dueAt, phase } = state
  if (dueAt !== null) {
    const relearning = phase === 'relearning'
    return { card, kind: 'learning', reason: { kind: 'step', relearning, dueAt } }
  }
  const days = day.today - state.dueDay
  const recall = { retrievability: retrievability(state, day.today, day.memory) }
  const reason =
    days < 0
      ? ({ kind: 'ahead', daysEarly: -days, ...recall } as const)
      : ({ kind: 'due', daysOverdue: days, ...recall } as const)
  return { card, kind: 'review', reason }
}
