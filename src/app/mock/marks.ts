import type { Note, NoteId } from '../../core/note.ts'
import type { Run } from '../../core/mock/run.ts'
import { answeredParts, mockBodyOf, partsOf, pointsOf } from '../../core/mock/score.ts'
import type { MockBody } from '../../core/mock/score.ts'
import type { QuestionMark } from '../../core/mock/steps.ts'

export type Notes = ReadonlyMap<NoteId, Note>

/** The question `q` of a run, or null where its text is not there any more. */
export function bodyOf({ begun }: Run, notes: Notes, q: number): MockBody | null {
  const question = begun.questions[q]
  const note = question && notes.get(question.noteId)
  return note ? mockBodyOf(note, question.key) : null
}

/** What the answers of a run are worth as they stand. A question without a text counts nothing. */
export function marksOf(run: Run, notes: Notes): QuestionMark[] {
  return run.asked.map(({ answer, first }, q) => {
    const body = bodyOf(run, notes, q)
    if (!body) return { points: 0, of: 0, first: null }
    // A question on screen when the run ends was never left: its answer is its first one.
    const firstly = first ?? answer
    return {
      points: pointsOf(body, answer),
      of: partsOf(body),
      first: firstly ? pointsOf(body, firstly) : null,
    }
  })
}

/** How far a question is answered. */
export function stateOf(run: Run, notes: Notes, q: number): 'open' | 'part' | 'done' {
  const body = bodyOf(run, notes, q)
  if (!body) return 'done'
  const parts = answeredParts(body, run.asked[q]?.answer ?? null)
  if (parts === 0) return 'open'
  return parts < partsOf(body) ? 'part' : 'done'
}

/** Questions that are not wholly answered and can still be changed, from 0. */
export function openQuestions(run: Run, notes: Notes): number[] {
  return run.asked.flatMap((_, q) => (stateOf(run, notes, q) === 'done' ? [] : [q]))
}
