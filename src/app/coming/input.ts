import type { CatalogCard } from '../../core/catalog.ts'
import { OWN_EXAM } from '../../core/own-exam.ts'
import { phaseOf, planExamOf } from '../../core/plan/build.ts'
import type { PlanExam } from '../../core/plan/cards.ts'
import type { ComingInput } from '../../core/plan/coming.ts'
import type { Fresh, PlainCards } from '../../core/plan/coming-plain.ts'
import type { Planned } from '../../core/plan/coming-planned.ts'
import { planModelOf } from '../../core/plan/plan-day.ts'
import { dayOfDate, LIGHT_RETENTION, minutesOn } from '../../core/plan-settings.ts'
import type { ExamPlan } from '../../core/plan-settings.ts'
import { schedulerFor, schedulerSettingsOf } from '../../core/scheduler.ts'
import { isByPlan } from '../../core/study/planned.ts'
import { buildQueue } from '../../core/study/queue.ts'
import { examsOf } from '../../core/study/study-day.ts'
import type { Instant } from '../../core/time.ts'
import type { PlanBase } from '../plan/load-plan.ts'

/** Days that are worked out. */
export const COMING_DAYS = 90

/** The groups told apart: all cards, then each exam studied, then the own cards. */
export function groupsOf({ settings }: Pick<PlanBase, 'settings'>): readonly (string | null)[] {
  return [null, ...settings.exams, OWN_EXAM]
}

/** Brings the learner's data into the form in which the coming days are worked out. */
export function comingInputOf(base: PlanBase, now: Instant): ComingInput {
  const { day, memory, habits } = base
  const [byPlan, plain] = split(day.cards, (card) => isByPlan(day, card))
  return {
    today: day.today,
    days: COMING_DAYS,
    weights: memory.weights,
    habits,
    groups: groupsOf(base).length,
    plain: {
      cards: plainCardsOf(plain, base),
      fresh: freshOf(plain, base),
    },
    planned: byPlan.length > 0 ? plannedOf(byPlan, base, now) : null,
  }
}

function split<T>(list: readonly T[], isFirst: (each: T) => boolean): [T[], T[]] {
  return [list.filter(isFirst), list.filter((each) => !isFirst(each))]
}

function groupBits(cards: readonly CatalogCard[], base: PlanBase): Uint32Array {
  const groups = groupsOf(base)
  return Uint32Array.from(cards, (card) =>
    examsOf(base.day, card).reduce((bits, exam) => bits | (1 << groups.indexOf(exam)), 1),
  )
}

function plainCardsOf(cards: readonly CatalogCard[], base: PlanBase): PlainCards {
  const { day, settings } = base
  const { marks } = day
  const schedulers = schedulerSettingsOf(settings)
  const rules = cards.map((card) => schedulerFor(schedulers, examsOf(day, card)))
  const states = cards.map(({ cardId }) => base.states.get(cardId))
  const markOf = (index: number) => marks.get(cards[index]?.cardId ?? '')
  return {
    count: cards.length,
    seen: Uint8Array.from(states, (state) => (state ? 1 : 0)),
    away: Uint8Array.from(cards, (_, index) => (markOf(index)?.suspended === true ? 1 : 0)),
    stability: Float64Array.from(states, (state) => state?.stability ?? 0),
    difficulty: Float64Array.from(states, (state) => state?.difficulty ?? 0),
    lastDay: Int32Array.from(states, (state) => state?.lastReviewDay ?? 0),
    dueDay: Int32Array.from(states, (state, index) =>
      Math.max(state?.dueDay ?? 0, markOf(index)?.buriedUntil ?? 0),
    ),
    retention: Float64Array.from(rules, ({ desiredRetention }) => desiredRetention),
    longest: Float64Array.from(rules, ({ maximumIntervalDays }) => maximumIntervalDays),
    groups: groupBits(cards, base),
  }
}

/** The new cards of the exams without a plan. */
function freshOf(cards: readonly CatalogCard[], { day, settings, states }: PlanBase): Fresh[] {
  const indexOf = new Map(cards.map(({ cardId }, index) => [cardId, index]))
  return [...day.newOrder]
    .filter(([exam]) => day.planned?.exams.has(exam) !== true)
    .map(([exam, order]) => ({
      order: Int32Array.from(order.flatMap(({ cardId }) => indexOf.get(cardId) ?? [])),
      perDay: settings.newPerDay,
      introduced: cards.filter(
        (card) =>
          (states.get(card.cardId)?.introducedDay ?? 0) >= day.today &&
          examsOf(day, card).includes(exam),
      ).length,
    }))
}

function plannedOf(cards: readonly CatalogCard[], base: PlanBase, now: Instant): Planned {
  const { day, plans, states, memory, settings } = base
  const ids = new Map(cards.map(({ cardId }, index) => [cardId, index]))
  const model = planModelOf({
    day: { ...day, cards },
    blueprints: base.exams.map(({ blueprint }) => blueprint),
    plans,
    states,
    memory,
    desiredRetention: settings.desiredRetention,
    schedules: settings.schedules,
  })
  return {
    cards: model.cards,
    groups: groupBits(cards, base),
    exams: base.exams.flatMap(({ exam, blueprint }) => {
      const plan = plans.exams.get(exam)
      return plan ? (plannedExamOf(base, cards, blueprint, plan) ?? []) : []
    }),
    list: buildQueue(day, {}, now).entries.flatMap(({ card }) => ids.get(card.cardId) ?? []),
    minutes: Array.from({ length: COMING_DAYS }, (_, ahead) =>
      // The list of today is cut to its time already.
      ahead === 0 ? WHOLE_DAY : minutesOn(plans, day.today + ahead),
    ),
  }
}

const WHOLE_DAY = 24 * 60

function plannedExamOf(
  { day, settings }: PlanBase,
  cards: readonly CatalogCard[],
  blueprint: PlanBase['exams'][number]['blueprint'],
  plan: ExamPlan,
): Planned['exams'][number] | null {
  const { today, places } = day
  const { newPerDay, desiredRetention, schedules } = settings
  const defaults = { newPerDay, desiredRetention, schedule: schedules[blueprint.exam] }
  const isToday = phaseOf(plan, today) === 'today'
  // On its day an exam has no place in the ranking, but after it.
  const dateless = isToday ? { ...plan, date: null } : plan
  const exam = planExamOf(blueprint, dateless, cards, places, today, defaults)
  if (!exam) return null
  const examDay = isToday && plan.date !== null ? dayOfDate(plan.date) : exam.examDay
  return { exam: { ...exam, examDay }, after: afterOf(plan, exam) }
}

function afterOf({ after }: ExamPlan, { retention }: PlanExam): number | null {
  if (after === 'archive') return null
  return after === 'light' ? LIGHT_RETENTION : retention
}
