import type { Blueprint, Domain, Group, Skill } from '../../core/blueprint.ts'
import type { ExamId } from '../../core/note.ts'
import { OWN_EXAM } from '../../core/own-exam.ts'

/** A part of an exam's outline with all that it stands in. Numbers start at 1. */
export type Part =
  | ({ readonly kind: 'domain' } & InDomain)
  | ({ readonly kind: 'group' } & InGroup)
  | ({ readonly kind: 'skill'; readonly skill: Skill } & InGroup)

interface InDomain {
  readonly domain: Domain
  readonly domainNumber: number
}

interface InGroup extends InDomain {
  readonly group: Group
  readonly groupNumber: number
}

/** The part with this id, or null. */
export function partOf(blueprint: Blueprint, id: string): Part | null {
  return partsOf(blueprint).find((part) => idOf(part) === id) ?? null
}

/** Every part of an outline, each before the parts within it. */
export function partsOf({ domains }: Blueprint): Part[] {
  return domains.flatMap((domain, d) => {
    const inDomain = { domain, domainNumber: d + 1 }
    return [
      { kind: 'domain' as const, ...inDomain },
      ...domain.groups.flatMap((group, g) =>
        groupParts({ ...inDomain, group, groupNumber: g + 1 }),
      ),
    ]
  })
}

function groupParts({ domain, domainNumber, group, groupNumber }: InGroup): Part[] {
  const inGroup = { domain, domainNumber, group, groupNumber }
  return [
    { kind: 'group', ...inGroup },
    ...group.skills.map((skill) => ({ kind: 'skill' as const, ...inGroup, skill })),
  ]
}

export function idOf(part: Part): string {
  return own(part).id
}

export function titleOf(part: Part): string {
  return own(part).title
}

function own(part: Part): { readonly id: string; readonly title: string } {
  if (part.kind === 'domain') return part.domain
  return part.kind === 'group' ? part.group : part.skill
}

/** "4" for a domain, "4.2" for a group; skills have no number of their own. */
export function numberOf(part: Part): string | null {
  if (part.kind === 'domain') return String(part.domainNumber)
  return part.kind === 'group' ? groupNumberOf(part) : null
}

export function groupNumberOf({ domainNumber, groupNumber }: InGroup): string {
  return `${domainNumber}.${groupNumber}`
}

/** The parts directly within a part; none for a skill. */
export function childrenOf(part: Part): Part[] {
  if (part.kind === 'domain') {
    const { domain, domainNumber } = part
    return domain.groups.map((group, g) => ({
      kind: 'group',
      domain,
      domainNumber,
      group,
      groupNumber: g + 1,
    }))
  }
  return part.kind === 'group' ? groupParts(part).slice(1) : []
}

/** What a part stands in, outermost first, without the exam. */
export function parentsOf(part: Part): Part[] {
  if (part.kind === 'domain') return []
  const { domain, domainNumber, group, groupNumber } = part
  const parent: Part = { kind: 'domain', domain, domainNumber }
  if (part.kind === 'group') return [parent]
  return [parent, { kind: 'group', domain, domainNumber, group, groupNumber }]
}

/** Address of the page of an exam or of a part of it. */
export function addressOf(exam: ExamId, part?: Part): string {
  if (!part) return `/progress/${exam}`
  // A deck of the learner has nothing between its name and its cards.
  const deck = exam === OWN_EXAM ? part.domain.groups[0]?.skills[0] : undefined
  return `/progress/${exam}/${deck?.id ?? idOf(part)}`
}

/** Address that studies exactly this exam or part. */
export function studyAddress(exam: ExamId, partId?: string): string {
  return partId ? `/study?exam=${exam}&part=${partId}` : `/study?exam=${exam}`
}
