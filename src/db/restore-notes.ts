import type { BackupNote } from '../core/backup/format.ts'
import { isLater, latestOf } from '../core/backup/later.ts'
import type { NoteId } from '../core/note.ts'
import type { OwnDeck } from '../core/own-decks.ts'
import { deckSkill } from '../core/own-exam.ts'
import { compactText } from '../core/text/note-text.ts'
import type { NoteText } from '../core/text/note-text.ts'
import type { StoredNote, StudyDb } from './db.ts'
import { notesByIds } from './notes.ts'
import { PLAIN_NOTE } from './own-notes.ts'
import type { Rendered } from './own-notes.ts'
import { inDeck, standingDeck } from './own-decks.ts'
import { putMany } from './put-many.ts'
import { takeLater } from './take-later.ts'
import type { Written } from './written.ts'

/** The title of a deck of which a backup has notes but not the deck. */
const LOST_DECK = 'Restored cards'

export async function takeDecks(db: StudyDb, decks: readonly OwnDeck[]): Promise<number> {
  return (
    await takeLater(
      db.ownDecks,
      latestOf(decks, ({ id }) => id),
    )
  ).length
}

/** Takes in own notes that are new or were written later. Inside a transaction, after their decks. */
export async function takeNotes(
  db: StudyDb,
  notes: readonly BackupNote[],
  render: (text: NoteText) => Rendered,
  written: Written,
  onDone?: (done: number) => void,
): Promise<number> {
  const latest = latestOf(notes, ({ id }) => id)
  const known = await notesByIds(db, [...latest.keys()])
  const taken = [...latest.values()].filter((note) => isWanted(note, known.get(note.id)))
  const rows: StoredNote[] = []
  for (const note of taken) rows.push(await inItsDeck(db, noteOf(note, render), written))
  await putMany(db.notes, rows, onDone)
  return taken.length
}

function isWanted(note: BackupNote, known: StoredNote | undefined): boolean {
  if (!known) return true
  // The id of a shipped note is not the learner's to give.
  return known.own !== undefined && isLater(note, known.own)
}

function noteOf(
  { id, deck, rev, skills, tags, text, deleted, createdAt, updatedAt, device }: BackupNote,
  render: (text: NoteText) => Rendered,
): StoredNote {
  const others = skills.filter((skill) => !skill.startsWith(OWN_SKILL))
  return {
    ...PLAIN_NOTE,
    id,
    deck,
    rev,
    tags,
    skills: [...others, deckSkill(deck)],
    text: compactText(text),
    ...render(text),
    hash: `${updatedAt}`,
    retired: deleted === true,
    own: { createdAt, updatedAt, device },
  }
}

const OWN_SKILL = deckSkill('')

/** A note that stands is in a deck that stands. */
async function inItsDeck(db: StudyDb, note: StoredNote, written: Written): Promise<StoredNote> {
  if (note.retired) return note
  const deck = await standingDeck(db, note.deck, written)
  if (deck) return inDeck(note, deck.id)
  await makeDeck(db, note.deck, written)
  return note
}

async function makeDeck(db: StudyDb, id: NoteId, { at, device }: Written): Promise<void> {
  await db.ownDecks.put({ id, title: LOST_DECK, updatedAt: at, device })
}
