import type { ExamId } from '../../core/note.ts'
import type { ExamProgress, Progress, SkillProgress } from '../../core/progress.ts'
import type { PartFigures } from '../components/part-list.tsx'
import type { NextSkill } from '../components/part-next.tsx'
import { PROGRESS, fromCards, percent, seenOf } from '../words/progress.ts'
import { addressOf, groupNumberOf, idOf, numberOf, partOf, studyAddress, titleOf } from './part.ts'
import type { Part } from './part.ts'
import type { LoadedExam } from './load-exam.ts'

/** The progress of every part of an exam by its id. */
export function progressById({ domains }: ExamProgress): ReadonlyMap<string, Progress> {
  const groups = domains.flatMap((domain) => domain.groups)
  const skills = groups.flatMap((group) => group.skills)
  return new Map<string, Progress>([
    ...domains.map((each) => [each.domain.id, each] as const),
    ...groups.map((each) => [each.group.id, each] as const),
    ...skills.map((each) => [each.skill.id, each] as const),
  ])
}

/** A part as a list shows it. */
export function figuresOf(
  { exam, depths }: Pick<LoadedExam, 'exam' | 'depths'>,
  part: Part,
  progress: Progress,
): PartFigures {
  const { cards, seen, due, done, planned, recallOfSeen } = progress
  return {
    id: idOf(part),
    number: numberOf(part),
    title: titleOf(part),
    weight: part.kind === 'domain' ? part.domain.weight : null,
    cards,
    seen,
    due,
    done,
    planned,
    recall: recallOfSeen,
    depth: depths.get(idOf(part)) ?? null,
    to: addressOf(exam, part),
  }
}

/** A skill with its recall, as one of the weakest. */
export function weakSkill(loaded: LoadedExam, skill: SkillProgress, canStudy: boolean): NextSkill {
  const figure = percent(skill.recallOfSeen ?? 0)
  return { ...nextSkill(loaded, skill, canStudy), figure, basis: fromCards(skill.seen) }
}

/** Address that studies exactly these skills, also what is not due. */
export function weakestAddress(exam: ExamId, weakest: readonly SkillProgress[]): string {
  const skills = weakest.map(({ skill }) => skill.id).join(',')
  return `/study?exam=${exam}&skills=${skills}&mode=ahead`
}

/** A skill with its coverage, as one of the least covered. */
export function uncoveredSkill(
  loaded: LoadedExam,
  skill: SkillProgress,
  canStudy: boolean,
): NextSkill {
  return { ...nextSkill(loaded, skill, canStudy), figure: seenOf(skill), basis: null }
}

function nextSkill({ exam, blueprint }: LoadedExam, progress: SkillProgress, canStudy: boolean) {
  const { skill, due, planned, seen, cards } = progress
  const part = partOf(blueprint, skill.id)
  const studyable = canStudy && (due > 0 || seen < cards)
  return {
    id: skill.id,
    number: part && part.kind !== 'domain' ? groupNumberOf(part) : '',
    title: skill.title,
    to: part ? addressOf(exam, part) : addressOf(exam),
    rest: planned === null ? PROGRESS.nothingDue : PROGRESS.nothingToReview,
    study: studyable ? studyAddress(exam, skill.id) : null,
  }
}
