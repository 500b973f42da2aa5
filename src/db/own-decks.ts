import * as v from 'valibot'
import { isSameTitle, OwnDeckSchema } from '../core/own-decks.ts'
import type { OwnDeck } from '../core/own-decks.ts'
import { deckSkill } from '../core/own-exam.ts'
import { withDb } from './db.ts'
import type { StoredNote, StudyDb } from './db.ts'
import { stampAfter } from './written.ts'
import type { Written } from './written.ts'

/** The learner's decks that stand, by title. */
export async function ownDecks(db: StudyDb): Promise<OwnDeck[]> {
  const decks = await withDb(db, () => db.ownDecks.filter(({ deleted }) => !deleted).toArray())
  return decks.toSorted((a, b) => (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1))
}

/** The deck with this title, which is made with the id `wanted.id` if there is none. Inside a transaction. */
export async function deckTitled(
  db: StudyDb,
  wanted: { readonly id: string; readonly title: string },
  written: Written,
): Promise<OwnDeck> {
  const known = await standingTitled(db, wanted.title)
  if (known) return known
  const stamp = stampAfter(undefined, written)
  const deck = v.parse(OwnDeckSchema, { id: wanted.id, title: wanted.title, ...stamp })
  await db.ownDecks.put(deck)
  return deck
}

export async function standingTitled(db: StudyDb, title: string): Promise<OwnDeck | undefined> {
  return (await ownDecks(db)).find((deck) => isSameTitle(deck.title, title))
}

/**
 * The deck with this id. If it was deleted, the one that has its title by now, or it is brought back.
 * Inside a transaction.
 */
export async function standingDeck(
  db: StudyDb,
  id: string,
  written: Written,
): Promise<OwnDeck | undefined> {
  const deck = await db.ownDecks.get(id)
  if (!deck?.deleted) return deck
  const other = await standingTitled(db, deck.title)
  if (other) return other
  const { deleted: _deleted, ...rest } = deck
  const back = { ...rest, ...stampAfter(deck.updatedAt, written) }
  await db.ownDecks.put(back)
  return back
}

/** The note in a deck that stands, as its own may have been deleted since. Inside a transaction. */
export async function inStandingDeck(
  db: StudyDb,
  note: StoredNote,
  written: Written,
): Promise<StoredNote> {
  const deck = await standingDeck(db, note.deck, written)
  return deck ? inDeck(note, deck.id) : note
}

/** The note in another deck, with the skill that stands for it. */
export function inDeck(note: StoredNote, deckId: string): StoredNote {
  if (note.deck === deckId) return note
  const before = deckSkill(note.deck)
  const skills = [...note.skills.filter((skill) => skill !== before), deckSkill(deckId)]
  return { ...note, deck: deckId, skills }
}
