import { effectiveRatings } from '../../core/log.ts'
import { cardIdOf, cardKeysOf } from '../../core/note.ts'
import type { Html } from '../../core/note.ts'
import type { EarlierNote, StudyDb } from '../../db/db.ts'
import { reviewsOfCard } from '../../db/reviews.ts'
import { escapeHtml } from '../../core/render/escape-html.ts'
import { faceOf } from '../study/question.ts'
import type { Question } from '../study/question.ts'
import type { FactChange, ShownNote } from './load-notes.ts'

/**
 * The same notes, and for each card whose answer is another than when the learner last rated it, what it
 * was and is. The log knows which revision that was.
 */
export async function withChanges(
  db: StudyDb,
  notes: readonly ShownNote[],
): Promise<readonly ShownNote[]> {
  return Promise.all(notes.map((note) => withChange(db, note)))
}

async function withChange(db: StudyDb, note: ShownNote): Promise<ShownNote> {
  const changes: Record<string, FactChange> = {}
  for (const key of cardKeysOf(note.body)) {
    const seen = effectiveRatings(await reviewsOfCard(db, cardIdOf(note.id, key))).at(-1)
    const earlier = seen && seen.rev < note.rev ? lastSeen(note, seen.rev) : undefined
    const was = earlier && answerOf({ ...note, ...earlier }, key)
    const now = answerOf(note, key)
    if (was && now && was !== now) changes[key] = { was, now }
  }
  return Object.keys(changes).length > 0 ? { ...note, changes } : note
}

/** The text that the learner saw at revision `rev`. */
function lastSeen({ earlier = [] }: ShownNote, rev: number): EarlierNote | undefined {
  return earlier.findLast((each) => each.rev <= rev) ?? earlier[0]
}

/** The right answer of a card, in one piece. */
function answerOf(note: Pick<ShownNote, 'body' | 'why'>, key: string): Html | null {
  const question = faceOf(note, key)?.question
  return question ? answerHtml(question) : null
}

function answerHtml(question: Question): Html {
  switch (question.kind) {
    case 'recall':
      return question.answer
    case 'choice':
      return listHtml(question.body.options.filter(({ right }) => right).map(({ html }) => html))
    case 'number':
      return escapeHtml(`${question.body.value} ${question.body.unit}`.trim())
    case 'command':
      return question.body.answerHtml
    case 'order':
      return `<ol>${question.body.steps.map(({ html }) => `<li>${html}</li>`).join('')}</ol>`
    default:
      return question.body.options.find(({ key }) => key === question.row.answer)?.html ?? ''
  }
}

function listHtml(items: readonly Html[]): Html {
  const [only = '', ...others] = items
  return others.length === 0 ? only : `<ul>${items.map((html) => `<li>${html}</li>`).join('')}</ul>`
}
