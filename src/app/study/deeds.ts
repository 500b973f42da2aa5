import type { Rated } from '../../core/review.ts'
import type { Reason } from '../../core/study/queue.ts'
import type { Changed } from '../../db/undo.ts'
import type { Deed } from './view.ts'

/** How the log has it: in a session ahead of time, what was due all the same counts as studied. */
export function modeOf({ kind }: Reason): Rated['mode'] {
  return kind === 'ahead' || kind === 'cram' ? kind : 'study'
}

/** What was taken back or done again, as it is said. */
export function deedOf({ act }: Changed): Deed {
  const isMark = act.entries.length === 0
  if (act.undoneBy === null) return isMark ? 'markRedone' : 'redone'
  return isMark ? 'restored' : 'undone'
}
