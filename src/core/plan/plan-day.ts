import type { Blueprint } from '../blueprint.ts'
import { scheduleFor, USUAL_SCHEDULE } from '../exam-schedule.ts'
import type { Schedules } from '../exam-schedule.ts'
import type { CardId, ExamId, NoteId } from '../note.ts'
import { dayOfDate, minutesOn } from '../plan-settings.ts'
import type { PlanSettings } from '../plan-settings.ts'
import type { CardState } from '../schedule.ts'
import { examsOfSkills } from '../stats/place.ts'
import type { PlannedDay } from '../study/planned.ts'
import { isAvailable } from '../study/study-day.ts'
import type { StudyDay } from '../study/study-day.ts'
import { phaseOf, planCardsOf, planExamOf } from './build.ts'
import type { PlanCards, PlanExam } from './cards.ts'
import { fillDay } from './fill.ts'
import type { Habits } from './habits.ts'
import type { Memory } from './memory.ts'
import { policyFor } from './policy.ts'
import type { Calibration } from './policy.ts'
import { rankingOf } from './rank.ts'

/** What the plan of a day rests on. */
export interface PlanDayInput {
  readonly day: StudyDay
  readonly blueprints: readonly Blueprint[]
  readonly plans: PlanSettings
  /** Of all cards that were ever rated. */
  readonly states: ReadonlyMap<CardId, CardState>
  readonly memory: Memory
  readonly habits: Habits
  readonly calibration: Calibration
  /** Of the settings: wanted recall, with which the due days were computed. */
  readonly desiredRetention: number
  /** What was set for single exams. */
  readonly schedules?: Schedules
  /** Seconds studied today already. */
  readonly spent: number
}

/** The columns and exams that a plan computes with. */
export interface PlanModel {
  readonly cards: PlanCards
  readonly exams: readonly PlanExam[]
  /** Of each of `exams`. */
  readonly examIds: readonly ExamId[]
}

/** Brings the learner's data into the form that ranking and simulation take. */
export function planModelOf(
  input: Omit<PlanDayInput, 'habits' | 'calibration' | 'spent'>,
): PlanModel {
  const { day, blueprints, plans, states, memory, desiredRetention, schedules = {} } = input
  const { cards: list, newOrder, today, places, newPerDay } = day
  const defaults = { newPerDay, desiredRetention }
  const order = blueprints.map(({ exam }) => exam)
  const isUsual = Object.keys(schedules).length === 0
  const usual = { desiredRetention, ...USUAL_SCHEDULE }
  const planned = blueprints.flatMap((blueprint) => {
    const plan = plans.exams.get(blueprint.exam)
    const own = { ...defaults, schedule: schedules[blueprint.exam] }
    const exam = plan && planExamOf(blueprint, plan, list, places, today, own)
    return exam ? [{ id: blueprint.exam, exam }] : []
  })
  return {
    cards: planCardsOf({
      cards: list,
      states,
      isAvailable: (cardId) => isAvailable(day, cardId),
      isSuspended: (cardId) => day.marks.get(cardId)?.suspended === true,
      forgotten: day.forgotten ?? new Set(),
      newOrder,
      today,
      memory,
      dueOf: ({ note }) => {
        if (isUsual) return usual
        const schedule = scheduleFor({ exams: order, schedules }, examsOfSkills(note.skills))
        return { desiredRetention, ...schedule }
      },
    }),
    exams: planned.map(({ exam }) => exam),
    examIds: planned.map(({ id }) => id),
  }
}

/** Works out what the plan has for a day, less what was done of it. */
export function planDay(input: PlanDayInput): PlannedDay {
  const { day, plans, memory, habits, calibration, spent } = input
  const { cards, exams, examIds } = planModelOf(input)
  const { today } = day
  const list = day.cards
  const introduced = introducedToday(input)
  const counts = exams.map(
    ({ domainOf }) => [...introduced].filter((card) => (domainOf[card] ?? -1) >= 0).length,
  )
  const ranking = rankingOf({
    cards,
    exams,
    today,
    memory,
    habits,
    introduced: counts,
    policy: policyFor(calibration),
    skipsWaiting: true,
  })
  const minutes = minutesOn(plans, today)
  const units = fillDay(ranking.ranked(), {
    cards: list,
    exams,
    isSeen: (card) => cards.seen[card] === 1,
    isAway: (card) => (cards.away[card] ?? 0) > 0,
    busy: busyNotes(input),
    introducedNotes: [...introduced].map((card) => list[card]?.note.id ?? ''),
    introduced: counts,
    why: (card) => ranking.why(card),
    budget: minutes * 60 - spent,
  })
  return {
    units: units.map((unit) =>
      unit.map(({ card, why }) => ({
        cardId: list[card]?.cardId ?? '',
        exam: examIds[why.exam] ?? '',
        left: why.left,
        after: why.after,
        seconds: why.seconds,
        isNew: cards.seen[card] === 0,
        isDated: exams[why.exam]?.examDay !== null,
      })),
    ),
    exams: new Set(examIds),
    resting: new Set(plannedExams(input).filter((exam) => !examIds.includes(exam))),
    over: overOf(input),
    daysLeft: daysLeftOf(plans, plannedExams(input), today),
    minutes,
  }
}

function plannedExams({ blueprints, plans }: PlanDayInput): ExamId[] {
  return blueprints.map(({ exam }) => exam).filter((exam) => plans.exams.has(exam))
}

function overOf(input: PlanDayInput): ExamId[] {
  return plannedExams(input).filter((exam) => {
    const plan = input.plans.exams.get(exam)
    return plan !== undefined && phaseOf(plan, input.day.today) === 'over'
  })
}

function daysLeftOf(
  plans: PlanSettings,
  exams: readonly ExamId[],
  today: number,
): { exam: ExamId; days: number }[] {
  return exams
    .flatMap((exam) => {
      const plan = plans.exams.get(exam)
      if (!plan || plan.date === null || phaseOf(plan, today) === 'over') return []
      return [{ exam, days: dayOfDate(plan.date) - today }]
    })
    .toSorted((a, b) => a.days - b.days)
}

/** Indexes of the cards that were introduced today. */
function introducedToday({ day, states }: PlanDayInput): Set<number> {
  return new Set(
    day.cards.flatMap(({ cardId }, index) =>
      (states.get(cardId)?.introducedDay ?? 0) >= day.today ? [index] : [],
    ),
  )
}

/** Notes that have their card of the day: one on a step, or one that was answered today. */
function busyNotes({ day, states }: PlanDayInput): Set<NoteId> {
  return new Set(
    day.cards.flatMap(({ cardId, note }) => {
      const state = states.get(cardId)
      return state && (state.dueAt !== null || state.lastReviewDay >= day.today) ? [note.id] : []
    }),
  )
}
