import { isExamSchedule } from '../../core/exam-schedule.ts'
import type { ExamSchedule } from '../../core/exam-schedule.ts'
import type { ExamId } from '../../core/note.ts'
import { OWN_EXAM } from '../../core/own-exam.ts'
import { phaseOf } from '../../core/plan/build.ts'
import { freshCards } from '../../core/plan/cards.ts'
import type { PlanCards } from '../../core/plan/cards.ts'
import type { ScheduleRequest } from '../../core/plan/schedule-trial.ts'
import { dayOfDate } from '../../core/plan-settings.ts'
import type { Settings } from '../../core/settings.ts'
import { examsOf, isAvailable } from '../../core/study/study-day.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { deviceId } from '../../db/device.ts'
import { loadSettings } from '../../db/settings.ts'
import { formerSchedule } from '../../db/use-schedule.ts'
import type { App } from '../app.ts'
import { loadPlanBase, plannableExams } from '../plan/load-plan.ts'
import type { PlanBase } from '../plan/load-plan.ts'

/** All that the page of an exam's schedule shows, as it was when it was opened. */
export interface ScheduleData {
  readonly exam: ExamId
  /** Those that can be chosen, this one among them. */
  readonly exams: readonly ExamId[]
  readonly settings: Settings
  readonly saved: ExamSchedule
  /** What the page begins with: what is saved, with the wanted recall that was asked for elsewhere. */
  readonly begun: ExamSchedule
  /** What held before it was changed last; null if it never was. */
  readonly former: ExamSchedule | null
  readonly today: StudyDayNumber
  readonly device: string
  /** Study day of the exam, where that is ahead. */
  readonly examDay: StudyDayNumber | null
  /** Wanted recall where the schedule says none: that of the plan, or of the settings. */
  readonly usualRetention: number
  readonly trial: Omit<ScheduleRequest, 'schedules'>
  /** How often each card of the exam was forgotten. */
  readonly lapses: readonly number[]
  /** Exams that its cards count for besides, which lead them. */
  readonly leaders: readonly ExamId[]
}

/** Reads it; null for who has no such exam. */
export async function loadSchedule(
  app: App,
  wanted: string | undefined,
  recall: string | null,
): Promise<ScheduleData | { readonly first: ExamId } | null> {
  const [settings, device] = await Promise.all([loadSettings(app.db), deviceId(app.db, app.newId)])
  const base = await loadPlanBase(app, settings)
  const exams = base ? schedulableExams(base) : []
  const [first] = exams
  if (!base || first === undefined) return null
  const exam = exams.find((each) => each === wanted?.toUpperCase())
  if (exam === undefined) return { first }
  const plan = base.plans.exams.get(exam)
  const { today } = base.day
  const isAhead = plan?.date !== undefined && plan.date !== null && phaseOf(plan, today) === 'dated'
  const cards = cardsOf(base, exam)
  const saved = settings.schedules[exam] ?? {}
  const asked = { ...saved, desiredRetention: Number(recall) }
  return {
    exam,
    exams,
    settings,
    saved,
    begun: isExamSchedule(asked) ? asked : saved,
    former: await formerSchedule(app.db, exam),
    today,
    device,
    examDay: isAhead && plan.date !== null ? dayOfDate(plan.date) : null,
    usualRetention: plan?.desiredRetention ?? settings.desiredRetention,
    trial: {
      trial: {
        cards: columnsOf(base, cards),
        weights: base.memory.weights,
        habits: base.habits,
        today,
      },
      newPerDay: plan?.newPerDay ?? settings.newPerDay,
    },
    lapses: cards.map(({ cardId }) => base.states.get(cardId)?.lapses ?? 0),
    leaders: leadersOf(base, exam, cards),
  }
}

function schedulableExams(base: PlanBase): ExamId[] {
  const own = base.exams.find(({ exam }) => exam === OWN_EXAM)
  return [...plannableExams(base), ...(own && own.catalog.length > 0 ? [OWN_EXAM] : [])]
}

type Cards = PlanBase['day']['cards']

function cardsOf({ day }: PlanBase, exam: ExamId): Cards {
  return day.cards.filter(
    (card) => examsOf(day, card).includes(exam) && isAvailable(day, card.cardId),
  )
}

function columnsOf({ day, states }: PlanBase, list: Cards): PlanCards {
  const cards = freshCards(list.length)
  const places = new Map<string, number>()
  for (const order of day.newOrder.values()) {
    order.forEach(({ cardId }, place) => places.set(cardId, places.get(cardId) ?? place))
  }
  list.forEach(({ cardId }, index) => {
    cards.order[index] = places.get(cardId) ?? list.length + index
    const state = states.get(cardId)
    if (!state) return
    cards.seen[index] = 1
    cards.stability[index] = state.stability
    cards.difficulty[index] = state.difficulty
    cards.lastDay[index] = state.lastReviewDay
  })
  return cards
}

/** Exams that stand before this one in the learner's order and have some of its cards too. */
function leadersOf({ day, settings }: PlanBase, exam: ExamId, cards: Cards): ExamId[] {
  const at = settings.exams.indexOf(exam)
  const before = at < 0 ? settings.exams : settings.exams.slice(0, at)
  return before.filter((other) => cards.some((card) => examsOf(day, card).includes(other)))
}
