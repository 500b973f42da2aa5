import type { ExamId } from '../../core/note.ts'
import { phaseOf } from '../../core/plan/build.ts'
import { comingDays } from '../../core/plan/coming.ts'
import type { ComingDay } from '../../core/plan/coming.ts'
import { courseOf } from '../../core/plan/course.ts'
import { dayOfDate } from '../../core/plan-settings.ts'
import { evidenceOf, sumOf } from '../../core/readiness/evidence.ts'
import { forecastOf } from '../../core/readiness/forecast.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import type { Instant, StudyDayNumber } from '../../core/time.ts'
import { coursesOf, saveCourse } from '../../db/courses.ts'
import type { StudyDb } from '../../db/db.ts'
import { forecastsOf, saveForecast } from '../../db/forecasts.ts'
import { loadSettings } from '../../db/settings.ts'
import { draftOf, workOf } from '../plan/draft.ts'
import { planBaseOn } from '../plan/load-plan.ts'
import type { PlanBase } from '../plan/load-plan.ts'
import { mockAnswersOf } from '../readiness/mock-answers.ts'
import { comingInputOf, groupsOf } from './input.ts'

/** What is to be worked out from all cards, too much for the page. Plain data, for a message. */
export interface ComingJob {
  /**
   * The coming days; what the plans expect, as they were `set` just now; or what of that, and of the forecasts
   * of today, is `missing`.
   */
  readonly kind: 'days' | 'set' | 'missing'
  readonly today: StudyDayNumber
  readonly now: Instant
  readonly device: string
}

/** What came out of it. */
export interface ComingResult {
  /** The coming days of each exam, and of all cards under ''; none where that was not asked. */
  readonly days: Readonly<Record<string, readonly ComingDay[]>>
  /** Whether something was kept that a page may show: a forecast of today, or what a plan expects. */
  readonly hasKept: boolean
}

/** Does it. Forecasts and what plans expect are kept. */
export async function workOutComing(db: StudyDb, job: ComingJob): Promise<ComingResult> {
  const base = await planBaseOn(db, await loadSettings(db), job.today)
  if (!base) return { days: {}, hasKept: false }
  if (job.kind === 'days') return { days: daysOf(base, job.now), hasKept: false }
  let hasKept = false
  for (const exam of datedExams(base)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other: each takes the processor
    const kept = [await keepCourse(db, base, exam, job), await keepForecast(db, base, exam, job)]
    hasKept ||= kept.includes(true)
  }
  return { days: {}, hasKept }
}

function daysOf(base: PlanBase, now: Instant): ComingResult['days'] {
  const days = comingDays(comingInputOf(base, now))
  return Object.fromEntries(groupsOf(base).map((group, index) => [group ?? '', days[index] ?? []]))
}

/** The exams studied that have a date ahead. */
function datedExams({ plans, exams, day }: PlanBase): ExamId[] {
  return exams
    .map(({ exam }) => exam)
    .filter((exam) => {
      const plan = plans.exams.get(exam)
      return plan !== undefined && phaseOf(plan, day.today) === 'dated'
    })
}

/** Keeps what the plan expects: when it was just set, and where it was never worked out for this date. */
async function keepCourse(
  db: StudyDb,
  base: PlanBase,
  exam: ExamId,
  { kind, now, device }: ComingJob,
): Promise<boolean> {
  const date = base.plans.exams.get(exam)?.date ?? null
  const known = (await coursesOf(db, exam)).at(-1)
  const isKnown = date !== null && known?.examDay === dayOfDate(date) && known.outcome !== undefined
  if (kind === 'missing' && isKnown) return false
  const work = workOf(base, exam, draftOf(base, exam))
  if (work?.kind !== 'forecast') return false
  const course = courseOf(work.request.trial, work.request.exam)
  if (!course) return false
  await saveCourse(db, exam, course, { at: now, device })
  return true
}

/** Keeps the forecast of today for the exam day, unless the page of the exam has made one. */
async function keepForecast(
  db: StudyDb,
  { settings, plans, exams, day, states }: PlanBase,
  exam: ExamId,
  { now, device }: ComingJob,
): Promise<boolean> {
  const [plan, row] = [plans.exams.get(exam), exams.find((each) => each.exam === exam)]
  if (!plan || plan.date === null || !row) return false
  const { today, cards } = day
  const entries = await forecastsOf(db, exam)
  if (entries.some((entry) => entry.kind === 'forecast' && entry.day === today)) return false
  const forDay = dayOfDate(plan.date)
  const memory = schedulerSettingsOf(settings)
  const mocks = await mockAnswersOf(db, exam)
  const knownBefore = (domain: string) => plan.known[domain] ?? 0
  const { blueprint } = row
  const domains = evidenceOf({ blueprint, cards, states, day: forDay, memory, mocks, knownBefore })
  const isFitted = settings.weights !== null
  const { recall, points, pass } = forecastOf(domains, isFitted)
  if (!recall) return false
  const stamp = { exam, day: today, forDay, updatedAt: now, device }
  const evidence = sumOf(domains, isFitted, { blueprint, cards, states })
  await saveForecast(db, { ...stamp, recall, points, pass, evidence })
  return true
}
