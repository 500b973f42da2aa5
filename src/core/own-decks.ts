import * as v from 'valibot'
import type { Blueprint } from './blueprint.ts'
import type { ExamId, SkillId } from './note.ts'
import { InstantSchema } from './time.ts'

/**
 * The learner's own decks stand beside the exams as one more: its outline has a part for each deck. So the
 * queue, counts and progress treat own notes as all others.
 */
export const OWN_EXAM: ExamId = 'OWN'

/** A deck of the learner. Last write wins. */
export const OwnDeckSchema = v.strictObject({
  /** A UUID. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  updatedAt: InstantSchema,
  device: v.pipe(v.string(), v.minLength(1)),
})
export type OwnDeck = v.InferOutput<typeof OwnDeckSchema>

/** The skill of every note in a deck, whatever skills of exams it has besides. */
export function deckSkill(deckId: string): SkillId {
  return `own-skill-${deckId}`
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
