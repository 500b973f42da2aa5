import type { CatalogCard } from '../../core/catalog.ts'
import type { ExamId } from '../../core/note.ts'
import { placeOf, upcoming } from './session.ts'
import type { Session } from './session.ts'

/** One answer given or to come: right, comes back, the one on screen, still to come. */
export type RailMark = 'ok' | 'no' | 'now' | 'todo'

/** A domain with every answer that the session has in it. */
export interface RailRow {
  readonly id: string
  readonly exam: ExamId
  readonly number: number
  readonly title: string
  readonly marks: readonly RailMark[]
}

/** The domains of one exam. */
export interface RailExam {
  readonly exam: ExamId
  readonly rows: readonly RailRow[]
}

/** The session by exam and domain, in the order of the outline: what was answered, what is to come. */
export function railOf(session: Session): RailExam[] {
  const rows = rowsOf(session).toSorted((a, b) => a.number - b.number)
  const exams = Map.groupBy(rows, ({ exam }) => exam)
  return [...exams]
    .map(([exam, list]) => ({ exam, rows: list }))
    .toSorted((a, b) => (a.exam < b.exam ? -1 : 1))
}

function rowsOf(session: Session): RailRow[] {
  const rows = new Map<string, RailRow & { readonly marks: RailMark[] }>()
  const add = (card: CatalogCard, mark: RailMark) => {
    const place = placeOf(session, card)
    if (!place) return
    const { exam, domain, domainNumber: number } = place
    const row = rows.get(domain.id) ?? {
      id: domain.id,
      exam,
      number,
      title: domain.title,
      marks: [],
    }
    row.marks.push(mark)
    rows.set(domain.id, row)
  }
  for (const { card, rating } of session.answered) add(card, rating === 'again' ? 'no' : 'ok')
  if (session.showing) add(session.showing.entry.card, 'now')
  for (const { card } of upcoming(session)) add(card, 'todo')
  return [...rows.values()]
}

/** The exam whose colour the screen has: that of the card, or the one that was asked for. */
export function examOnScreen(session: Session): ExamId | undefined {
  const card = session.showing?.entry.card
  return (card && placeOf(session, card)?.exam) ?? session.scope.exam
}
