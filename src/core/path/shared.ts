import type { CatalogNote } from '../catalog.ts'
import { countedDomain } from '../counted-parts.ts'
import type { SkillId } from '../note.ts'

/** Cards that count for a domain of one exam and for a domain of another. */
export interface SharedCards {
  /** Ids of the domains. */
  readonly from: string
  readonly to: string
  readonly cards: number
}

/**
 * What two exams have in common, by domain. A card counts in the domain of its first skill of an exam.
 *
 * @param notes   of both exams, each once
 * @param domains the domain of each skill of the one exam and of the other
 */
export function sharedCards(
  notes: readonly Pick<CatalogNote, 'skills' | 'keys' | 'pool'>[],
  from: ReadonlyMap<SkillId, string>,
  to: ReadonlyMap<SkillId, string>,
): SharedCards[] {
  const counts = new Map<string, SharedCards>()
  for (const { skills, keys, pool } of notes) {
    if (pool !== 'review') continue
    const [one, other] = [countedDomain(skills, from), countedDomain(skills, to)]
    if (one === undefined || other === undefined) continue
    const key = `${one} ${other}`
    const cards = (counts.get(key)?.cards ?? 0) + keys.length
    counts.set(key, { from: one, to: other, cards })
  }
  return [...counts.values()].toSorted((a, b) => b.cards - a.cards)
}
