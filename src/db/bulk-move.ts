import * as v from 'valibot'
import type { NoteId } from '../core/note.ts'
import { OwnDeckSchema } from '../core/own-decks.ts'
import type { OwnDeck } from '../core/own-decks.ts'
import { noteAct } from './bulk-acts.ts'
import type { BulkAct } from './bulk-acts.ts'
import { acting, actOf } from './bulk.ts'
import type { BulkStamp } from './bulk.ts'
import { NOTHING_CHANGED } from './bulk-result.ts'
import type { BulkResult } from './bulk-result.ts'
import { recatalogOwnNotes } from './catalogs.ts'
import type { StoredNote, StudyDb } from './db.ts'
import { retitleDrafts } from './drafts.ts'
import { deckTitled, inDeck, standingDeck, standingTitled } from './own-decks.ts'
import { stampAfter } from './written.ts'
import type { Written } from './written.ts'

/**
 * Moves own notes to the own deck with a title, which is made if there is none, in one transaction. Shipped
 * notes, and those that are in it already, are left alone.
 *
 * @param deck `id` is for one that is made
 * @throws v.ValiError for a text that cannot be a title; StorageFault
 */
export async function moveNotes(
  db: StudyDb,
  noteIds: readonly NoteId[],
  deck: { readonly id: string; readonly title: string },
  stamp: BulkStamp,
): Promise<BulkResult> {
  const title = v.parse(OwnDeckSchema.entries.title, deck.title)
  return acting(db, stamp, async () => {
    const known = await standingTitled(db, title)
    const stored = await db.notes.bulkGet([...noteIds])
    const notes = stored.filter((note) => isOwn(note)).filter((note) => note.deck !== known?.id)
    // No deck is made for nothing.
    if (notes.length === 0) return NOTHING_CHANGED
    const to = await deckTitled(db, { id: deck.id, title }, stamp)
    const moved = await place(db, notes, () => to, stamp)
    const moves = notes.map(({ id, deck: from }) => ({ noteId: id, from, to: to.id }))
    await noteAct(db, { ...actOf(stamp, 'move', moved.length), deck: to.title, moves })
    return { ...NOTHING_CHANGED, count: moved.length, moved }
  })
}

/** Moves back what an act moved, unless it is somewhere else by now. Inside a transaction. */
export async function moveBack(
  db: StudyDb,
  { moves = [] }: BulkAct,
  written: Written,
): Promise<StoredNote[]> {
  const turned = moves.map(({ noteId, from, to }) => ({ noteId, from: to, to: from }))
  return placeAll(db, turned, written)
}

/** Moves it once more. Inside a transaction. */
export async function moveOn(
  db: StudyDb,
  { moves = [] }: BulkAct,
  written: Written,
): Promise<StoredNote[]> {
  return placeAll(db, moves, written)
}

/** Notes that still are where they came from go on; their decks are brought back if need be. */
async function placeAll(
  db: StudyDb,
  moves: NonNullable<BulkAct['moves']>,
  written: Written,
): Promise<StoredNote[]> {
  const moveOf = new Map(moves.map((move) => [move.noteId, move]))
  const stored = await db.notes.bulkGet([...moveOf.keys()])
  const notes = stored
    .filter((note) => isOwn(note))
    .filter((note) => moveOf.get(note.id)?.from === note.deck)
  const decks = new Map<string, OwnDeck>()
  for (const id of new Set(notes.map((note) => moveOf.get(note.id)?.to ?? ''))) {
    const deck = await standingDeck(db, id, written)
    if (deck) decks.set(id, deck)
  }
  return place(db, notes, ({ id }) => decks.get(moveOf.get(id)?.to ?? ''), written)
}

async function place(
  db: StudyDb,
  notes: readonly StoredNote[],
  deckOf: (note: StoredNote) => OwnDeck | undefined,
  written: Written,
): Promise<StoredNote[]> {
  const titles = new Map<NoteId, string>()
  const moved = notes.flatMap((note) => {
    const deck = deckOf(note)
    if (!deck || !note.own) return []
    titles.set(note.id, deck.title)
    const stamp = stampAfter(note.own.updatedAt, written)
    const own = { ...note.own, ...stamp }
    return [{ ...inDeck(note, deck.id), own, hash: `${stamp.updatedAt}` }]
  })
  await db.notes.bulkPut(moved)
  await recatalogOwnNotes(db, moved)
  await retitleDrafts(db, ({ id }) => titles.get(id) ?? null)
  return moved
}

function isOwn(note: StoredNote | undefined): note is StoredNote {
  return note?.own !== undefined
}
