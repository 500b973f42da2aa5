import { areSteps, fullScheduleOf, USUAL_SCHEDULE } from '../../core/exam-schedule.ts'
import type { ExamSchedule, FullSchedule, SchedulePart } from '../../core/exam-schedule.ts'
import type { TriedSchedule } from '../../core/plan/schedule-trial.ts'

/** A part of a schedule whose consequence can be simulated. */
export const TRIED_PARTS = [
  'desiredRetention',
  'learningStepsMin',
  'relearningStepsMin',
  'maximumIntervalDays',
  'balance',
  'easyDays',
] as const
export type TriedPart = (typeof TRIED_PARTS)[number]

/** Without the parts that are as usual, so that the row of who went back to the defaults is empty. */
export function tidied(schedule: SchedulePart): ExamSchedule {
  const usual = new Map<string, string>(
    Object.entries(USUAL_SCHEDULE).map(([part, value]) => [part, JSON.stringify(value)]),
  )
  return Object.fromEntries(
    Object.entries(schedule).filter(
      ([part, value]) => value !== undefined && usual.get(part) !== JSON.stringify(value),
    ),
  )
}

/** Whether two schedules come to the same. */
export function isSameSchedule(one: ExamSchedule, other: ExamSchedule): boolean {
  const textOf = (schedule: ExamSchedule) => JSON.stringify({ ...NOTHING, ...tidied(schedule) })
  return textOf(one) === textOf(other)
}

/** Every part, so that they come in one order. */
const NOTHING = { desiredRetention: null, ...USUAL_SCHEDULE }

/** A schedule as a simulation takes it. */
export function triedOf(schedule: ExamSchedule, usualRetention: number): TriedSchedule {
  const { leechLapses: _, leechChance: __, ...full } = fullScheduleOf(schedule)
  return { ...full, desiredRetention: schedule.desiredRetention ?? usualRetention }
}

/** A shorter longest interval, to compare with. */
const SHORTER = 60
const STEP = 0.05

/** The same schedule with another value for one part: what the learner might choose instead. */
export function contrastOf(tried: TriedSchedule, part: TriedPart): TriedSchedule {
  return { ...tried, ...CONTRASTS[part](tried) }
}

const CONTRASTS: Readonly<Record<TriedPart, (tried: TriedSchedule) => Partial<TriedSchedule>>> = {
  desiredRetention: ({ desiredRetention }) => {
    const other = desiredRetention + (desiredRetention >= 0.9 ? -STEP : STEP)
    return { desiredRetention: Math.round(other * 100) / 100 }
  },
  learningStepsMin: (tried) => ({ learningStepsMin: otherSteps(tried.learningStepsMin) }),
  relearningStepsMin: (tried) => ({ relearningStepsMin: otherSteps(tried.relearningStepsMin) }),
  maximumIntervalDays: ({ maximumIntervalDays }) => ({
    maximumIntervalDays:
      maximumIntervalDays > SHORTER ? SHORTER : USUAL_SCHEDULE.maximumIntervalDays,
  }),
  balance: ({ balance }) => ({ balance: !balance }),
  easyDays: ({ easyDays }) => ({ balance: true, easyDays: otherEasyDays(easyDays) }),
}

function otherSteps(steps: readonly number[]): readonly number[] {
  return steps.length === 0 ? USUAL_SCHEDULE.learningStepsMin : []
}

/** All days alike where some are easy; else a free Sunday. */
function otherEasyDays(easyDays: FullSchedule['easyDays']): FullSchedule['easyDays'] {
  const isAnyEasy = easyDays.some((ease) => ease !== 'normal')
  return USUAL_SCHEDULE.easyDays.map((ease, day) => (!isAnyEasy && day === 6 ? 'none' : ease))
}

/** Longest intervals to choose from, in days. */
export const LONGEST = [36_500, 730, 365, 180, 90, 60, 30, 14] as const
/** Wanted recalls to choose from. */
export const RETENTIONS = [0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.95, 0.97] as const
/** How unlikely lapses have to be. */
export const CHANCES = [0.001, 0.01, 0.05, 1] as const

/** What a learner typed as steps: "1 10" or "1, 10 min"; null where it is no list of minutes. */
export function stepsOf(typed: string): number[] | null {
  const words = typed.replaceAll(/min(?:ute)?s?|,/gi, ' ').trim()
  if (words === '' || words.toLowerCase() === 'none') return []
  const steps = words.split(/\s+/).map(Number)
  return areSteps(steps) ? steps : null
}
