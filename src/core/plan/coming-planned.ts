import type { PlanCards, PlanExam } from './cards.ts'
import type { Habits } from './habits.ts'
import type { Loads } from './loads.ts'
import type { Weights } from './memory.ts'
import { policyFor } from './policy.ts'
import { rankDay } from './rank.ts'
import { simulate } from './simulate.ts'
import type { StudyDayNumber } from '../time.ts'
import type { DayOrder, TrialState } from './trial.ts'

/** The cards of the exams with a plan. */
export interface Planned {
  readonly cards: PlanCards
  /** Bits of the groups that each card counts for. */
  readonly groups: Uint32Array
  readonly exams: readonly {
    readonly exam: PlanExam
    /** Wanted recall once its day is over; null where its cards then rest. */
    readonly after: number | null
  }[]
  /** What today's list has left, in its order. */
  readonly list: readonly number[]
  /** Minutes on each of the coming days; today less what was studied. */
  readonly minutes: readonly number[]
}

interface Stretch {
  readonly today: StudyDayNumber
  readonly weights: Weights
  readonly habits: Habits
}

/** Counts what is set already: the list of today. Other days are worked out on their morning. */
export function countListed(
  { cards, groups, list }: Planned,
  { habits }: Pick<Stretch, 'habits'>,
  seconds: number,
  into: Loads,
): void {
  for (const card of list) {
    into.add(groups[card] ?? 0, 0, cards.seen[card] ? seconds : habits.secondsNew)
  }
}

/**
 * Plays the coming days once as the plan has them: today's list, then every day the ranking of its morning
 * within its minutes. The day of an exam is free, and after it its cards are kept up or rest.
 *
 * @param share of the run in the result
 */
export function playPlanned(
  planned: Planned,
  { today, weights, habits }: Stretch,
  seed: number,
  share: number,
  into: Loads,
): void {
  const { cards, groups, exams, list, minutes } = planned
  const examsOn = examsByDay(exams)
  const order: DayOrder = {
    order: (state) => (state.day === today ? list : orderOn(examsOn(state.day), state)),
    studied: ({ day }, card, seconds) => into.add(groups[card] ?? 0, day - today, seconds, share),
  }
  const trial = { cards, exams: exams.map(({ exam }) => exam), today, minutes, weights, habits }
  simulate({ ...trial, world: 'matched', seed }, order)
}

interface OnDay {
  readonly exam: PlanExam
  /** Whether it is over: no new cards come then. */
  readonly isOver: boolean
}

function examsByDay(exams: Planned['exams']): (day: StudyDayNumber) => readonly OnDay[] {
  // Made once, as what is worked out of an exam is kept with it.
  const both = exams.map(({ exam, after }) => ({
    exam,
    over: after === null ? null : { ...exam, examDay: null, retention: after },
  }))
  return (day) =>
    both.flatMap(({ exam, over }): OnDay[] => {
      if (exam.examDay === null || day < exam.examDay) return [{ exam, isOver: false }]
      return day > exam.examDay && over ? [{ exam: over, isOver: true }] : []
    })
}

function orderOn(onDay: readonly OnDay[], state: TrialState): number[] {
  const { cards, day, memory, habits, calibration } = state
  const open = onDay.filter(({ isOver }) => !isOver)
  const isIntroduced = (card: number) => open.some(({ exam }) => (exam.domainOf[card] ?? -1) >= 0)
  return rankDay({
    cards,
    exams: onDay.map(({ exam }) => exam),
    today: day,
    memory,
    habits,
    skipsWaiting: true,
    policy: policyFor(calibration),
  })
    .map(({ card }) => card)
    .filter((card) => cards.seen[card] === 1 || isIntroduced(card))
}
