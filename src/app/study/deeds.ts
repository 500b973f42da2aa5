import type { Changed } from '../../db/undo.ts'
import type { Deed } from './view.ts'

/** What was taken back or done again, as it is said. */
export function deedOf({ act }: Changed): Deed {
  const isMark = act.entries.length === 0
  if (act.undoneBy === null) return isMark ? 'markRedone' : 'redone'
  return isMark ? 'restored' : 'undone'
}
