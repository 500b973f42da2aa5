import * as v from 'valibot'
import { RATINGS } from './rating.ts'
import { InstantSchema, StudyDaySchema, UtcOffsetSchema } from './time-schemas.ts'

export { RATINGS } from './rating.ts'
export type { Rating } from './rating.ts'

/** How the card came up. `cram` is kept in the log and left out of the memory model. */
export const MODES = ['study', 'ahead', 'cram'] as const

/** The `device` of entries that came from another program: the same wherever they are imported. */
export const IMPORTED = 'import'

/** More days than any review is moved by. */
const MOST_SHIFT = 60

const base = {
  /** Made when the card is shown, so that a retry or a double tap is the same entry. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  cardId: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  at: InstantSchema,
  utcOffsetMin: UtcOffsetSchema,
  /** The installation that wrote the entry. */
  device: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
}

/** How the learner answered, for cards that the app can judge. Typed text is not kept. */
export const AnswerSchema = v.strictObject({
  /** Keys of the options or steps chosen, in the order chosen. Empty for typed answers. */
  chosen: v.pipe(v.array(v.pipe(v.string(), v.maxLength(48))), v.maxLength(32)),
  /** What the app judged. */
  right: v.boolean(),
  /** The learner said that a right answer was a guess; it then counts as `again`. */
  guessed: v.optional(v.boolean()),
})
export type Answer = v.InferOutput<typeof AnswerSchema>

/** The learner rated a card. `durationMs` runs from the front being shown to the rating. */
export const RatedSchema = v.strictObject({
  ...base,
  kind: v.literal('rated'),
  rating: v.picklist(RATINGS),
  durationMs: v.pipe(v.number(), v.integer(), v.minValue(0)),
  mode: v.picklist(MODES),
  /** Revision of the note that the learner saw. */
  rev: v.pipe(v.number(), v.integer(), v.minValue(1)),
  answer: v.optional(AnswerSchema),
  /**
   * Days by which the next review was moved, so that it does not fall on a full day: later above 0, sooner
   * below. It hangs on what else was due, which nobody knows later, and is therefore part of the entry.
   * Left out where the review was not moved.
   */
  shift: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(-MOST_SHIFT), v.maxValue(MOST_SHIFT)),
  ),
})

/** The learner took an entry back. Undoing an `undone` entry brings its target back (redo). */
export const UndoneSchema = v.strictObject({ ...base, kind: v.literal('undone'), target: base.id })

/** The learner starts this card anew: what came before no longer counts. */
export const ResetSchema = v.strictObject({ ...base, kind: v.literal('reset') })

/**
 * The learner set the study day on which the card is due next. What is known of it stays as it is. With
 * `rev` a release changed the fact instead: the card is brought forward to that day, unless it was rated
 * at that revision before.
 */
export const RescheduledSchema = v.strictObject({
  ...base,
  kind: v.literal('rescheduled'),
  dueDay: StudyDaySchema,
  rev: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
})

/**
 * One entry of the review log: a fact about what the learner did. Entries are only ever added.
 * They hold nothing that a scheduler computed from the log, so that a better one can read them again.
 */
export const ReviewSchema = v.variant('kind', [
  RatedSchema,
  UndoneSchema,
  ResetSchema,
  RescheduledSchema,
])

export type Rated = v.InferOutput<typeof RatedSchema>
export type Undone = v.InferOutput<typeof UndoneSchema>
export type Reset = v.InferOutput<typeof ResetSchema>
export type Rescheduled = v.InferOutput<typeof RescheduledSchema>
export type Review = v.InferOutput<typeof ReviewSchema>
