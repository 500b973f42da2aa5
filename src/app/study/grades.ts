import { shortInterval, spokenInterval, waitOf } from '../../core/interval-words.ts'
import type { Action } from '../../core/keys.ts'
import { RATINGS } from '../../core/review.ts'
import type { Rating } from '../../core/review.ts'
import type { CardState } from '../../core/schedule.ts'
import { CARD, CRAM, GRADES } from '../words/study.ts'

/** What "Got it" comes to after a hint: it was known, but hardly. */
export function afterHint(previews: Previews): Previews {
  return previews === 'cram' ? previews : { ...previews, good: previews.hard }
}

/** One way to rate a card, with the time until it comes back. */
export interface Grade {
  readonly rating: Rating
  readonly label: string
  /** "9 d", and the same for a screen reader: "in 9 days". */
  readonly interval: string
  readonly spoken: string
  /** What its key is. */
  readonly action: Action
  /** What Enter and Space stand for. */
  readonly isSuggested: boolean
}

/** The state that each rating leads to; while cramming none changes. */
export type Previews = Readonly<Record<Rating, CardState>> | 'cram'

/** What the learner can say after looking at the answer of a card that only they can judge. */
export function selfGrades(previews: Previews, buttons: 'two' | 'four'): Grade[] {
  if (buttons === 'four') return RATINGS.map((rating) => fourth(rating, previews, 'good'))
  return [
    grade('again', GRADES.two.again, 'grade1', previews, 'good'),
    grade('good', GRADES.two.good, 'grade2', previews, 'good'),
  ]
}

/** How well a right answer was known, where four buttons are wanted; `again` is to say "I guessed". */
export function rightGrades(previews: Previews, judged: Rating): Grade[] {
  return (['hard', 'good', 'easy'] as const).map((rating) => fourth(rating, previews, judged))
}

/** The one button after a judged answer. */
export function onlyGrade(previews: Previews, judged: Rating): Grade {
  return grade(judged, CARD.next, 'continue', previews, judged)
}

const FOUR = { again: 'grade1', hard: 'grade2', good: 'grade3', easy: 'grade4' } as const

function fourth(rating: Rating, previews: Previews, suggested: Rating): Grade {
  return grade(rating, GRADES.four[rating], FOUR[rating], previews, suggested)
}

function grade(
  rating: Rating,
  label: string,
  action: Action,
  previews: Previews,
  suggested: Rating,
): Grade {
  const [interval, spoken] = waitWords(previews, rating)
  return { rating, label, interval, spoken, action, isSuggested: rating === suggested }
}

/** When a card comes back after a rating: for a button, and for a screen reader. */
export function waitWords(previews: Previews, rating: Rating): readonly [string, string] {
  if (previews === 'cram') return rating === 'again' ? CRAM.again : CRAM.known
  const wait = waitOf(previews[rating])
  return [shortInterval(wait), spokenInterval(wait)]
}
