import { placesOf } from '../../core/blueprint.ts'
import type { Place } from '../../core/blueprint.ts'
import type { CatalogNote } from '../../core/catalog.ts'
import type { Mark } from '../../core/mark.ts'
import { cardIdOf, cardKeysOf } from '../../core/note.ts'
import type { CardId, NoteId, NoteType, SkillId } from '../../core/note.ts'
import { fold } from '../../core/search/fold.ts'
import { isLeech } from '../../core/search/leech.ts'
import { noteTextOf } from '../../core/search/note-text.ts'
import type { NoteText } from '../../core/search/note-text.ts'
import type { Origin, RecentRating, SearchNote, SearchRow } from '../../core/search/row.ts'
import type { CardState } from '../../core/schedule.ts'
import type { ExamRow, StoredNote } from '../../db/db.ts'

/** One card in the list. `order` is its place among all: the author's, exam by exam. */
export interface BrowseRow extends SearchRow {
  readonly order: number
}

/** A note once its text was read. Own notes are in no catalog and are known from here alone. */
export interface ReadNote extends NoteText {
  readonly id: NoteId
  readonly deck: string
  readonly type: NoteType
  readonly skills: readonly SkillId[]
  readonly keys: readonly string[]
  readonly pool: 'review' | 'exam'
  readonly tags: readonly string[]
  readonly status: SearchNote['status']
  readonly origin: Origin
  readonly retired: boolean
  readonly edited: boolean
  readonly verified: string
  readonly hash: string
}

/** What rows are made from. */
export interface RowParts {
  readonly exams: readonly ExamRow[]
  readonly states: ReadonlyMap<CardId, CardState>
  readonly marks: ReadonlyMap<CardId, Mark>
  /** The learner's own tags. */
  readonly tags: ReadonlyMap<NoteId, readonly string[]>
  /** The notes read so far. */
  readonly notes: ReadonlyMap<NoteId, ReadNote>
  /** Whether all notes were read, those that are in no catalog among them. */
  readonly isRead: boolean
  readonly ratings: ReadonlyMap<CardId, readonly RecentRating[]>
}

export function readNoteOf(note: StoredNote): ReadNote {
  const { id, deck, skills, pool, tags, status, retired, verified, hash, body } = note
  return {
    id,
    deck,
    skills,
    pool,
    tags,
    status,
    retired,
    verified,
    hash,
    type: body.type,
    keys: cardKeysOf(body),
    origin: 'shipped',
    edited: false,
    ...noteTextOf(note),
  }
}

/** All cards: those of the installed exams, then, once the notes are read, those in no catalog. */
export function rowsOf(parts: RowParts): BrowseRow[] {
  const context = contextOf(parts)
  const rows: BrowseRow[] = []
  const seen = new Set<NoteId>()
  const add = (note: Catalogued) => {
    if (seen.has(note.id) || note.pool !== 'review') return
    seen.add(note.id)
    pushRows(rows, note, parts, context)
  }
  for (const { catalog } of parts.exams) for (const note of catalog) add(note)
  if (parts.isRead) for (const note of parts.notes.values()) add(note)
  return rows
}

/** What a catalog and a note read have in common. */
type Catalogued = Pick<CatalogNote, 'id' | 'deck' | 'type' | 'skills' | 'keys' | 'pool'> &
  Pick<Partial<ReadNote>, 'tags' | 'status' | 'retired'>

interface Context {
  readonly places: ReadonlyMap<SkillId, Place>
  readonly deckTitles: ReadonlyMap<string, string>
}

function contextOf({ exams }: RowParts): Context {
  return {
    places: placesOf(exams.map(({ blueprint }) => blueprint)),
    deckTitles: new Map(exams.flatMap(({ decks }) => decks.map(({ id, title }) => [id, title]))),
  }
}

function pushRows(
  rows: BrowseRow[],
  catalogued: Catalogued,
  parts: RowParts,
  context: Context,
): void {
  const note = searchNoteOf(catalogued, parts, context)
  for (const key of catalogued.keys) {
    const cardId = cardIdOf(note.id, key)
    rows.push({
      cardId,
      key,
      note,
      state: parts.states.get(cardId) ?? null,
      mark: parts.marks.get(cardId) ?? null,
      isLeech: isLeech(parts.states.get(cardId) ?? null),
      ratings: parts.ratings.get(cardId) ?? NO_RATINGS,
      order: rows.length,
    })
  }
}

const NO_RATINGS: readonly RecentRating[] = []

function searchNoteOf(note: Catalogued, parts: RowParts, context: Context): SearchNote {
  const read = parts.notes.get(note.id)
  const own = parts.tags.get(note.id) ?? []
  const tags = read?.tags ?? note.tags ?? []
  const places = note.skills.flatMap((skill) => context.places.get(skill) ?? [])
  return {
    id: note.id,
    deck: note.deck,
    deckTitle: context.deckTitles.get(note.deck) ?? note.deck,
    type: note.type,
    places,
    exams: [...new Set(places.map(({ exam }) => exam))],
    tags: own.length > 0 ? [...new Set([...tags, ...own])] : tags,
    status: read?.status ?? note.status ?? null,
    origin: read?.origin ?? 'shipped',
    retired: read?.retired ?? false,
    edited: read?.edited ?? false,
    text: read ? textOf(read, own) : null,
  }
}

function textOf({ text }: ReadNote, own: readonly string[]): string {
  return own.length > 0 ? `${text} | ${fold(own.join(' | '))}` : text
}
