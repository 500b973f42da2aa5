/** How the learner answers, and how long it takes: what a plan reckons with. */
export interface Habits {
  /** Probability of Again, Hard, Good and Easy on a new card. */
  readonly first: readonly [number, number, number, number]
  /** Probability of Hard, Good and Easy among answers that were recalled. */
  readonly pass: readonly [number, number, number]
  /** Seconds for a new card with its repeats of the day. */
  readonly secondsNew: number
  /** Seconds for Hard, Good and Easy. */
  readonly secondsPass: readonly [number, number, number]
  /** Seconds for a card that was forgotten, with its repeats of the day. */
  readonly secondsFail: number
}

/**
 * Before anything is known of the learner: medians of Anki users.
 *
 * @see https://github.com/open-spaced-repetition/fsrs-rs simulator defaults
 */
export const PRIOR_HABITS: Habits = {
  first: [0.24, 0.094, 0.495, 0.171],
  pass: [0.224, 0.631, 0.145],
  secondsNew: 43.5,
  secondsPass: [17.6, 12.4, 8.9],
  secondsFail: 34.6,
}

/** Days whose answers show the learner's habits. */
export const HABIT_DAYS = 45

/** How many own answers weigh as much as the prior. */
const PRIOR_WEIGHT = 20

/** An own figure drawn towards the prior; `count` answers stand behind it. */
export function shrink(count: number, own: number, prior: number, k = PRIOR_WEIGHT): number {
  return count === 0 ? prior : (count * own + k * prior) / (count + k)
}

/** One card on one study day: its first answer, and the time of all its answers that day. */
export interface Sitting {
  /** Whether the card was new. */
  readonly isNew: boolean
  readonly grade: 1 | 2 | 3 | 4
  readonly seconds: number
}

/** The learner's habits: own medians and shares, drawn towards the prior while they rest on little. */
export function habitsOf(sittings: readonly Sitting[], prior: Habits = PRIOR_HABITS): Habits {
  const fresh = sittings.filter(({ isNew }) => isNew)
  const reviews = sittings.filter(({ isNew }) => !isNew)
  const passed = reviews.filter(({ grade }) => grade > 1)
  const share = (of: readonly Sitting[], grade: number, expected: number) =>
    shrink(of.length, of.filter((each) => each.grade === grade).length / of.length, expected)
  const seconds = (of: readonly Sitting[], expected: number) =>
    shrink(of.length, median(of.map((each) => each.seconds)), expected)
  const ofGrade = (grade: number) => passed.filter((each) => each.grade === grade)
  const [again, hard, good, easy] = prior.first
  return {
    first: [
      share(fresh, 1, again),
      share(fresh, 2, hard),
      share(fresh, 3, good),
      share(fresh, 4, easy),
    ],
    pass: [
      share(passed, 2, prior.pass[0]),
      share(passed, 3, prior.pass[1]),
      share(passed, 4, prior.pass[2]),
    ],
    secondsNew: seconds(fresh, prior.secondsNew),
    secondsPass: [
      seconds(ofGrade(2), prior.secondsPass[0]),
      seconds(ofGrade(3), prior.secondsPass[1]),
      seconds(ofGrade(4), prior.secondsPass[2]),
    ],
    secondsFail: seconds(
      reviews.filter(({ grade }) => grade === 1),
      prior.secondsFail,
    ),
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}
