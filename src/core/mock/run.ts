import type { Instant } from '../time.ts'
import { MINUTE_MS } from '../time.ts'
import type { MockAnswer } from './score.ts'
import type { Begun, Step, Submitted, Trust } from './steps.ts'

/** One question of a run as far as the learner is with it. */
export interface Asked {
  readonly isShown: boolean
  readonly answer: MockAnswer | null
  /** The answer with which it was first left. */
  readonly first: MockAnswer | null
  readonly trust: Trust | null
  readonly isFlagged: boolean
  /** In practice: its answer was shown. */
  readonly isChecked: boolean
  /** Time on screen. */
  readonly spentMs: number
}

/** What the steps of a run add up to. */
export interface Run {
  readonly id: string
  readonly begun: Begun
  /** Steps so far: the number of the next one. */
  readonly steps: number
  /** The latest instant of its steps: a clock that is set back adds no time. */
  readonly lastAt: Instant
  /** When the time is over; null in practice. */
  readonly endsAt: Instant | null
  /** The question on screen. */
  readonly current: number
  readonly asked: readonly Asked[]
  /** Case studies that were left for good. */
  readonly closed: ReadonlySet<number>
  readonly submitted: Submitted | null
  readonly isDropped: boolean
}

/** A stretch of practice longer than this was a break: it counts as this long. */
const LONGEST_PRACTICE_MS = 10 * MINUTE_MS

const UNTOUCHED: Asked = {
  isShown: false,
  answer: null,
  first: null,
  trust: null,
  isFlagged: false,
  isChecked: false,
  spentMs: 0,
}

/** A run as its steps leave it, in the order of their ids. Null where the first of them is missing. */
export function runOf(steps: readonly Step[]): Run | null {
  const [begun, ...rest] = steps
  if (begun?.kind !== 'begun') return null
  const { minutes, questions } = begun
  const run: Run = {
    id: begun.run,
    begun,
    steps: 1,
    lastAt: begun.at,
    endsAt: minutes === null ? null : begun.at + minutes * MINUTE_MS,
    current: 0,
    asked: questions.map(() => UNTOUCHED),
    closed: new Set(),
    submitted: null,
    isDropped: false,
  }
  return rest.reduce(afterStep, run)
}

/** Whether a run has ended. */
export function isOver({ submitted, isDropped }: Run): boolean {
  return submitted !== null || isDropped
}

/** The run after one more step. What comes after its end changes nothing. */
export function afterStep(run: Run, step: Step): Run {
  if (isOver(run) || step.kind === 'begun') return { ...run, steps: run.steps + 1 }
  const on = { ...timed(run, step), steps: run.steps + 1, lastAt: Math.max(run.lastAt, step.at) }
  switch (step.kind) {
    case 'shown':
      return withAsked({ ...left(on), current: step.q }, step.q, { isShown: true })
    case 'answered':
      return on.asked[step.q]?.isChecked ? on : withAsked(on, step.q, { answer: step.answer })
    case 'trusted':
      return withAsked(on, step.q, { trust: step.trust })
    case 'flagged':
      return withAsked(on, step.q, { isFlagged: step.on })
    case 'checked':
      return withAsked(on, step.q, { isChecked: true })
    case 'closed':
      return { ...on, closed: new Set([...on.closed, step.block]) }
    case 'opened':
      return on
    case 'submitted':
      return { ...left(on), submitted: step }
    default:
      return { ...on, isDropped: true }
  }
}

/** The time since the last step, given to the question that was on screen. */
function timed(run: Run, step: Step): Run {
  const until = step.kind === 'opened' ? Math.min(step.at, step.leftAt) : step.at
  const passed = Math.max(0, until - run.lastAt)
  const ms = run.endsAt === null ? Math.min(LONGEST_PRACTICE_MS, passed) : passed
  const spentMs = (run.asked[run.current]?.spentMs ?? 0) + ms
  return withAsked(run, run.current, { spentMs })
}

/** The question on screen is left: its answer is the first one, if it has had none before. */
function left(run: Run): Run {
  const { answer, first } = run.asked[run.current] ?? UNTOUCHED
  return withAsked(run, run.current, { first: first ?? answer })
}

function withAsked(run: Run, q: number, change: Partial<Asked>): Run {
  const asked = run.asked[q]
  return asked ? { ...run, asked: run.asked.with(q, { ...asked, ...change }) } : run
}

/** The case study that a question belongs to, or null. */
export function blockOf({ begun }: Run, q: number): number | null {
  return begun.questions[q]?.block ?? null
}

/** Whether a question can be looked at: in an exam, nothing of a case study that was left. */
export function mayShow(run: Run, q: number): boolean {
  const block = blockOf(run, q)
  return q >= 0 && q < run.asked.length && (block === null || !run.closed.has(block))
}

/** The case study that would be left for good by showing `to`; null where none would. */
export function leaving(run: Run, to: number | 'review'): number | null {
  const block = blockOf(run, run.current)
  if (run.begun.mode === 'practice' || block === null || run.closed.has(block)) return null
  return to !== 'review' && blockOf(run, to) === block ? null : block
}

/** Milliseconds left, 0 when the time is over; null in practice. */
export function timeLeft({ endsAt }: Run, now: Instant): number | null {
  return endsAt === null ? null : Math.max(0, endsAt - now)
}

/** The next question in this direction that can be shown; null at the end. */
export function neighbour(run: Run, by: -1 | 1): number | null {
  for (let q = run.current + by; q >= 0 && q < run.asked.length; q += by) {
    if (mayShow(run, q)) return q
  }
  return null
}
