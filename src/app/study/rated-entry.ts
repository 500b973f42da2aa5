import type { Answer, Rated, Rating } from '../../core/review.ts'
import type { Reason } from '../../core/study/queue.ts'
import type { Showing } from './session.ts'

interface Given {
  readonly rating: Rating
  readonly answer: Answer | undefined
  /** Revision of the note that was shown. */
  readonly rev: number
  /** Longer than this the learner was away: an answer counts no more. */
  readonly longestMs: number
  /** Days by which the next review is moved. */
  readonly shift: number
}

/** The entry of the log for a card that was rated. Its id is that of the showing. */
export function ratedEntry(
  { id, shownAt, entry }: Showing,
  { rating, answer, rev, longestMs, shift }: Given,
  stamp: Pick<Rated, 'at' | 'utcOffsetMin' | 'device'>,
): Rated {
  const durationMs = Math.min(longestMs, Math.max(0, stamp.at - shownAt))
  return {
    kind: 'rated',
    mode: modeOf(entry.reason),
    id,
    ...stamp,
    cardId: entry.card.cardId,
    rating,
    durationMs,
    rev,
    ...(answer ? { answer } : {}),
    ...(shift === 0 ? {} : { shift }),
  }
}

/** How the log has it: in a session ahead of time, what was due all the same counts as studied. */
export function modeOf({ kind }: Reason): Rated['mode'] {
  return kind === 'ahead' || kind === 'cram' ? kind : 'study'
}
