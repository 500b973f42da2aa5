import type { Blueprint } from '../blueprint.ts'
import type { DomainEvidence } from './evidence.ts'
import { RULE_OF_THUMB } from './result.ts'

/** So many answers, before a domain is judged by them. */
const ENOUGH = 5

/**
 * The weak domains of an exam: those with a low share of points in mock exams, and, where these say too
 * little, those of which least is expected to be recalled. At most half of them, so that it is a choice.
 *
 * @param recall expected recall today of all cards of each domain, 0 to 1; null where it has none
 */
export function weakDomains(
  blueprint: Blueprint,
  evidence: readonly DomainEvidence[],
  recall: ReadonlyMap<string, number | null>,
): string[] {
  const levels = blueprint.domains.map(({ id }) => {
    const mocks = evidence.find(({ domain }) => domain === id)
    const level = mocks && mocks.asked >= ENOUGH ? mocks.right / mocks.asked : (recall.get(id) ?? 0)
    return { id, level }
  })
  const most = Math.max(1, Math.floor(levels.length / 2))
  const weak = levels
    .filter(({ level }) => level < RULE_OF_THUMB)
    .toSorted((a, b) => a.level - b.level)
  return weak.slice(0, most).map(({ id }) => id)
}
