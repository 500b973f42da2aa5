import * as v from 'valibot'
import type { Blueprint } from './blueprint.ts'
import { deckSkill, OWN_EXAM } from './own-exam.ts'
import { InstantSchema } from './time-schemas.ts'

/** A deck of the learner. Last write wins. */
export const OwnDeckSchema = v.strictObject({
  /** A UUID. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  /** The learner deleted it; left out while it stands. Notes in it bring it back. */
  deleted: v.exactOptional(v.literal(true)),
  updatedAt: InstantSchema,
  device: v.pipe(v.string(), v.minLength(1)),
})
export type OwnDeck = v.InferOutput<typeof OwnDeckSchema>

/** Whether two titles are one to the learner. */
export function isSameTitle(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

/** The outline of the own decks, in alphabetical order of their titles. */
export function ownBlueprint(
  title: string,
  decks: readonly Pick<OwnDeck, 'id' | 'title'>[],
): Blueprint {
  const weight = 100 / Math.max(1, decks.length)
  const sorted = decks.toSorted((a, b) => (a.title < b.title ? -1 : 1))
  return {
    exam: OWN_EXAM,
    title,
    guide: '',
    as_of: '',
    minutes: 0,
    passing_score: 0,
    domains: sorted.map((deck) => ({
      id: `own-${deck.id}`,
      title: deck.title,
      weight: [weight, weight],
      groups: [
        {
          id: `own-group-${deck.id}`,
          title: deck.title,
          skills: [{ id: deckSkill(deck.id), title: deck.title }],
        },
      ],
    })),
  }
}
