import type { ExamId } from '../../core/note.ts'
import { phaseOf } from '../../core/plan/build.ts'
import type { ExamPhase } from '../../core/plan/build.ts'
import type { ForecastRequest } from '../../core/plan/forecast.ts'
import { planModelOf } from '../../core/plan/plan-day.ts'
import type { PlanModel } from '../../core/plan/plan-day.ts'
import type { Work } from '../../core/plan/work.ts'
import { dayOfDate, defaultPlan, minutesOn } from '../../core/plan-settings.ts'
import type { ExamPlan } from '../../core/plan-settings.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import type { PlanBase } from './load-plan.ts'

/** A plan as it stands on the page, saved or not. */
export interface PlanDraft {
  readonly plan: ExamPlan
  /** For each weekday, Monday first. */
  readonly minutes: readonly number[]
}

/** What the page begins with: what was saved, or a plan without a date. */
export function draftOf({ plans, day }: PlanBase, exam: ExamId): PlanDraft {
  return { plan: plans.exams.get(exam) ?? defaultPlan(day.today), minutes: plans.minutes }
}

/** Another date: the pace of new cards counts from today. */
export function withDate(
  draft: PlanDraft,
  date: string | null,
  saved: ExamPlan | undefined,
  today: StudyDayNumber,
): PlanDraft {
  const since = saved && saved.date === date ? saved.since : today
  return { ...draft, plan: { ...draft.plan, date, since } }
}

/** So many minutes on every day that is not a day off; all days if none was left. */
export function withMinutes(draft: PlanDraft, minutes: number): PlanDraft {
  const isAllOff = draft.minutes.every((each) => each === 0)
  return {
    ...draft,
    minutes: draft.minutes.map((each) => (each > 0 || isAllOff ? minutes : 0)),
  }
}

/** The same on one weekday, Monday 0. */
export function withMinutesOn(draft: PlanDraft, weekday: number, minutes: number): PlanDraft {
  return {
    ...draft,
    minutes: draft.minutes.map((each, index) => (index === weekday ? minutes : each)),
  }
}

/** Minutes of a usual day: the most common of the days with time, or 0 without any. */
export function usualMinutes({ minutes }: Pick<PlanDraft, 'minutes'>): number {
  const days = minutes.filter((each) => each > 0)
  const counts = [...Map.groupBy(days, (each) => each)].toSorted(
    ([a, some], [b, others]) => others.length - some.length || b - a,
  )
  return counts[0]?.[0] ?? 0
}

export function draftPhase({ plan }: PlanDraft, today: StudyDayNumber): ExamPhase {
  return phaseOf(plan, today)
}

/** The other exams with a date ahead, the nearest first: they share the minutes. */
export function othersAhead(
  { plans, day, exams }: PlanBase,
  exam: ExamId,
): { readonly exam: ExamId; readonly day: StudyDayNumber }[] {
  return [...plans.exams]
    .flatMap(([other, plan]) => {
      const isStudied = other !== exam && exams.some((row) => row.exam === other)
      const isAhead = plan.date !== null && phaseOf(plan, day.today) === 'dated'
      return isStudied && isAhead && plan.date !== null
        ? [{ exam: other, day: dayOfDate(plan.date) }]
        : []
    })
    .toSorted((a, b) => a.day - b.day)
}

/** Wanted recalls that are compared where no date decides. */
const RETENTIONS = [0.8, 0.85, 0.9, 0.95]

/** What to simulate for a draft; null where there is nothing to decide. */
export function workOf(base: PlanBase, exam: ExamId, draft: PlanDraft): Work | null {
  const { plan } = draft
  const phase = phaseOf(plan, base.day.today)
  if (phase === 'dated') {
    const request = requestOf(base, exam, draft)
    return request && { kind: 'forecast', request }
  }
  if (phase === 'today' || (phase === 'over' && plan.after !== 'keep')) return null
  const model = modelOf(base, exam, draft)
  const trial = { ...model, today: base.day.today, ...learnerOf(base) }
  return {
    kind: 'upkeep',
    request: { trial, exam: model.examIds.indexOf(exam), retentions: RETENTIONS },
  }
}

/** Null where there is no time at all. */
function requestOf(base: PlanBase, exam: ExamId, draft: PlanDraft): ForecastRequest | null {
  const { today } = base.day
  const { date } = draft.plan
  const usual = usualMinutes(draft)
  if (date === null || usual === 0) return null
  const model = modelOf(base, exam, draft)
  const minutes = Array.from({ length: dayOfDate(date) - today }, (_, ahead) =>
    minutesOn(draft, today + ahead),
  )
  minutes[0] = Math.max(0, (minutes[0] ?? 0) - base.spent / 60)
  return {
    exam: model.examIds.indexOf(exam),
    compare: usual > 10 ? [-10, 10, 20] : [10, 20],
    trial: { ...model, today, minutes, ...learnerOf(base) },
  }
}

function learnerOf({ memory, habits }: PlanBase) {
  return { weights: memory.weights, habits }
}

/** The cards and exams of all plans, with this draft as the plan of its exam. */
function modelOf(base: PlanBase, exam: ExamId, draft: PlanDraft): PlanModel {
  const plans = {
    minutes: draft.minutes,
    exams: new Map([...base.plans.exams, [exam, draft.plan]]),
  }
  // Cards of exams without a plan take no part.
  const cards = base.day.cards.filter(({ note }) =>
    note.skills.some((skill) => plans.exams.has(base.day.places.get(skill)?.exam ?? '')),
  )
  return planModelOf({
    day: { ...base.day, cards },
    blueprints: base.exams.map(({ blueprint }) => blueprint),
    plans,
    states: base.states,
    memory: base.memory,
    desiredRetention: base.settings.desiredRetention,
    schedules: base.settings.schedules,
  })
}
