import * as v from 'valibot'
import { isLater } from '../core/backup/later.ts'
import { MarkSchema } from '../core/mark.ts'
import type { Mark } from '../core/mark.ts'
import type { CardId } from '../core/note.ts'
import type { Instant } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { isSameMarking, noteAct } from './journal.ts'
import type { Marking } from './journal.ts'

/** What the learner may set on a card; what is left out stays as it is. */
export type MarkChange = Partial<Marking>

const UNMARKED = { suspended: false, flag: 0, buriedUntil: null } as const

/**
 * Changes the mark of a card now. The act of the learner always holds: if the clock was set back since
 * the stored mark was written, the new one is dated just after it. It can be undone.
 */
export async function changeMark(
  db: StudyDb,
  cardId: CardId,
  change: MarkChange,
  now: Instant,
  device: string,
): Promise<Mark> {
  const [mark] = await changeMarks(db, [cardId], change, now, device)
  if (!mark) throw new Error('One card has one mark')
  return mark
}

/** The same for many cards: one act, taken back at once as it was done. */
export async function changeMarks(
  db: StudyDb,
  cardIds: readonly CardId[],
  change: MarkChange,
  now: Instant,
  device: string,
): Promise<Mark[]> {
  const marks = await withDb(db, () =>
    db.transaction('rw', db.marks, db.local, async () => {
      const stored = await db.marks.bulkGet([...cardIds])
      const next = await Promise.all(
        cardIds.map((cardId) => putMarking(db, cardId, change, now, device)),
      )
      const steps = next
        .map((mark, index) => ({
          cardId: mark.cardId,
          before: markingOf(stored[index]),
          after: markingOf(mark),
        }))
        .filter(({ before, after }) => !isSameMarking(before, after))
      // What changes nothing, as when it is tried again, is no step of undo.
      if (steps.length > 0) await noteAct(db, { at: now, marks: steps })
      return next
    }),
  )
  for (const { cardId } of marks) db.changes.announce({ kind: 'marked', cardId })
  return marks
}

/** Changes a mark inside a transaction, without noting it for undo. */
export async function putMarking(
  db: StudyDb,
  cardId: CardId,
  change: MarkChange,
  now: Instant,
  device: string,
): Promise<Mark> {
  const stored = await db.marks.get(cardId)
  const updatedAt = Math.max(now, stored ? stored.updatedAt + 1 : 0)
  const next = v.parse(MarkSchema, { ...UNMARKED, ...stored, ...change, cardId, updatedAt, device })
  await db.marks.put(next)
  return next
}

function markingOf(mark: Mark | undefined): Marking {
  const { suspended, flag, buriedUntil } = mark ?? UNMARKED
  return { suspended, flag, buriedUntil }
}

/**
 * Takes in a mark written elsewhere. The later one is kept, at the same instant the one of the device
 * that sorts last, so that the order of arrival does not matter. Says whether the mark was taken.
 */
export async function saveMark(db: StudyDb, mark: Mark): Promise<boolean> {
  const incoming = v.parse(MarkSchema, mark)
  const taken = await withDb(db, () =>
    db.transaction('rw', db.marks, async () => {
      const stored = await db.marks.get(incoming.cardId)
      if (stored && !isLater(incoming, stored)) return false
      await db.marks.put(incoming)
      return true
    }),
  )
  if (taken) db.changes.announce({ kind: 'marked', cardId: incoming.cardId })
  return taken
}

export async function allMarks(db: StudyDb): Promise<Mark[]> {
  return withDb(db, () => db.marks.toArray())
}

/** Undefined for a card on which nothing was ever set. */
export async function markOf(db: StudyDb, cardId: CardId): Promise<Mark | undefined> {
  return withDb(db, () => db.marks.get(cardId))
}
