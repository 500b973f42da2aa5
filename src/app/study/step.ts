import type { Schedulers } from '../../core/scheduler.ts'
import { redoLast, undoable, undoLast } from '../../db/undo.ts'
import type { Changed } from '../../db/undo.ts'
import type { App } from '../app.ts'
import { deedOf } from './deeds.ts'
import * as after from './session.ts'
import type { Moment, Session } from './session.ts'
import type { StudyView } from './view.ts'

/** What one step back or forth came to. */
export interface Stepped {
  /** Null where there was nothing to take back, or to do again. */
  readonly changed: Changed | null
  /** What the screen shows of it. */
  readonly shown: Pick<StudyView, 'canUndo' | 'canRedo' | 'deed'>
  /** The session after it. */
  readonly next: (session: Session, moment: Moment) => Session
}

/**
 * One step back or forth: here, in another tab, or before the page was loaded. Tried again after a fault it
 * is the same step.
 */
export function stepOf(
  { db }: App,
  step: 'undo' | 'redo',
  stamp: Parameters<typeof undoLast>[1],
  scheduler: Schedulers,
): () => Promise<Stepped> {
  const isBack = step === 'undo'
  let changed: Changed | null = null
  return async () => {
    changed ??= await (isBack ? undoLast : redoLast)(db, stamp, scheduler)
    const can = await undoable(db, stamp.at)
    const nothing = isBack ? 'nothing' : 'nothingToRedo'
    const done = changed
    return {
      changed: done,
      shown: { canUndo: can.undo, canRedo: can.redo, deed: done ? deedOf(done) : nothing },
      next: (session, moment) =>
        done ? (isBack ? after.afterUndo : after.afterRedo)(session, done, moment) : session,
    }
  }
}
