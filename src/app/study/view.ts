import type { Note } from '../../core/note.ts'
import { MINUTE_MS } from '../../core/time.ts'
import type { Instant } from '../../core/time.ts'
import { faultOf } from '../../db/faults.ts'
import type { Outlook } from './outlook.ts'
import type { Session } from './session.ts'
import type { Setup } from './setup.ts'

/** What was done last apart from rating: said, and taken back by undo. */
export type Deed =
  | 'buried'
  | 'postponed'
  | 'suspended'
  | 'flagged'
  | 'undone'
  | 'restored'
  | 'redone'
  | 'markRedone'
  | 'nothing'
  | 'nothingToRedo'
  | 'elsewhere'

/** All that the study screen shows. */
export interface StudyView {
  readonly session: Session
  readonly buttons: 'two' | 'four'
  /** Text of the card on screen; null without a card, and where the text is missing. */
  readonly note: Note | null
  /** What kept the last act from being saved, else null. The act waits to be tried again. */
  readonly trouble: unknown
  readonly deed: Deed | null
  /** The card on screen was rated in another tab. */
  readonly isElsewhere: boolean
  /** The clock is behind what the log knows. */
  readonly isClockBack: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What comes after the session; null while there is a card, and until it is worked out. */
  readonly outlook: Outlook | null
}

/** What a session begins with on screen. */
export function viewOf(setup: Setup, note: Note | null, now: Instant): StudyView {
  return {
    session: setup.session,
    buttons: setup.settings.buttons,
    note,
    trouble: null,
    deed: null,
    isElsewhere: false,
    isClockBack: isBehind(now, setup.latestAt),
    canUndo: setup.can.undo,
    canRedo: setup.can.redo,
    outlook: null,
  }
}

/** What kept an act from being saved. */
export interface Trouble {
  readonly words: string
  /** A newer version has taken over the data: nothing but a reload helps. */
  readonly isOutdated: boolean
}

/** Null where nothing kept the last act from being saved. */
export function troubleOf(trouble: unknown): Trouble | null {
  if (trouble === null) return null
  const { message, kind } = faultOf(trouble)
  return { words: message, isOutdated: kind === 'outdated' }
}

/** How far a clock may be behind the log before it is worth a word. */
const TOLERANCE_MS = 5 * MINUTE_MS

export function isBehind(now: Instant, latestAt: Instant): boolean {
  return now < latestAt - TOLERANCE_MS
}
