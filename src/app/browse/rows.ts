import { placesOf } from '../../core/blueprint.ts'
import type { Place } from '../../core/blueprint.ts'
import type { CatalogNote } from '../../core/catalog.ts'
import { mayBeLeech } from '../../core/leech.ts'
import type { Mark } from '../../core/mark.ts'
import { cardIdOf, cardKeysOf } from '../../core/note.ts'
import type { CardId, NoteId, NoteType, SkillId } from '../../core/note.ts'
import { deckSkill } from '../../core/own-exam.ts'
import { fold } from '../../core/search/fold.ts'
import { noteTextOf } from '../../core/search/note-text.ts'
import type { NoteText } from '../../core/search/note-text.ts'
import type { Origin, RecentRating, SearchNote, SearchRow } from '../../core/search/row.ts'
import { fullText, mapTexts } from '../../core/text/note-text.ts'
import { keysOfText } from '../../core/text/tree-of-text.ts'
import type { CardState } from '../../core/schedule.ts'
import type { EditRow, ExamRow, StoredNote } from '../../db/db.ts'

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
  readonly verified: string
  readonly hash: string
}

/** A shipped note that the learner changed. */
export interface EditedNote {
  /** Every text of the learner's. */
  readonly words: readonly string[]
  /** What a card asks, where there is only one. */
  readonly title: string | null
  /** A new version changed the same place. */
  readonly isOpen: boolean
}

/** The edits that stand, by note. */
export function editedNotes(edits: readonly EditRow[]): ReadonlyMap<NoteId, EditedNote> {
  return new Map(
    edits.flatMap(({ noteId, mine, differences }) => {
      if (!mine) return []
      const text = fullText(mine)
      const words: string[] = []
      mapTexts(text, (each) => {
        words.push(each)
        return each
      })
      const title = keysOfText(text).length === 1 ? text.ask.replaceAll(/[`*]/g, '') : null
      return [[noteId, { words, title, isOpen: differences.length > 0 }] as const]
    }),
  )
}

/** What rows are made from. */
export interface RowParts {
  readonly exams: readonly ExamRow[]
  readonly states: ReadonlyMap<CardId, CardState>
  readonly marks: ReadonlyMap<CardId, Mark>
  /** The learner's own tags. */
  readonly tags: ReadonlyMap<NoteId, readonly string[]>
  /** What the learner's edits say of notes. */
  readonly edits: ReadonlyMap<NoteId, EditedNote>
  /** The notes read so far. */
  readonly notes: ReadonlyMap<NoteId, ReadNote>
  /** Whether all notes were read, those that are in no catalog among them. */
  readonly isRead: boolean
  readonly ratings: ReadonlyMap<CardId, readonly RecentRating[]>
  /** Cards that do not stick, as far as their logs were read. */
  readonly leeches: ReadonlySet<CardId>
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
    origin: note.own ? 'own' : 'shipped',
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
    const state = parts.states.get(cardId) ?? null
    rows.push({
      cardId,
      key,
      note,
      state,
      mark: parts.marks.get(cardId) ?? null,
      // The state is newer than the log that was read, as after a new start.
      isLeech: parts.leeches.has(cardId) && mayBeLeech(state, FEWEST),
      ratings: parts.ratings.get(cardId) ?? NO_RATINGS,
      order: rows.length,
    })
  }
}

/** The least that a learner may set. */
const FEWEST = { leechLapses: 2 }

const NO_RATINGS: readonly RecentRating[] = []

function searchNoteOf(note: Catalogued, parts: RowParts, context: Context): SearchNote {
  const read = parts.notes.get(note.id)
  const own = parts.tags.get(note.id) ?? []
  const edit = parts.edits.get(note.id)
  const isOwn = note.skills.includes(deckSkill(note.deck))
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
    origin: read?.origin ?? (isOwn ? 'own' : 'shipped'),
    retired: read?.retired ?? false,
    edited: edit !== undefined,
    conflict: edit?.isOpen ?? false,
    text: read ? textOf(read, own, edit) : null,
  }
}

function textOf({ text }: ReadNote, own: readonly string[], edit: EditedNote | undefined): string {
  const more = [...own, ...(edit?.words ?? [])]
  return more.length > 0 ? `${text} | ${fold(more.join(' | '))}` : text
}
