import * as v from 'valibot'
import { isSameTitle, OwnDeckSchema } from '../core/own-decks.ts'
import type { OwnDeck } from '../core/own-decks.ts'
import { deckSkill, OWN_EXAM } from '../core/own-exam.ts'
import { recatalogOwnNotes } from './catalogs.ts'
import { withDb } from './db.ts'
import { examRowsIn } from './exams.ts'
import type { StoredNote, StudyDb } from './db.ts'
import { retitleDrafts } from './drafts.ts'
import { noteAct } from './journal.ts'
import { namingOf } from './text-steps.ts'
import type { DeckNaming } from './text-steps.ts'
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

/** An own deck, and how many notes are in it. Deleted notes do not count. */
export interface DeckUse {
  readonly deck: OwnDeck
  readonly notes: number
}

/** The learner's decks that stand, by title, each with its notes counted. */
export async function ownDeckUse(db: StudyDb): Promise<DeckUse[]> {
  return withDb(db, () =>
    db.transaction('r', db.ownDecks, db.exams, async () => {
      const [decks, counts] = await Promise.all([ownDecks(db), noteCounts(db)])
      return decks.map((deck) => ({ deck, notes: counts.get(deck.id) ?? 0 }))
    }),
  )
}

/**
 * Gives an own deck another title, in lists, in the outline and in drafts. `taken` where another deck has
 * it, `gone` where the deck was deleted elsewhere; nothing is changed then.
 *
 * @throws v.ValiError for a text that cannot be a title; StorageFault
 */
export async function renameOwnDeck(
  db: StudyDb,
  id: string,
  title: string,
  written: Written,
): Promise<'renamed' | 'taken' | 'gone'> {
  const next = v.parse(OwnDeckSchema.entries.title, title)
  return changing(db, 'renamed', async () => {
    const deck = await db.ownDecks.get(id)
    if (!deck || deck.deleted) return 'gone'
    const other = (await ownDecks(db)).find(
      (each) => each.id !== id && isSameTitle(each.title, next),
    )
    if (other) return 'taken'
    const after = { title: next, deleted: false }
    if (deck.title !== next) await noteNaming(db, deck, after, written)
    await nameDeckIn(db, deck, after, written)
    return 'renamed'
  })
}

/**
 * Deletes an own deck in which no note is. Its row stays, so that other devices learn of it and a note that
 * was deleted with it can come back.
 *
 * @throws StorageFault where it could not be saved
 */
export async function deleteOwnDeck(
  db: StudyDb,
  id: string,
  written: Written,
): Promise<'deleted' | 'used' | 'gone'> {
  return changing(db, 'deleted', async () => {
    const deck = await db.ownDecks.get(id)
    if (!deck || deck.deleted) return 'gone'
    if ((await notesIn(db, id)) > 0) return 'used'
    const after = { title: deck.title, deleted: true }
    await noteNaming(db, deck, after, written)
    await nameDeckIn(db, deck, after, written)
    return 'deleted'
  })
}

/** Gives a deck a title, and deletes it or brings it back; inside a transaction, without a word to undo. */
export async function nameDeckIn(
  db: StudyDb,
  deck: OwnDeck,
  { title, deleted }: DeckNaming,
  written: Written,
): Promise<void> {
  const { deleted: _deleted, ...rest } = deck
  const stamp = stampAfter(deck.updatedAt, written)
  await db.ownDecks.put({ ...rest, title, ...(deleted && { deleted }), ...stamp })
  if (title === deck.title) return
  await recatalogOwnNotes(db)
  await retitleDrafts(db, (draft) => (isSameTitle(draft.deck, deck.title) ? title : null))
}

async function noteNaming(
  db: StudyDb,
  deck: OwnDeck,
  after: DeckNaming,
  { at }: Written,
): Promise<void> {
  await noteAct(db, { at, texts: [{ what: 'deck', id: deck.id, before: namingOf(deck), after }] })
}

/** How many notes are in a deck. Inside a transaction. */
export async function notesIn(db: StudyDb, id: string): Promise<number> {
  return (await noteCounts(db)).get(id) ?? 0
}

async function changing<Result>(
  db: StudyDb,
  done: Result,
  action: () => Promise<Result>,
): Promise<Result> {
  const result = await withDb(db, () =>
    db.transaction('rw', [db.ownDecks, db.exams, db.drafts, db.local], action),
  )
  if (result === done) db.changes.announce({ kind: 'installed', exam: OWN_EXAM })
  return result
}

async function noteCounts(db: StudyDb): Promise<ReadonlyMap<string, number>> {
  const [row] = await examRowsIn(db, [OWN_EXAM])
  const counts = new Map<string, number>()
  for (const { deck } of row?.catalog ?? []) counts.set(deck, (counts.get(deck) ?? 0) + 1)
  return counts
}
