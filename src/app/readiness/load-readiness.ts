import type { ExamId } from '../../core/note.ts'
import { evidenceOf, sumOf } from '../../core/readiness/evidence.ts'
import type { Evidence } from '../../core/readiness/evidence.ts'
import { forecastOf } from '../../core/readiness/forecast.ts'
import type { ReadinessForecast } from '../../core/readiness/forecast.ts'
import { outcomesOf } from '../../core/readiness/forecast-record.ts'
import type { Band, Forecast, Outcome } from '../../core/readiness/forecast-record.ts'
import { isBehind } from '../../core/plan-course.ts'
import type { Course } from '../../core/plan-course.ts'
import { dayOfDate } from '../../core/plan-settings.ts'
import { mockOutcomesOf } from '../../core/readiness/reliability.ts'
import type { MockOutcome } from '../../core/readiness/reliability.ts'
import type { Settings } from '../../core/settings.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { coursesOf } from '../../db/courses.ts'
import { deviceId } from '../../db/device.ts'
import { forecastsOf, saveForecast } from '../../db/forecasts.ts'
import { StorageFault } from '../../db/faults.ts'
import { finishedRuns } from '../../db/mocks.ts'
import { loadPlanSettings } from '../../db/plan-settings.ts'
import { loadExam } from '../progress/load-exam.ts'
import type { App } from '../app.ts'
import { mockAnswersIn } from './mock-answers.ts'

/** Which day is asked about: now, the day of the exam, or without one a month from now. */
export type When = 'today' | 'exam'

/** Days ahead that are forecast for who has no date. */
export const DAYS_WITHOUT_DATE = 30

/** Recall on the exam day if the plan is kept, as it was expected on the day on which it was `set`. */
export interface Planned {
  readonly set: StudyDayNumber
  /** Null where the learner is behind it, so that it no longer holds. */
  readonly band: Band | null
}

/** Everything that the page shows of an exam. */
export interface Readiness {
  readonly exam: ExamId
  readonly today: StudyDayNumber
  readonly when: When
  /** Day of the exam, if it has one that is not over. */
  readonly examDay: StudyDayNumber | null
  /** The day that the forecast is for. */
  readonly forDay: StudyDayNumber
  readonly forecast: ReadinessForecast
  readonly evidence: Evidence
  /** What the plan brings; null without one, or where it was not played through yet. */
  readonly planned: Planned | null
  /** Forecasts of earlier days, latest first. */
  readonly earlier: readonly Forecast[]
  readonly outcomes: readonly Outcome[]
  /** How mock exams went beside the forecasts before them, latest first. */
  readonly mocked: readonly MockOutcome[]
}

/** Reads an exam and forecasts it; what is forecast is kept. */
export async function loadReadiness(
  app: App,
  exam: ExamId,
  when: When,
  settings: Settings,
): Promise<Readiness> {
  const [loaded, plans, finished, courses] = await Promise.all([
    loadExam(app, exam, settings),
    loadPlanSettings(app.db),
    finishedRuns(app.db, exam),
    coursesOf(app.db, exam),
  ])
  const { today, blueprint, cards, states, scheduler } = loaded
  const plan = plans.exams.get(exam)
  const planned = typeof plan?.date === 'string' ? dayOfDate(plan.date) : null
  const dated = planned !== null && planned >= today ? planned : null
  const forDay = when === 'today' ? today : (dated ?? today + DAYS_WITHOUT_DATE)
  const knownBefore = (domain: string) => plan?.known[domain] ?? 0
  const domains = evidenceOf({
    blueprint,
    cards,
    states,
    day: forDay,
    memory: scheduler,
    mocks: mockAnswersIn(finished, exam),
    knownBefore,
  })
  const isFitted = settings.weights !== null
  const forecast = forecastOf(domains, isFitted)
  const evidence = sumOf(domains, isFitted, loaded)
  const entries = await forecastsOf(app.db, exam)
  const made = { exam, today, when, examDay: dated, forDay, forecast, evidence }
  if (when === 'exam') await keep(app, made)
  const score = domains.reduce((sum, { weight, recall }) => sum + weight * recall, 0)
  const course = courses.findLast(({ examDay }) => examDay === dated)
  return {
    ...made,
    planned: when === 'exam' && course ? plannedOf(course, today, score) : null,
    earlier: entries
      .filter((entry) => entry.kind === 'forecast')
      .filter(({ day }) => day < today)
      .toReversed(),
    outcomes: outcomesOf(entries, exam),
    mocked: mockOutcomesOf(entries, finished, settings.rolloverHour),
  }
}

function plannedOf(course: Course, today: StudyDayNumber, score: number): Planned | null {
  const { from: set, outcome } = course
  if (isBehind(course, today, score)) return { set, band: null }
  return outcome ? { set, band: { low: outcome.low, high: outcome.high } } : null
}

/** What was forecast is kept, to be compared one day. If it cannot be, the page is shown all the same. */
async function keep(
  app: App,
  {
    exam,
    today,
    forDay,
    forecast,
    evidence,
  }: Omit<Readiness, 'earlier' | 'outcomes' | 'planned' | 'mocked'>,
): Promise<void> {
  const { recall, points, pass } = forecast
  if (!recall) return
  try {
    const device = await deviceId(app.db, app.newId)
    const made = { exam, day: today, forDay, updatedAt: app.now(), device }
    await saveForecast(app.db, { ...made, recall, points, pass, evidence })
  } catch (error) {
    if (!(error instanceof StorageFault)) throw error
  }
}
