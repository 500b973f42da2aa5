import type { ChoiceBody, OrderBody, WhichBody } from '../note.ts'

/** What the app found about one answer. */
export interface Verdict {
  readonly right: boolean
  /** What follows if the learner adds nothing: `again` exactly if the answer is not right. */
  readonly rating: 'again' | 'hard' | 'good'
  /** Keys of what was chosen, for the review log, in the order chosen. Empty for typed answers. */
  readonly chosen: readonly string[]
}

/** Where one step of an order card was put. */
export interface PlacedStep {
  readonly key: string
  /** Place that the learner gave it, from 1. */
  readonly at: number
  /** Place that it has in the answer, from 1; 0 for a decoy. */
  readonly belongsAt: number
  /** A step may stand wherever one with the same text belongs. */
  readonly right: boolean
}

export interface OrderVerdict extends Verdict {
  readonly places: readonly PlacedStep[]
}

/** What the learner adds to an answer. */
export interface Circumstances {
  /** The learner says that a right answer was a guess. */
  readonly guessed?: boolean
  /** A hint was shown before the answer. */
  readonly hinted?: boolean
}

/**
 * The rating of a judged answer. Wrong is `again`; a guess was not recalled, so it is `again` too even
 * where it is right; right after a hint is `hard`. Otherwise the judgement stands.
 */
export function ratingOf(
  verdict: Pick<Verdict, 'right' | 'rating'>,
  { guessed = false, hinted = false }: Circumstances = {},
): Verdict['rating'] {
  if (!verdict.right || guessed) return 'again'
  return hinted ? 'hard' : verdict.rating
}

/** Right if exactly the right options were chosen, in any order. */
export function judgeChoice(body: ChoiceBody, chosen: readonly string[]): Verdict {
  const wanted = body.options.filter(({ right }) => right).map(({ key }) => key)
  const given = [...new Set(chosen)]
  const right = given.length === wanted.length && wanted.every((key) => given.includes(key))
  return verdictOf(right, given)
}

/**
 * Right if the steps stand in the order of the answer, all of them and no decoy.
 *
 * @param keys of the steps in use, first to last
 */
export function judgeOrder(body: OrderBody, keys: readonly string[]): OrderVerdict {
  const texts = new Map([...body.steps, ...body.decoys].map(({ key, html }) => [key, html]))
  const places = keys.map((key, index) => {
    const wanted = body.steps[index]
    return {
      key,
      at: index + 1,
      belongsAt: body.steps.findIndex((step) => step.key === key) + 1,
      right: wanted !== undefined && wanted.html === texts.get(key),
    }
  })
  const right = keys.length === body.steps.length && places.every((place) => place.right)
  return { ...verdictOf(right, keys), places }
}

/**
 * Right if the option is the one that the row asks for.
 *
 * @throws RangeError if the card has no such row
 */
export function judgeWhich(body: WhichBody, rowKey: string, optionKey: string): Verdict {
  const row = body.rows.find(({ key }) => key === rowKey)
  if (!row) throw new RangeError(`There is no row "${rowKey}".`)
  return verdictOf(row.answer === optionKey, [optionKey])
}

function verdictOf(right: boolean, chosen: readonly string[]): Verdict {
  return { right, rating: right ? 'good' : 'again', chosen }
}
