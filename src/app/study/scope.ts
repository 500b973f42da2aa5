import { data } from 'react-router'
import type { ExamId } from '../../core/note.ts'
import type { Scope } from '../../core/study/queue.ts'
import type { StudyDay } from '../../core/study/study-day.ts'
import { NO_SCOPE } from '../words/study.ts'

/** The longest session that an address can ask for. */
const MOST_MINUTES = 240

/**
 * What an address asks to study: `?exam=AZ-104&part=az104-storage`.
 *
 * @param known  every exam of this build
 * @param chosen the learner's exams
 * @throws a response with status 404 where there is no such exam or part
 */
export function scopeOf(
  search: URLSearchParams,
  known: readonly ExamId[],
  chosen: readonly ExamId[],
  day: StudyDay,
): Scope {
  const exam = search.get('exam')?.toUpperCase()
  const part = search.get('part') ?? undefined
  if (exam !== undefined && !chosen.includes(exam)) throw notFound(examProblem(exam, known))
  if (part !== undefined && !isPart(day, part, exam)) throw notFound(NO_SCOPE.part(part))
  return { ...(exam === undefined ? {} : { exam }), ...(part === undefined ? {} : { part }) }
}

/** `?minutes=5`: how long the learner wants to study; null where it is left open or makes no sense. */
export function minutesOf(search: URLSearchParams): number | null {
  const minutes = Number(search.get('minutes') ?? Number.NaN)
  return Number.isInteger(minutes) && minutes > 0 && minutes <= MOST_MINUTES ? minutes : null
}

function examProblem(exam: ExamId, known: readonly ExamId[]): string {
  return known.includes(exam) ? NO_SCOPE.notChosen(exam) : NO_SCOPE.exam(exam)
}

function isPart(day: StudyDay, part: string, exam: ExamId | undefined): boolean {
  return [...day.places.values()].some(
    (place) =>
      (exam === undefined || place.exam === exam) &&
      [place.domain.id, place.group.id, place.skill.id].includes(part),
  )
}

function notFound(text: string) {
  return data(text, { status: 404 })
}
