import type { Blueprint, Place } from './blueprint.ts'
import type { SkillId } from './note.ts'

/** Every skill of the blueprints with its place. */
export function placesOf(blueprints: readonly Blueprint[]): ReadonlyMap<SkillId, Place> {
  const places = new Map<SkillId, Place>()
  for (const { exam, domains } of blueprints) {
    domains.forEach((domain, d) =>
      domain.groups.forEach((group, g) =>
        group.skills.forEach((skill) =>
          places.set(skill.id, {
            exam,
            domain,
            domainNumber: d + 1,
            group,
            groupNumber: g + 1,
            skill,
          }),
        ),
      ),
    )
  }
  return places
}
