import { data } from 'react-router'
import * as v from 'valibot'
import type { Mark } from '../../core/mark.ts'
import type { ExamId, SkillId } from '../../core/note.ts'
import type { Scope } from '../../core/study/queue.ts'
import type { StudyMode } from '../../core/study/session-queue.ts'
import type { StudyDay } from '../../core/study/study-day.ts'
import { NO_SCOPE } from '../words/study.ts'

/** The longest session that an address can ask for, in minutes and in cards. */
export const MOST_MINUTES = 240
export const MOST_CARDS = 1000

/** Which cards, beyond a part of an exam. All that is named must hold. */
export interface CardFilter {
  readonly only?: 'flagged' | 'forgotten'
  /** Only those with this flag. */
  readonly flag?: Exclude<Mark['flag'], 0>
  readonly tag?: string
  /** A search, as it is typed. */
  readonly query?: string
  /** Only those of one of these skills. */
  readonly skills?: readonly SkillId[]
}

/** All that an address can ask for. */
export interface Asked {
  readonly scope: Scope
  readonly filter: CardFilter
  readonly mode: StudyMode
  /** How long the learner wants to study; null where it is left open. */
  readonly minutes: number | null
  /** How many cards the learner wants; null where it is left open. */
  readonly cards: number | null
}

const word = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(400))
const upTo = (most: number) =>
  v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1), v.maxValue(most))
/** Each on its own; what makes no sense is as if it were not there. */
const PARTS = {
  only: v.picklist(['flagged', 'forgotten']),
  flag: v.pipe(v.string(), v.toNumber(), v.picklist([1, 2, 3, 4])),
  tag: word,
  q: word,
  skills: v.pipe(
    v.string(),
    v.maxLength(1000),
    v.transform((text) => text.split(',').filter((id) => /^[a-z0-9-]+$/.test(id))),
    v.minLength(1),
  ),
  mode: v.picklist(['study', 'ahead', 'cram']),
  minutes: upTo(MOST_MINUTES),
  cards: upTo(MOST_CARDS),
} as const

/**
 * What an address asks to study: `?exam=AZ-104&part=az104-storage&only=flagged&mode=cram&minutes=10`.
 *
 * @param known  every exam of this build
 * @param chosen the learner's exams
 * @throws a response with status 404 where there is no such exam or part
 */
export function askedIn(
  search: URLSearchParams,
  known: readonly ExamId[],
  chosen: readonly ExamId[],
  day: StudyDay,
): Asked {
  const [only, flag] = [read(search, 'only', PARTS.only), read(search, 'flag', PARTS.flag)]
  const [tag, query] = [read(search, 'tag', PARTS.tag), read(search, 'q', PARTS.q)]
  const skills = read(search, 'skills', PARTS.skills)
  return {
    scope: scopeIn(search, known, chosen, day),
    filter: {
      ...(only === null ? {} : { only }),
      ...(flag === null ? {} : { flag }),
      ...(tag === null ? {} : { tag }),
      ...(query === null ? {} : { query }),
      ...(skills === null ? {} : { skills }),
    },
    mode: read(search, 'mode', PARTS.mode) ?? 'study',
    minutes: read(search, 'minutes', PARTS.minutes),
    cards: read(search, 'cards', PARTS.cards),
  }
}

/** The address of a session. */
export function studyPath(parts: Readonly<Record<string, string | number | null>>): string {
  const given = Object.entries(parts).filter(([, value]) => value !== null && value !== '')
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return search ? `/study?${search}` : '/study'
}

/** A part of an address that fits its schema, or null. */
function read<Schema extends v.GenericSchema>(
  search: URLSearchParams,
  name: string,
  schema: Schema,
): v.InferOutput<Schema> | null {
  const result = v.safeParse(schema, search.get(name))
  return result.success ? result.output : null
}

function scopeIn(
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

export function notFound(text: string) {
  return data(text, { status: 404 })
}
