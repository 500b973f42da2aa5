import { isByPlan, leftBeyond } from '../core/study/planned.ts'
import type { Queue } from '../core/study/queue.ts'
import { examsOf } from '../core/study/study-day.ts'
import { minutesOf } from '../core/study/workload.ts'
import type { OwnPace } from '../core/study/workload.ts'
import type { LoadedDay } from './study-day.ts'
import { examName } from './words/exam.ts'

/** What lies beyond the minutes of a plan, and what comes without one. */
export function besidePlan({ day, exams }: LoadedDay, { entries }: Queue, pace: OwnPace | null) {
  const { planned } = day
  if (!planned) return { beyond: 0, besides: { exams: [], minutes: 0 } }
  const others = entries.filter(({ card }) => !isByPlan(day, card))
  const asked = new Set(others.flatMap(({ card }) => examsOf(day, card)))
  const named = exams.filter(({ exam }) => asked.has(exam)).map(({ exam }) => examName(exam))
  return {
    beyond: leftBeyond(day),
    besides: { exams: named, minutes: minutesOf(others, pace) },
  }
}
