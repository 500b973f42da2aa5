import type { ExamId, SkillId } from './note.ts'

/**
 * The learner's own decks stand beside the exams as one more: its outline has a part for each deck. So the
 * queue, counts and progress treat own notes as all others.
 */
export const OWN_EXAM: ExamId = 'OWN'

/** The skill of every note in a deck, whatever skills of exams it has besides. */
export function deckSkill(deckId: string): SkillId {
  return `own-skill-${deckId}`
}
