import { default_w } from 'ts-fsrs'
import { leadingOrder, USUAL_SCHEDULE } from './exam-schedule.ts'
import type { ExamId } from './note.ts'
import type { Settings } from './settings.ts'
import type { Steps } from './steps.ts'

/** Raised when `schedule.ts` would compute other states from the same log. */
const CODE_VERSION = 1

/** What the scheduler is told of one card. Changing any of it means that its state is computed anew. */
export interface SchedulerSettings extends Steps {
  /** Wanted recall at the due moment, 0 to 1. */
  readonly desiredRetention: number
  /** 21 FSRS-6 parameters. */
  readonly weights: readonly number[]
  /** Local hour at which a study day begins, 0–23. */
  readonly rolloverHour: number
  readonly maximumIntervalDays: number
  /** Only in `Schedulers`. */
  readonly own?: undefined
}

/**
 * What the scheduler is told of all cards: the usual, and where an exam has settings of its own those of
 * each exam. For a card `schedulerFor` says which hold.
 */
export type Schedulers = SchedulerSettings | ManySchedulers

interface ManySchedulers extends Omit<SchedulerSettings, 'own'> {
  readonly own: {
    readonly usual: SchedulerSettings
    /** In the order in which they lead a card that counts for several. */
    readonly exams: readonly { readonly exam: ExamId; readonly scheduler: SchedulerSettings }[]
  }
}

/** What expected recall depends on, beside a card's state. */
export type Memory = Pick<SchedulerSettings, 'weights'>

/** The 21 default parameters of FSRS-6. */
export const DEFAULT_WEIGHTS: readonly number[] = [...default_w]

/** What holds for who never set anything. */
export const DEFAULT_SCHEDULER: SchedulerSettings = {
  desiredRetention: 0.9,
  weights: DEFAULT_WEIGHTS,
  rolloverHour: 4,
  learningStepsMin: USUAL_SCHEDULE.learningStepsMin,
  relearningStepsMin: USUAL_SCHEDULE.relearningStepsMin,
  maximumIntervalDays: USUAL_SCHEDULE.maximumIntervalDays,
}

/** The scheduler that follows from the learner's settings. */
export function schedulerSettingsOf(settings: Settings): Schedulers {
  const { desiredRetention, rolloverHour, exams, schedules } = settings
  const weights = settings.weights ?? DEFAULT_WEIGHTS
  const usual = { ...DEFAULT_SCHEDULER, desiredRetention, rolloverHour, weights }
  const own = leadingOrder(exams, schedules).map((exam) => ({
    exam,
    scheduler: ownScheduler(usual, schedules[exam]),
  }))
  // Behind the last exam with settings of its own all are as usual.
  const last = own.findLastIndex(({ scheduler }) => scheduler !== usual)
  return last < 0 ? usual : { ...usual, own: { usual, exams: own.slice(0, last + 1) } }
}

/** The usual one itself where nothing in it differs. */
function ownScheduler(
  usual: SchedulerSettings,
  schedule: Settings['schedules'][ExamId] = {},
): SchedulerSettings {
  const scheduler = {
    ...usual,
    desiredRetention: schedule.desiredRetention ?? usual.desiredRetention,
    learningStepsMin: schedule.learningStepsMin ?? usual.learningStepsMin,
    relearningStepsMin: schedule.relearningStepsMin ?? usual.relearningStepsMin,
    maximumIntervalDays: schedule.maximumIntervalDays ?? usual.maximumIntervalDays,
  }
  return schedulerKey(scheduler) === schedulerKey(usual) ? usual : scheduler
}

/** What the scheduler is told of a card that counts for these exams, in whatever order. */
export function schedulerFor(settings: Schedulers, exams: readonly ExamId[]): SchedulerSettings {
  if (!settings.own) return settings
  const own = settings.own.exams.find(({ exam }) => exams.includes(exam))
  return own?.scheduler ?? settings.own.usual
}

/** A text that differs whenever stored states have to be computed anew. */
export function schedulerKey(settings: Schedulers): string {
  const { desiredRetention, weights, rolloverHour, maximumIntervalDays } = settings
  const { learningStepsMin, relearningStepsMin } = settings
  return JSON.stringify([
    CODE_VERSION,
    desiredRetention,
    rolloverHour,
    maximumIntervalDays,
    learningStepsMin,
    relearningStepsMin,
    weights,
    // Nothing where no exam has its own, so that the key of others stays what it was.
    ...(settings.own?.exams.map(({ exam, scheduler }) => [exam, schedulerKey(scheduler)]) ?? []),
  ])
}
