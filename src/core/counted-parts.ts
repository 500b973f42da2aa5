import type { Blueprint } from './blueprint.ts'
import type { SkillId } from './note.ts'

/**
 * The one rule for where a card counts in an exam: in every skill of the exam that it serves, as each lists
 * its cards, and in the group, the domain and the exam of the first of these alone. So domains add up to
 * the exam, and groups to their domain, on every screen.
 *
 * @returns for the skills of a note the ids of its parts, each once; none for notes of other exams
 */
export function countedParts({
  exam,
  domains,
}: Blueprint): (skills: readonly SkillId[]) => readonly string[] {
  const parts = new Map<SkillId, readonly string[]>()
  for (const domain of domains) {
    for (const group of domain.groups) {
      for (const { id } of group.skills) parts.set(id, [id, group.id, domain.id, exam])
    }
  }
  return (skills) => {
    // Most notes have one skill.
    if (skills.length === 1) return parts.get(skills[0] ?? '') ?? []
    const own = [...new Set(skills)].filter((skill) => parts.has(skill))
    const [first, ...others] = own
    return first === undefined ? [] : [...(parts.get(first) ?? []), ...others]
  }
}

/** The exam and each of its domains, groups and skills, by id. */
export function partIds({ exam, domains }: Blueprint): readonly string[] {
  const groups = domains.flatMap((domain) => domain.groups)
  const skills = groups.flatMap((group) => group.skills)
  return [exam, ...[...domains, ...groups, ...skills].map(({ id }) => id)]
}

/** The domain that a card counts in, by the domain of each skill of the exam: that of its first skill there. */
export function countedDomain<Domain>(
  skills: readonly SkillId[],
  domainOf: ReadonlyMap<SkillId, Domain>,
): Domain | undefined {
  const first = skills.find((skill) => domainOf.has(skill))
  return first === undefined ? undefined : domainOf.get(first)
}
