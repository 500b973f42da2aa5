import { OWN_EXAM } from '../../core/own-exam.ts'
import { whatNext } from '../../core/progress.ts'
import type { DomainProgress } from '../../core/progress.ts'
import type { PartFigures } from '../components/part-list.tsx'
import type { NextSkill } from '../components/part-next.tsx'
import { NO_PROGRESS, basis, examSentence, outlineOf } from '../words/progress.ts'
import type { LoadedExam } from './load-exam.ts'
import { figuresOf, uncoveredSkill, weakestAddress, weakSkill } from './part-figures.ts'
import { studyAddress } from './part.ts'

/** What the page of an exam shows. */
export interface ExamView {
  readonly heading: string
  /** What the figures rest on. */
  readonly lead: string
  readonly cards: number
  readonly seen: number
  readonly domains: readonly PartFigures[]
  readonly weakest: readonly NextSkill[]
  readonly leastCovered: readonly NextSkill[]
  /** Address that studies the exam; null where nothing of it can be studied. */
  readonly study: string | null
  /** Address that studies exactly the weakest skills, also what is not due; null where there are none. */
  readonly studyWeakest: string | null
  readonly due: number
  /** Answered today. */
  readonly done: number
  /** What today's list has left; null without a plan. */
  readonly planned: number | null
  /** Whether there are mock exams of it. */
  readonly hasMock: boolean
  /** Says how old the outline is. */
  readonly outline: string
  /** Address of the official study guide; null for the own decks. */
  readonly guide: string | null
}

/** Rows of each list of what to do next. */
const NEXT = 5

export function examViewOf(loaded: LoadedExam, isChosen: boolean): ExamView {
  const { exam, blueprint, progress } = loaded
  const { cards, seen, due, done, planned, recallOfSeen, reviews, domains } = progress
  const isLeft = planned === null ? due > 0 || seen < cards : planned > 0
  const isOwn = exam === OWN_EXAM
  const { weakest, leastCovered } = whatNext(progress, NEXT)
  return {
    heading: examSentence(exam, progress, leastCoveredDomain(domains)),
    lead: cards > 0 ? basis(recallOfSeen, seen, reviews) : NO_PROGRESS.noCards,
    cards,
    seen,
    due,
    done,
    planned,
    domains: domains.map((each, index) =>
      figuresOf(loaded, { kind: 'domain', domain: each.domain, domainNumber: index + 1 }, each),
    ),
    weakest: weakest.map((skill) => weakSkill(loaded, skill, isChosen)),
    leastCovered: leastCovered.map((skill) => uncoveredSkill(loaded, skill, isChosen)),
    study: isChosen && isLeft ? studyAddress(exam) : null,
    studyWeakest: isChosen && weakest.length > 0 ? weakestAddress(exam, weakest) : null,
    hasMock: loaded.hasMock,
    outline: isOwn ? '' : outlineOf(blueprint.as_of, blueprint.still_current_on ?? null),
    guide: isOwn ? null : blueprint.guide,
  }
}

/** The domain with the smallest share of its cards seen, if there is one and it is no tie. */
function leastCoveredDomain(domains: readonly DomainProgress[]): DomainProgress['domain'] | null {
  const [first, second] = domains
    .filter(({ cards, seen }) => seen < cards)
    .toSorted((a, b) => a.seen / a.cards - b.seen / b.cards)
  if (!first) return null
  const tie = second && second.seen / second.cards === first.seen / first.cards
  return tie ? null : first.domain
}
