import { isSameTitle } from '../core/own-decks.ts'
import type { StudyDb } from './db.ts'
import { discardEditIn, restoreEditIn } from './edits.ts'
import { nameDeckIn, notesIn, ownDecks } from './own-decks.ts'
import { setOwnNoteDeletedIn } from './own-notes.ts'
import { isSameNaming, namingOf } from './text-steps.ts'
import type { TextStep } from './text-steps.ts'
import type { Written } from './written.ts'

/**
 * Puts back what was done to notes, edits and decks, or does it again, inside a transaction. What is another
 * by now than the act left it stays as it is.
 */
export async function takeTexts(
  db: StudyDb,
  steps: readonly TextStep[],
  side: 'before' | 'after',
  written: Written,
): Promise<void> {
  for (const step of steps) {
    if (step.what === 'deck') await takeDeck(db, step, side, written)
    else if (step.what === 'edit') await takeEdit(db, step, side, written)
    else await setOwnNoteDeletedIn(db, step.id, step.deleted === (side === 'after'), written)
  }
}

async function takeDeck(
  db: StudyDb,
  { id, before, after }: Extract<TextStep, { what: 'deck' }>,
  side: 'before' | 'after',
  written: Written,
): Promise<void> {
  const [from, to] = side === 'before' ? [after, before] : [before, after]
  const deck = await db.ownDecks.get(id)
  if (!deck || !isSameNaming(namingOf(deck), from)) return
  const isTaken = (await ownDecks(db)).some(
    (other) => other.id !== id && isSameTitle(other.title, to.title),
  )
  if (isTaken || (to.deleted && (await notesIn(db, id)) > 0)) return
  await nameDeckIn(db, deck, to, written)
}

async function takeEdit(
  db: StudyDb,
  { id, ...step }: Extract<TextStep, { what: 'edit' }>,
  side: 'before' | 'after',
  written: Written,
): Promise<void> {
  if (side === 'after') return discardEditIn(db, id, written)
  const edit = await db.edits.get(id)
  // Merged with a release that came since, as if it had never been discarded.
  if (edit?.mine === null) await restoreEditIn(db, id, step, written)
}
