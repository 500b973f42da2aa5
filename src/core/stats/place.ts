import { NOTE_TYPES } from '../note.ts'
import type { ExamId, NoteType, SkillId } from '../note.ts'
import { OWN_EXAM } from '../own-exam.ts'

/** Where a card stands in the statistics: what its answers are counted under. */
export interface StatsPlace {
  /** Domains of its skills, sorted and joined by `+`. Empty for a note that is not known here. */
  readonly domains: string
  readonly type: StatsType
}

/** The type of a note, or `unknown` for one that is not known here. */
export type StatsType = NoteType | 'unknown'

export const NOWHERE: StatsPlace = { domains: '', type: 'unknown' }

const OWN_SKILL = 'own-skill-'

/** The domain of a skill, which its id begins with: `az104-storage-data-tiers` → `az104-storage`. */
export function domainOfSkill(skill: SkillId): string {
  // A deck of the learner is a domain with one skill.
  if (skill.startsWith(OWN_SKILL)) return `own-${skill.slice(OWN_SKILL.length)}`
  return skill.split('-').slice(0, 2).join('-')
}

/** The exam of a domain: `az104-storage` → `AZ-104`. */
export function examOfDomain(domain: string): ExamId {
  if (domain.startsWith('own-')) return OWN_EXAM
  const [, letters = '', digits = ''] = /^([a-z]+)(\d+)/.exec(domain) ?? []
  return `${letters.toUpperCase()}-${digits}`
}

export function statsPlaceOf(note: {
  readonly skills: readonly SkillId[]
  readonly type: NoteType
}): StatsPlace {
  return { domains: joined(note.skills.map(domainOfSkill)), type: note.type }
}

/** The exams that skills belong to, each once. */
export function examsOfSkills(skills: readonly SkillId[]): ExamId[] {
  return [...new Set(skills.map((skill) => examOfDomain(domainOfSkill(skill))))]
}

/** The exams of a place, sorted and joined by `+`. */
export function examsOfPlace({ domains }: Pick<StatsPlace, 'domains'>): string {
  return domains === '' ? '' : joined(domains.split('+').map(examOfDomain))
}

/** The type with this name. */
export function statsTypeOf(name: string): StatsType {
  return NOTE_TYPES.find((type) => type === name) ?? 'unknown'
}

/** Whether a joined list names `one`. */
export function names(list: string, one: string): boolean {
  return list === one || list.split('+').includes(one)
}

function joined(ids: readonly string[]): string {
  return [...new Set(ids)].toSorted().join('+')
}
