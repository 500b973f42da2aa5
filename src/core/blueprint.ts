import * as v from 'valibot'
import type { ExamId } from './note.ts'

export { placesOf } from './places.ts'

const id = v.pipe(v.string(), v.regex(/^az\d{3}(-[a-z0-9]+)+$/))
const title = v.pipe(v.string(), v.minLength(1))
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100))

const SkillSchema = v.object({ id, title })
const GroupSchema = v.object({
  id,
  title,
  skills: v.pipe(v.array(SkillSchema), v.minLength(1)),
})
const DomainSchema = v.object({
  id,
  title,
  /** Share of the exam in per cent, from and to. */
  weight: v.tuple([percent, percent]),
  groups: v.pipe(v.array(GroupSchema), v.minLength(1)),
})

/** The outline of an exam as Microsoft publishes it: exam → domain → group → skill. */
export const BlueprintSchema = v.object({
  exam: v.pipe(v.string(), v.toUpperCase()),
  title,
  /** Address of the official study guide. */
  guide: v.pipe(v.string(), v.startsWith('https://learn.microsoft.com/')),
  /** Date of the outline, and the last day on which it was seen to be still current. */
  as_of: date,
  still_current_on: v.optional(date),
  minutes: v.number(),
  passing_score: v.number(),
  domains: v.pipe(v.array(DomainSchema), v.minLength(1)),
})

export type Blueprint = v.InferOutput<typeof BlueprintSchema>
export type Domain = Blueprint['domains'][number]
export type Group = Domain['groups'][number]
export type Skill = Group['skills'][number]

/** Where a skill stands in its blueprint. Numbers start at 1: group 2.3 is the third of domain 2. */
export interface Place {
  readonly exam: ExamId
  readonly domain: Domain
  readonly domainNumber: number
  readonly group: Group
  readonly groupNumber: number
  readonly skill: Skill
}

/** Share of the exam that a domain has, 0 to 1: the middle of its published range, made to sum to 1. */
export function domainShare(blueprint: Blueprint, domainId: string): number {
  const total = blueprint.domains.reduce((sum, domain) => sum + middleWeight(domain), 0)
  const domain = blueprint.domains.find(({ id: other }) => other === domainId)
  return domain ? middleWeight(domain) / total : 0
}

function middleWeight({ weight: [from, to] }: Domain): number {
  return (from + to) / 2
}
