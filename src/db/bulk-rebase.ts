import { actById, noteAct } from './bulk-acts.ts'
import type { BulkAct } from './bulk-acts.ts'
import type { StudyDb } from './db.ts'
import { actsAfter, isSameMarking, putAct, removeAct } from './journal.ts'
import type { Act, Marking, MarkStep } from './journal.ts'

type Field = 'suspended' | 'flag'
type MarkOfBulk = BulkAct['marks'][number]

/**
 * Corrects what later acts found, once an act on many cards was undone before its turn: they would bring
 * back what it had set when they are undone in theirs. What then changes nothing is no step any more.
 * Inside the transaction of the undo.
 *
 * @param seq place of the act among all
 */
export async function rebaseLater(db: StudyDb, undone: BulkAct, seq: number): Promise<void> {
  const gone = goneWith(undone)
  for (const act of await actsAfter(db, seq)) {
    if (act.bulk !== undefined) await rebaseBulk(db, act, gone)
    else if (act.marks.length > 0) await rebaseAct(db, act, gone)
  }
}

/** What an act had set and does no longer; each thing is taken out when the next act that found it is met. */
interface Gone {
  readonly marks: Map<string, MarkOfBulk>
  /** Notes on which a tag was set or from which it was taken. */
  readonly tagged: { readonly tag: string | undefined; readonly notes: Set<string> }
  /** Where notes came from, by the deck that they were put in. */
  readonly moves: Map<string, { readonly from: string; readonly to: string }>
}

function goneWith({ marks, tag, notes, moves = [] }: BulkAct): Gone {
  return {
    marks: new Map(marks.map((mark) => [mark.cardId, mark])),
    tagged: { tag, notes: new Set(notes) },
    moves: new Map(moves.map(({ noteId, from, to }) => [noteId, { from, to }])),
  }
}

async function rebaseAct(db: StudyDb, act: Act, { marks }: Gone): Promise<void> {
  const corrected = act.marks.map((step) => {
    const before = foundBefore(step, marks)
    return before ? { ...step, before: { ...step.before, ...before } } : step
  })
  const left = corrected.filter(({ before, after }) => !isSameMarking(before, after))
  if (left.length === 0 && act.entries.length === 0) await removeAct(db, act)
  else await putAct(db, { ...act, marks: left })
}

async function rebaseBulk(db: StudyDb, step: Act, gone: Gone): Promise<void> {
  const act = await actById(db, step.bulk ?? '')
  if (!act) return
  const marks = act.marks
    .map((mark) => ({ ...mark, before: { ...mark.before, ...foundBefore(mark, gone.marks) } }))
    .filter(
      ({ before, after }) => before.suspended !== after.suspended || before.flag !== after.flag,
    )
  const notes = act.notes.filter(
    (id) => act.tag !== gone.tagged.tag || !gone.tagged.notes.delete(id),
  )
  const moves = act.moves
    ?.map((move) => {
      const before = gone.moves.get(move.noteId)
      if (before?.to !== move.from) return move
      gone.moves.delete(move.noteId)
      return { ...move, from: before.from }
    })
    .filter(({ from, to }) => from !== to)
  const count = marks.length + notes.length + (moves?.length ?? 0) + act.entries.length
  await noteAct(db, { ...act, ...(moves && { moves }), marks, notes, count })
  if (count === 0) await removeAct(db, step)
}

/** What was there before the act that is gone, where a later one found what that had set. */
function foundBefore(
  { cardId, before, after }: MarkStep | MarkOfBulk,
  gone: Gone['marks'],
): Partial<Pick<Marking, Field>> | null {
  const mark = gone.get(cardId)
  if (!mark) return null
  const field: Field = mark.after.flag === undefined ? 'suspended' : 'flag'
  if (before[field] === after[field] || before[field] !== mark.after[field]) return null
  gone.delete(cardId)
  return mark.before
}
