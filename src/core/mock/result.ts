import type { Blueprint, Domain } from '../blueprint.ts'
import type { Run } from './run.ts'
import type { Begun, QuestionMark, Submitted } from './steps.ts'

/** A share with what chance alone allows around it. */
export interface Score {
  readonly points: number
  readonly of: number
  readonly questions: number
  /** 0 to 1. */
  readonly share: number
  /** The middle 80 %, 0 to 1. */
  readonly low: number
  readonly high: number
}

export interface DomainScore {
  readonly domain: Domain
  /** Null where no question of it was asked. */
  readonly score: Score | null
}

/** An answer that was given with the answer to another one before. */
export interface Changes {
  readonly helped: number
  readonly hurt: number
  readonly neither: number
}

export interface Result {
  readonly score: Score
  readonly domains: readonly DomainScore[]
  /** Questions with no answer at all. */
  readonly unanswered: number
  readonly changes: Changes
  /** Numbers of questions, from 0: sure and wrong, the most valuable list there is; then all others missed. */
  readonly sureAndWrong: readonly number[]
  readonly missed: readonly number[]
  /** How often answers were right of those that the learner was so sure of. */
  readonly trust: readonly TrustScore[]
  readonly medianMs: number
}

export interface TrustScore {
  readonly trust: 'sure' | 'unsure' | 'guess'
  readonly right: number
  readonly questions: number
}

/** The share of points that is often taken for the bar. Microsoft publishes no such number. */
export const RULE_OF_THUMB = 0.7

/** Standard normal quantile of 90 %: an interval of it holds the middle 80 %. */
const Z = 1.2816

/**
 * Points as a share, with Wilson's interval: how far the share of other questions of this kind may be off
 * by chance. It counts questions, as the parts of one question hang together.
 *
 * @see Wilson 1927: https://doi.org/10.1080/01621459.1927.10502953
 */
export function scoreOf(marks: readonly Pick<QuestionMark, 'points' | 'of'>[]): Score {
  const points = marks.reduce((sum, mark) => sum + mark.points, 0)
  const of = marks.reduce((sum, mark) => sum + mark.of, 0)
  const questions = marks.length
  const share = of === 0 ? 0 : points / of
  const n = Math.max(1, questions)
  const centre = (share + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n)
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))
  return {
    points,
    of,
    questions,
    share,
    low: Math.min(share, Math.max(0, centre - half)),
    high: Math.max(share, Math.min(1, centre + half)),
  }
}

/** What can be said against the rule of thumb: nothing as long as the interval holds it. */
export function standing({ low, high }: Score): 'above' | 'near' | 'below' {
  if (low > RULE_OF_THUMB) return 'above'
  return high < RULE_OF_THUMB ? 'below' : 'near'
}

/** What came of a run that was submitted; null for any other. */
export function resultOf(run: Run, blueprint: Blueprint): Result | null {
  const { submitted, begun, asked } = run
  if (!submitted) return null
  const { marks } = submitted
  const isMissed = (q: number) => (marks[q]?.points ?? 0) < (marks[q]?.of ?? 0)
  const missed = begun.questions.map((_, q) => q).filter(isMissed)
  const isSure = (q: number) => asked[q]?.trust === 'sure'
  return {
    score: scoreOf(marks),
    domains: blueprint.domains.map((domain) => ({
      domain,
      score: scoreOfDomain(domain.id, begun, submitted),
    })),
    unanswered: asked.filter(({ answer }) => answer === null).length,
    changes: changesOf(run, marks),
    sureAndWrong: missed.filter(isSure),
    missed: missed.filter((q) => !isSure(q)),
    trust: (['sure', 'unsure', 'guess'] as const).map((trust) => {
      const given = asked.flatMap((each, q) => (each.trust === trust ? [q] : []))
      return { trust, right: given.filter((q) => !isMissed(q)).length, questions: given.length }
    }),
    medianMs: medianOf(asked.filter(({ isShown }) => isShown).map(({ spentMs }) => spentMs)),
  }
}

/** Questions that the learner was sure of, and those of them that were wrong. */
export interface Sure {
  readonly questions: number
  readonly wrong: number
}

/** How often the learner was sure in a run that was submitted, and wrong all the same. */
export function sureIn({ submitted, asked }: Pick<Run, 'submitted' | 'asked'>): Sure {
  const marks = submitted?.marks ?? []
  const sure = marks.filter((_, q) => asked[q]?.trust === 'sure')
  return { questions: sure.length, wrong: sure.filter(({ points, of }) => points < of).length }
}

/** The score of one domain of a run; null where it was not asked. */
export function scoreOfDomain(
  domain: string,
  { questions }: Begun,
  { marks }: Submitted,
): Score | null {
  const own = marks.filter((_, q) => questions[q]?.domain === domain)
  return own.length > 0 ? scoreOf(own) : null
}

function changesOf({ asked }: Run, marks: readonly QuestionMark[]): Changes {
  let [helped, hurt, neither] = [0, 0, 0]
  asked.forEach(({ first, answer }, q) => {
    const mark = marks[q]
    if (!first || !mark || mark.first === null || same(first, answer)) return
    if (mark.points > mark.first) helped += 1
    else if (mark.points < mark.first) hurt += 1
    else neither += 1
  })
  return { helped, hurt, neither }
}

type Given = Run['asked'][number]['answer']

function same(one: Given, other: Given): boolean {
  if (!one || !other) return one === other
  return (
    one.typed.trim() === other.typed.trim() &&
    one.arrangement.join() === other.arrangement.join() &&
    one.chosen.toSorted().join() === other.chosen.toSorted().join()
  )
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return ((low ?? 0) + (high ?? 0)) / 2
}

/** A run that says how the learner would do: under exam conditions, over the whole exam, not all known before. */
export function isMeasure({ mode, only, questions }: Begun): boolean {
  return mode === 'exam' && only === null && !questions.every(({ isRepeat }) => isRepeat)
}
