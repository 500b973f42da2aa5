import type { Finished } from '../../src/core/mock/evidence.ts'
import { stepId } from '../../src/core/mock/steps.ts'
import type { Begun } from '../../src/core/mock/steps.ts'
import { DAY_MS } from '../../src/core/time.ts'

/** The study day of runs that began on day 0, at noon in UTC. */
export const FIRST_DAY = 20_760

interface Options {
  readonly mode?: Begun['mode']
  readonly only?: readonly string[]
  /** So many of its questions, the last ones, were known from an earlier run. */
  readonly repeats?: number
}

/** A mock exam of twenty questions, of which the first twelve were right. */
export function finishedRun(
  run: string,
  day: number,
  { mode = 'exam', only, repeats = 0 }: Options = {},
): Finished {
  const at = (FIRST_DAY + day + 0.5) * DAY_MS
  const base = { run, utcOffsetMin: 0, device: 'test' }
  const all = Array.from({ length: 20 }, (_, q) => q)
  return {
    begun: {
      ...base,
      id: stepId(run, 0),
      at,
      kind: 'begun',
      exam: 'AZ-104',
      mode,
      length: 'sprint',
      minutes: mode === 'exam' ? 40 : null,
      seed: run,
      only: only ? [...only] : null,
      questions: all.map((q) => ({
        noteId: `${run}-${q}`,
        rev: 1,
        key: null,
        domain: 'az104-storage',
        skill: 's',
        skills: ['s'],
        confuse: [],
        block: null,
        isRepeat: q >= 20 - repeats,
      })),
    },
    submitted: {
      ...base,
      id: stepId(run, 1),
      at: at + 1_800_000,
      kind: 'submitted',
      how: 'learner',
      marks: all.map((q) => ({ points: q < 12 ? 1 : 0, of: 1, first: q < 12 ? 1 : 0 })),
    },
  }
}
