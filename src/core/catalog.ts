import type { Blueprint } from './blueprint.ts'
import { cardIdOf } from './note.ts'
import type { CardId, ExamId, Note, NoteId, NoteType, SkillId } from './note.ts'

/** One note in the compact catalog of an exam: all that scheduling and progress need, and no text. */
export interface CatalogNote {
  readonly id: NoteId
  readonly deck: string
  readonly type: NoteType
  readonly skills: readonly SkillId[]
  readonly rev: number
  readonly level: 1 | 2 | 3
  readonly keys: readonly string[]
  readonly pool: 'review' | 'exam'
  readonly confuse: readonly NoteId[]
  readonly needs: readonly NoteId[]
  readonly hash: string
  /** Left out where there are none, and in rows that were installed before catalogs had them. */
  readonly tags?: readonly string[]
  /** Left out where it is null, and in rows that were installed before catalogs had it. */
  readonly status?: 'draft' | 'recheck'
}

/** One card of the catalog. `order` is its place among all cards of the exam, in the author's order. */
export interface CatalogCard {
  readonly cardId: CardId
  readonly note: CatalogNote
  readonly order: number
}

/** What the build ships for one exam, and what `installExam` puts into the database. */
export interface ExamBundle {
  /** Raised when the shape of this file changes. */
  readonly format: 1
  readonly exam: ExamId
  /** Hash of everything below: another value means there is something to install. */
  readonly version: string
  readonly blueprint: Blueprint
  readonly decks: readonly { readonly id: string; readonly title: string }[]
  /** In the author's order. Notes that serve two exams stand in both bundles. */
  readonly notes: readonly Note[]
}

/** An exam as the app knows it before anything is loaded: built into the start page's code. */
export interface ExamInfo {
  readonly exam: ExamId
  readonly title: string
  readonly version: string
  /** Where the bundle is, relative to the app's base, e.g. `decks/az-104.3f2a.json`. */
  readonly url: string
  readonly guide: string
  readonly asOf: string
  readonly stillCurrentOn: string | null
  readonly notes: number
  /** Cards for daily study, and cards kept for mock exams. */
  readonly cards: number
  readonly pool: number
  /** Notes whose facts are marked for another check. */
  readonly recheck: number
  /** Oldest and newest `verified` date, or null without cards. */
  readonly verifiedFrom: string | null
  readonly verifiedTo: string | null
}

export function catalogNoteOf(note: Note, keys: readonly string[]): CatalogNote {
  const { id, deck, skills, rev, level, pool, confuse, needs, hash, tags, status } = note
  return {
    id,
    deck,
    type: note.body.type,
    skills,
    rev,
    level,
    keys,
    pool,
    confuse,
    needs,
    hash,
    ...(tags.length > 0 && { tags }),
    ...(status && { status }),
  }
}

/** The cards of a catalog, in the author's order, without those kept for mock exams. */
export function studyCardsOf(notes: readonly CatalogNote[]): CatalogCard[] {
  // A plain loop: the start of the app waits for it, with twenty thousand notes on a slow phone.
  const cards: CatalogCard[] = []
  for (const note of notes) {
    if (note.pool !== 'review') continue
    for (const key of note.keys) {
      cards.push({ cardId: cardIdOf(note.id, key), note, order: cards.length })
    }
  }
  return cards
}
