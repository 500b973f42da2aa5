import type { Place } from '../../core/blueprint.ts'
import type { ExamId, Note, SkillId } from '../../core/note.ts'
import { OWN_EXAM } from '../../core/own-exam.ts'
import type { DetailsLink } from '../components/details-links.tsx'
import { CARD } from '../words/card.ts'
import { examName } from '../words/exam.ts'
import { upTo } from '../words/progress.ts'

/** Where a card stands in its exam's outline. */
export interface PlaceLink {
  /** Address of its skill. */
  readonly to: string
  /** "2.3 Configure Azure Files and Azure Blob Storage". */
  readonly title: string
  /** "Up to Configure storage tiers". */
  readonly up: string
  readonly domainNumber: number
  readonly domains: number
}

export function placeLinkOf(place: Place, places: ReadonlyMap<SkillId, Place>): PlaceLink {
  const { exam, domainNumber, groupNumber, group, skill } = place
  const all = [...places.values()].filter((other) => other.exam === exam)
  return {
    to: `/progress/${exam}/${skill.id}`,
    title: `${domainNumber}.${groupNumber}\u2002${group.title}`,
    up: upTo(skill.title),
    domainNumber,
    domains: Math.max(...all.map((other) => other.domainNumber)),
  }
}

/** The skills of a note that the installed exams have, each with its page. */
export function skillLinksOf(note: Note, places: ReadonlyMap<SkillId, Place>): DetailsLink[] {
  return note.skills
    .flatMap((id) => places.get(id) ?? [])
    .map(({ exam, domainNumber, groupNumber, skill }) => ({
      to: `/progress/${exam}/${skill.id}`,
      title: skill.title,
      remark:
        exam === OWN_EXAM ? examName(exam) : CARD.placeOf(exam, `${domainNumber}.${groupNumber}`),
    }))
}

/** The exams that a note counts for, chosen or not: a skill's id begins with its exam. */
export function examsOfNote({ skills }: Note): ExamId[] {
  const exams = skills.map((skill) => /^([a-z]{2})(\d{3})-/.exec(skill))
  return [
    ...new Set(exams.flatMap((match) => (match ? `${match[1]}-${match[2]}`.toUpperCase() : []))),
  ]
}
