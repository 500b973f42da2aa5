import type { MockQuestion } from '../../src/core/mock/draw.ts'
import { stepId } from '../../src/core/mock/steps.ts'
import type { Begun, QuestionMark, Step } from '../../src/core/mock/steps.ts'
import type { DistributiveOmit } from './types.ts'
import { NOON } from './builders.ts'

export const SECOND = 1000

/** A question of a mock exam, in the first domain of AZ-104 unless told otherwise. */
export function mockQuestion(noteId: string, changes: Partial<MockQuestion> = {}): MockQuestion {
  const skill = changes.skill ?? 'az104-d1-a'
  return {
    noteId,
    rev: 1,
    key: null,
    domain: 'az104-d1',
    skill,
    skills: [skill],
    confuse: [],
    block: null,
    isRepeat: false,
    ...changes,
  }
}

interface RunOptions {
  readonly at?: number
  readonly begun?: Partial<Begun>
  /** Steps after the first two, each a second after the one before. */
  readonly steps?: readonly StepBody[]
  readonly questions?: readonly MockQuestion[]
}

export type StepBody = DistributiveOmit<Step, 'id' | 'run' | 'at' | 'utcOffsetMin' | 'device'> & {
  /** Seconds after the beginning; the number of the step if left out. */
  readonly after?: number
}

/** The steps of a run: it begins, its first question is shown, and what else is asked for. */
export function mockRun(run: string, options: RunOptions = {}) {
  const {
    at = NOON,
    begun = {},
    steps = [],
    questions = [mockQuestion('st-a'), mockQuestion('st-b')],
  } = options
  const bodies: StepBody[] = [
    {
      kind: 'begun',
      exam: 'AZ-104',
      mode: 'exam',
      length: 'full',
      minutes: 100,
      seed: run,
      only: null,
      ...begun,
      questions: questions.map((question) => ({
        ...question,
        skills: [...question.skills],
        confuse: [...question.confuse],
      })),
    },
    { kind: 'shown', q: 0 },
    ...steps,
  ]
  return { run, steps: bodies.map((body, seq) => mockStep(run, seq, body, at)) }
}

/** One step, with its id and its instant. */
export function mockStep(run: string, seq: number, body: StepBody, begunAt = NOON): Step {
  const { after = seq, ...rest } = body
  return {
    id: stepId(run, seq),
    run,
    at: begunAt + after * SECOND,
    utcOffsetMin: 0,
    device: 'laptop',
    ...rest,
  }
}

export function markOf(points: number, of = 1, first: number | null = points): QuestionMark {
  return { points, of, first }
}

/** An answer with these options chosen. */
export function chosen(...keys: readonly string[]) {
  return { chosen: [...keys], typed: '', arrangement: [] }
}
