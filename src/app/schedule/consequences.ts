import { fullScheduleOf } from '../../core/exam-schedule.ts'
import type { ExamSchedule } from '../../core/exam-schedule.ts'
import type { ScheduleOutcome } from '../../core/plan/schedule-outcome.ts'
import type { TriedSchedule } from '../../core/plan/schedule-trial.ts'
import type { Work } from '../../core/plan/work.ts'
import type { Consequences } from '../components/schedule-form.tsx'
import {
  easyWords,
  insteadOf,
  leechWords,
  longestWords,
  spreadWords,
  stepsName,
} from '../words/schedule.ts'
import { percent } from '../words/progress.ts'
import { contrastOf, TRIED_PARTS, triedOf } from './choices.ts'
import type { TriedPart } from './choices.ts'
import type { ScheduleData } from './load-schedule.ts'

/** What to simulate: what holds, what is chosen, and of each part what could be chosen instead. */
export function workOf(data: ScheduleData, draft: ExamSchedule): Work {
  const { saved, usualRetention, trial } = data
  const chosen = triedOf(draft, usualRetention)
  const contrasts = TRIED_PARTS.map((part) => contrastOf(chosen, part))
  const schedules = [triedOf(saved, usualRetention), chosen, ...contrasts]
  return { kind: 'schedules', request: { ...trial, schedules } }
}

/** What the simulation says of each part of a draft. */
export function consequencesOf(
  data: ScheduleData,
  draft: ExamSchedule,
  outcomes: readonly ScheduleOutcome[] | null,
): Consequences {
  const { leechLapses } = fullScheduleOf(draft)
  const counted = { leechLapses: leechWords(data.lapses, leechLapses) }
  const [, chosen, ...others] = outcomes ?? []
  if (!chosen) return counted
  const tried = triedOf(draft, data.usualRetention)
  const said = TRIED_PARTS.flatMap((part, index) => {
    const other = others[index]
    if (!other) return []
    return [[part, WORDS[part]({ tried, chosen, contrast: contrastOf(tried, part), other })]]
  })
  return { ...counted, ...Object.fromEntries(said) }
}

interface Tried {
  readonly tried: TriedSchedule
  readonly chosen: ScheduleOutcome
  /** What could be chosen instead, and what that comes to. */
  readonly contrast: TriedSchedule
  readonly other: ScheduleOutcome
}

const WORDS: Readonly<Record<TriedPart, (pair: Tried) => string>> = {
  desiredRetention: ({ contrast, chosen, other }) =>
    insteadOf(`${percent(contrast.desiredRetention)} instead`, chosen, other),
  maximumIntervalDays: ({ contrast, chosen, other }) =>
    insteadOf(longestName(contrast.maximumIntervalDays), chosen, other),
  learningStepsMin: ({ contrast, chosen, other }) =>
    insteadOf(stepsName(contrast.learningStepsMin), chosen, other),
  relearningStepsMin: ({ contrast, chosen, other }) =>
    insteadOf(stepsName(contrast.relearningStepsMin), chosen, other),
  balance: ({ tried, chosen, other }) => spreadWords(tried.balance, chosen, other),
  easyDays: ({ tried, contrast, chosen, other }) =>
    easyWords(tried.easyDays, chosen, other, contrast),
}

function longestName(days: number): string {
  return days >= 36_500 ? 'no limit instead' : `${longestWords(days)} instead`
}
