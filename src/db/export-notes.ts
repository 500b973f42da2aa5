import type { CatalogNote } from '../core/catalog.ts'
import type { Mark } from '../core/mark.ts'
import type { CardId, NoteId } from '../core/note.ts'
import { deckSkill } from '../core/own-exam.ts'
import type { Review } from '../core/review.ts'
import type { CardState } from '../core/schedule.ts'
import { fullText } from '../core/text/note-text.ts'
import type { NoteText } from '../core/text/note-text.ts'
import { withDb } from './db.ts'
import type { ExamRow, MediaRow, StudyDb } from './db.ts'
import { wholeExams } from './own-parts.ts'

/** An own note as it is exported. */
export interface OwnNote {
  readonly id: NoteId
  readonly deck: string
  readonly text: NoteText
  readonly tags: readonly string[]
  readonly skills: readonly string[]
  readonly createdAt: number
  readonly updatedAt: number
}

/** The learner's own notes that stand, in the order in which they were made, each with the title of its deck. */
export async function ownNotesToExport(db: StudyDb): Promise<OwnNote[]> {
  const [rows, decks, tags] = await withDb(db, () =>
    db.transaction(
      'r',
      [db.notes, db.ownDecks, db.noteTags],
      async () =>
        [
          await db.notes.filter(({ own, retired }) => own !== undefined && !retired).toArray(),
          await db.ownDecks.toArray(),
          await db.noteTags.toArray(),
        ] as const,
    ),
  )
  const titles = new Map(decks.map(({ id, title }) => [id, title]))
  const added = new Map(tags.map((row) => [row.noteId, row.tags]))
  return rows
    .flatMap((note) => {
      if (!note.text || !note.own) return []
      const { createdAt, updatedAt } = note.own
      return {
        id: note.id,
        deck: titles.get(note.deck) ?? 'Cirrus',
        text: fullText(note.text),
        tags: [...new Set([...note.tags, ...(added.get(note.id) ?? [])])],
        skills: note.skills.filter((skill) => skill !== deckSkill(note.deck)),
        createdAt,
        updatedAt,
      }
    })
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
}

/** What was done with cards: their states, marks and logs, all as of one moment. */
export interface CardFacts {
  readonly states: ReadonlyMap<CardId, CardState>
  readonly marks: ReadonlyMap<CardId, Mark>
  readonly logs: ReadonlyMap<CardId, readonly Review[]>
}

export async function cardFacts(db: StudyDb): Promise<CardFacts> {
  return withDb(db, () =>
    db.transaction('r', [db.cardStates, db.marks, db.reviews], async () => {
      const [states, marks, reviews] = [
        await db.cardStates.toArray(),
        await db.marks.toArray(),
        await db.reviews.toArray(),
      ]
      return {
        states: new Map(states.map((state) => [state.cardId, state])),
        marks: new Map(marks.map((mark) => [mark.cardId, mark])),
        logs: Map.groupBy(reviews, ({ cardId }) => cardId),
      }
    }),
  )
}

/** Every entry of the log, oldest first. */
export async function wholeLog(db: StudyDb): Promise<Review[]> {
  return withDb(db, () => db.reviews.orderBy('at').toArray())
}

export async function allImages(db: StudyDb): Promise<MediaRow[]> {
  return withDb(db, () => db.media.toArray())
}

/** A note of any installed exam, and where it stands. */
export interface ListedNote {
  readonly exam: ExamRow
  readonly note: CatalogNote
  readonly title: string
  readonly tags: readonly string[]
}

/** Every note of the installed exams and of the own decks, each once. */
export async function listedNotes(db: StudyDb): Promise<ListedNote[]> {
  const [exams, notes, tags] = await withDb(db, () =>
    db.transaction(
      'r',
      [db.exams, db.notes, db.noteTags],
      async () =>
        [
          wholeExams(await db.exams.toArray()),
          await db.notes.toArray(),
          await db.noteTags.toArray(),
        ] as const,
    ),
  )
  const titles = new Map(notes.map(({ id, title }) => [id, title]))
  const added = new Map(tags.map((row) => [row.noteId, row.tags]))
  const listed = exams.flatMap((exam) =>
    exam.catalog.map((note) => ({
      exam,
      note,
      title: titles.get(note.id) ?? '',
      tags: [...(note.tags ?? []), ...(added.get(note.id) ?? [])],
    })),
  )
  return [...new Map(listed.map((each) => [each.note.id, each])).values()]
}
