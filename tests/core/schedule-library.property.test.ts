import fc from 'fast-check'
import { createEmptyCard, fsrs, Rating as Grade, State } from 'ts-fsrs'
import type { Card, FSRS, Grade as AnyGrade } from 'ts-fsrs'
import { expect, test } from 'vitest'
import { RATINGS } from '../../src/core/review.ts'
import type { Rating } from '../../src/core/review.ts'
import { next } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import type { CardState } from '../../src/core/schedule.ts'
import type { SchedulerSettings } from '../../src/core/scheduler.ts'
import { DAY_MS, MINUTE_MS } from '../../src/core/time.ts'
import { CARD, T0 } from '../support/log.ts'

// Where the learner's days are those of UTC, our scheduler is that of ts-fsrs, but for the two
// exceptions marked below.

const GRADES: Record<Rating, AnyGrade> = {
  again: Grade.Again,
  hard: Grade.Hard,
  good: Grade.Good,
  easy: Grade.Easy,
}
const PHASES = {
  [State.New]: 'new',
  [State.Learning]: 'learning',
  [State.Review]: 'review',
  [State.Relearning]: 'relearning',
}
const UTC = { utcOffsetMin: 0, rolloverHour: 0 }

const steps = fc
  .array(fc.integer({ min: 1, max: 600 }), { maxLength: 4 })
  .map((minutes) => minutes.toSorted((a, b) => a - b))
const settings: fc.Arbitrary<SchedulerSettings> = fc.record({
  weights: fc.constant(DEFAULT_SCHEDULER.weights),
  rolloverHour: fc.constant(UTC.rolloverHour),
  maximumIntervalDays: fc.constant(DEFAULT_SCHEDULER.maximumIntervalDays),
  desiredRetention: fc.constantFrom(0.8, 0.9),
  learningStepsMin: steps,
  relearningStepsMin: steps,
})
// Some answers come within the session, some after days.
const minutes = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 600, max: 90_000 }))
const history = fc.array(fc.record({ rating: fc.constantFrom(...RATINGS), minutes }), {
  minLength: 1,
  maxLength: 15,
})

const inMinutes = (each: number) => `${each}m` as const

function libraryOf(scheduler: SchedulerSettings): FSRS {
  return fsrs({
    request_retention: scheduler.desiredRetention,
    learning_steps: scheduler.learningStepsMin.map(inMinutes),
    relearning_steps: scheduler.relearningStepsMin.map(inMinutes),
  })
}

/** When ts-fsrs has the card due, or when we mean it to be where we differ. */
function dueOf(library: FSRS, card: Card, before: CardState | null, rating: Rating, at: number) {
  const after = library.next(card, new Date(at), GRADES[rating]).card
  if (after.state !== State.Review) return { days: 0, at: after.due.getTime() }
  if (rating !== 'easy' || before?.phase === 'review')
    return { days: after.scheduled_days, at: null }
  // First exception: easy waits at least a day longer than good would, also after the last step.
  const good = library.next(card, new Date(at), Grade.Good).card
  const days = Math.max(after.scheduled_days, library.next_interval(good.stability, 0) + 1)
  return { days, at: null }
}

test('a history leads to the state that ts-fsrs leads to', () => {
  fc.assert(
    fc.property(history, settings, (answers, scheduler) => {
      const library = libraryOf(scheduler)
      let card: Card = createEmptyCard(new Date(T0))
      let state: CardState | null = null
      let at = T0
      for (const answer of answers) {
        const before: CardState | null = state
        at += answer.minutes * MINUTE_MS
        const due = dueOf(library, card, before, answer.rating, at)
        card = library.next(card, new Date(at), GRADES[answer.rating]).card
        state = next(before, { cardId: CARD, at, rating: answer.rating }, UTC, scheduler)
        // Second exception: hard repeats a later step; there it waits as on the first.
        const repeats = answer.rating === 'hard' && before !== null && before.step > 0
        expect(state).toEqual({
          cardId: CARD,
          phase: PHASES[card.state],
          step: card.learning_steps,
          stability: card.stability,
          difficulty: card.difficulty,
          dueDay: Math.floor(at / DAY_MS) + due.days,
          dueAt: repeats ? state.dueAt : due.at,
          lastReviewAt: at,
          lastReviewDay: Math.floor(at / DAY_MS),
          introducedDay: state.introducedDay,
          reps: card.reps,
          lapses: card.lapses,
        })
      }
    }),
    { numRuns: 300 },
  )
})
