import type { NoteId } from '../core/note.ts'
import type { Difference } from '../core/text/merge.ts'
import type { StoredText } from '../core/text/note-text.ts'
import type { StudyDb } from './db.ts'

/** What is known of an own deck by its name. */
export interface DeckNaming {
  readonly title: string
  readonly deleted: boolean
}

/** Something that was done to what the learner wrote, as undo and redo know it. */
export type TextStep =
  | {
      readonly what: 'deck'
      readonly id: string
      readonly before: DeckNaming
      readonly after: DeckNaming
    }
  /** An own note was deleted, or brought back. */
  | { readonly what: 'note'; readonly id: NoteId; readonly deleted: boolean }
  /** An edit of a shipped note was discarded: what it said, and over which text. */
  | {
      readonly what: 'edit'
      readonly id: NoteId
      readonly mine: StoredText
      readonly base: StoredText
      readonly differences: readonly Difference[]
    }

export function namingOf(deck: { readonly title: string; readonly deleted?: true }): DeckNaming {
  return { title: deck.title, deleted: deck.deleted === true }
}

/** Whether what a step did is still so. Inside a transaction. */
export async function textStepHolds(db: StudyDb, step: TextStep): Promise<boolean> {
  if (step.what === 'note') return (await db.notes.get(step.id))?.retired === step.deleted
  if (step.what === 'edit') return (await db.edits.get(step.id))?.mine === null
  const deck = await db.ownDecks.get(step.id)
  return deck !== undefined && isSameNaming(namingOf(deck), step.after)
}

export function isSameNaming(one: DeckNaming, other: DeckNaming): boolean {
  return one.title === other.title && one.deleted === other.deleted
}
