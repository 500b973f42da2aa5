import type { AnkiAnswer, AnkiCard, AnkiCollection, AnkiNote } from '../../core/anki/collection.ts'
import { ImportError } from './import-error.ts'
import { newerTypes } from './anki-newer.ts'
import { olderTypes } from './anki-older.ts'
import { rowsOf, tablesOf, textOf, wholeOf } from './sqlite.ts'
import type { Database } from './sqlite.ts'

/** Rows that a collection may have: ten times what the heaviest learners have. */
const MOST_NOTES = 300_000
const MOST_CARDS = 1_000_000
const MOST_ANSWERS = 5_000_000
/** Characters that all fields may have together. */
const MOST_CHARACTERS = 300_000_000

/** The schemas of Anki's collections that are known. */
const OLDEST = 11
const NEWEST = 18

/**
 * Reads a collection of Anki: of schema 11, which all packages up to 2022 have and "support older versions"
 * still writes, or of the newer ones, which keep note types and decks in tables of their own.
 *
 * @throws ImportError for what is no collection
 */
export function readCollection(database: Database): AnkiCollection {
  const tables = tablesOf(database)
  for (const name of ['col', 'notes', 'cards', 'revlog']) {
    if (!tables.has(name)) throw new ImportError('damaged', `no table ${name}`)
  }
  const [col] = [...rowsOf(database, 'SELECT crt, ver FROM col LIMIT 1')]
  const version = wholeOf(col?.[1])
  if (!col || version < OLDEST) throw new ImportError('damaged', `schema ${version}`)
  if (version > NEWEST) throw new ImportError('newer', `schema ${version}`)
  const types = tables.has('notetypes') ? newerTypes(database, tables) : olderTypes(database)
  if (types.models.size === 0) throw new ImportError('damaged', 'no note types')
  return {
    createdAt: Math.max(0, wholeOf(col[0])) * 1000,
    ...types,
    notes: notesIn(database),
    cards: cardsIn(database),
    answers: answersIn(database),
  }
}

function notesIn(database: Database): AnkiNote[] {
  const notes: AnkiNote[] = []
  let characters = 0
  const query = 'SELECT id, guid, mid, mod, tags, flds FROM notes'
  for (const [id, guid, mid, mod, tags, fields] of rowsOf(database, query)) {
    const text = textOf(fields)
    characters += text.length
    if (notes.length >= MOST_NOTES || characters > MOST_CHARACTERS) {
      throw new ImportError('too large', 'notes')
    }
    notes.push({
      id: wholeOf(id),
      guid: textOf(guid),
      modelId: textOf(mid),
      changedAt: wholeOf(mod) * 1000,
      tags: textOf(tags)
        .split(/\s+/)
        .filter((tag) => tag !== ''),
      fields: text.split('\u001F'),
    })
  }
  return notes.toSorted((a, b) => a.id - b.id)
}

function cardsIn(database: Database): AnkiCard[] {
  const cards: AnkiCard[] = []
  const query = 'SELECT id, nid, did, ord, type, queue, due, ivl, flags, mod, odue, odid FROM cards'
  for (const row of rowsOf(database, query)) {
    if (cards.length >= MOST_CARDS) throw new ImportError('too large', 'cards')
    const [id, noteId, , ord, type, queue, due, interval, flags, mod, homeDue] = row.map(wholeOf)
    // While a filtered deck has a card, its own deck and day stand aside.
    const isAway = (row[11] ?? 0) !== 0
    cards.push({
      id: id ?? 0,
      noteId: noteId ?? 0,
      deckId: textOf(isAway ? row[11] : row[2]),
      ord: ord ?? 0,
      type: type ?? 0,
      queue: queue ?? 0,
      due: isAway && homeDue ? homeDue : (due ?? 0),
      intervalDays: interval ?? 0,
      flag: (flags ?? 0) & 7,
      changedAt: (mod ?? 0) * 1000,
    })
  }
  return cards
}

function answersIn(database: Database): AnkiAnswer[] {
  const answers: AnkiAnswer[] = []
  const query = 'SELECT id, cid, ease, ivl, factor, time, type FROM revlog'
  for (const row of rowsOf(database, query)) {
    if (answers.length >= MOST_ANSWERS) throw new ImportError('too large', 'answers')
    const [id, cardId, ease, interval, factor, durationMs, kind] = row.map(wholeOf)
    answers.push({
      id: id ?? 0,
      cardId: cardId ?? 0,
      ease: ease ?? 0,
      interval: interval ?? 0,
      factor: factor ?? 0,
      durationMs: durationMs ?? 0,
      kind: kind ?? 0,
    })
  }
  return answers
}
