import * as v from 'valibot'
import { InstantSchema, UtcOffsetSchema } from '../time-schemas.ts'
import { LENGTHS } from './lengths.ts'

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80))
const key = v.pipe(v.string(), v.maxLength(96))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const q = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200))

const base = {
  /** `run/00012`: the run and the number of the step in it. Two tabs cannot both add the same one. */
  id,
  run: id,
  at: InstantSchema,
  utcOffsetMin: UtcOffsetSchema,
  /** The installation that wrote the step. */
  device: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
}

const QuestionSchema = v.strictObject({
  noteId: id,
  rev: v.pipe(v.number(), v.integer(), v.minValue(1)),
  key: v.nullable(key),
  domain: id,
  skill: id,
  skills: v.array(id),
  confuse: v.array(id),
  block: v.nullable(count),
  isRepeat: v.boolean(),
})

const AnswerSchema = v.strictObject({
  chosen: v.pipe(v.array(key), v.maxLength(64)),
  typed: v.pipe(v.string(), v.maxLength(20_000)),
  arrangement: v.pipe(v.array(key), v.maxLength(64)),
})

export const TRUST = ['sure', 'unsure', 'guess'] as const
/** How sure the learner is of an answer. */
export type Trust = (typeof TRUST)[number]

/** A run began: what was drawn, and by which rules. */
const BegunSchema = v.strictObject({
  ...base,
  kind: v.literal('begun'),
  exam: v.pipe(v.string(), v.regex(/^[A-Z]{2}-\d{3}$/)),
  mode: v.picklist(['exam', 'practice']),
  length: v.picklist(LENGTHS),
  /** Time allowed; null in practice, which has no clock. */
  minutes: v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(600))),
  /** What the draw followed from. */
  seed: id,
  /** Domains that were asked where it was not the whole exam: then the score is no measure. */
  only: v.nullable(v.array(id)),
  questions: v.pipe(v.array(QuestionSchema), v.minLength(1), v.maxLength(200)),
})

/** What an answer was worth when the run ended, by the text that the learner saw. */
const MarkSchema = v.strictObject({
  points: count,
  of: count,
  /** Points of the answer with which the question was first left; null where there was none. */
  first: v.nullable(count),
})

/**
 * One step of a mock exam: a fact about what the learner did. Steps are only ever added, and a run is what
 * its steps add up to. They are kept apart from the review log, as an answer in a mock exam is no spaced
 * recall and never changes what is known of a card's memory.
 */
export const StepSchema = v.variant('kind', [
  BegunSchema,
  /** A question came on screen. */
  v.strictObject({ ...base, kind: v.literal('shown'), q }),
  /** The answer as it stands from now on; null takes it away. */
  v.strictObject({ ...base, kind: v.literal('answered'), q, answer: v.nullable(AnswerSchema) }),
  v.strictObject({ ...base, kind: v.literal('trusted'), q, trust: v.nullable(v.picklist(TRUST)) }),
  v.strictObject({ ...base, kind: v.literal('flagged'), q, on: v.boolean() }),
  /** In practice: the answer was shown, and stays as it is. */
  v.strictObject({ ...base, kind: v.literal('checked'), q }),
  /** A case study was left for good. */
  v.strictObject({ ...base, kind: v.literal('closed'), block: count }),
  /** The run was opened again; it had been on screen until `leftAt`. */
  v.strictObject({ ...base, kind: v.literal('opened'), leftAt: InstantSchema }),
  v.strictObject({
    ...base,
    kind: v.literal('submitted'),
    how: v.picklist(['learner', 'time']),
    marks: v.array(MarkSchema),
  }),
  /** The learner gave it up: it has no result. */
  v.strictObject({ ...base, kind: v.literal('dropped') }),
])

export type Step = v.InferOutput<typeof StepSchema>
export type Begun = v.InferOutput<typeof BegunSchema>
export type Submitted = Extract<Step, { kind: 'submitted' }>
export type QuestionMark = v.InferOutput<typeof MarkSchema>

/** The id of a step: those of a run sort as they were made. */
export function stepId(run: string, seq: number): string {
  return `${run}/${String(seq).padStart(5, '0')}`
}
