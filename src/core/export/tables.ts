import { civilDate } from '../civil-date.ts'
import type { CardState } from '../schedule.ts'
import { intervalDays, retrievability } from '../schedule.ts'
import type { SchedulerSettings } from '../scheduler.ts'
import type { Mark } from '../mark.ts'
import type { CardId } from '../note.ts'
import { undoneIds } from '../log.ts'
import type { Review } from '../review.ts'
import { DAY_MS, MINUTE_MS } from '../time.ts'
import type { StudyDayNumber } from '../time.ts'

export type Row = readonly (string | number)[]

/** A card with what a table says of it. */
export interface CardLine {
  readonly cardId: CardId
  readonly exam: string
  readonly deck: string
  readonly type: string
  readonly title: string
  readonly tags: readonly string[]
  readonly skills: readonly string[]
  readonly state: CardState | null
  readonly mark: Mark | undefined
}

const CARD_HEAD =
  'card exam deck type question tags skills phase due interval_days stability_days difficulty recall reps lapses last_review suspended flag'.split(
    ' ',
  )

/** All cards, a line each. What is not known of a new card is empty. */
export function cardTable(
  lines: readonly CardLine[],
  today: StudyDayNumber,
  settings: Pick<SchedulerSettings, 'weights'>,
): Row[] {
  return [
    CARD_HEAD,
    ...lines.map(({ cardId, exam, deck, type, title, tags, skills, state, mark }) => [
      cardId,
      exam,
      deck,
      type,
      title,
      tags.join(' '),
      skills.join(' '),
      ...stateCells(state, today, settings),
      mark?.suspended ? 1 : 0,
      mark?.flag ?? 0,
    ]),
  ]
}

function stateCells(
  state: CardState | null,
  today: StudyDayNumber,
  settings: Pick<SchedulerSettings, 'weights'>,
): Row {
  if (!state) return ['new', '', '', '', '', '', 0, 0, '']
  const { phase, dueDay, stability, difficulty, reps, lapses, lastReviewDay } = state
  const recall = retrievability(state, today, settings)
  return [
    phase,
    civilDate(dueDay),
    intervalDays(state),
    rounded(stability),
    rounded(difficulty),
    rounded(recall),
    reps,
    lapses,
    civilDate(lastReviewDay),
  ]
}

const LOG_HEAD =
  'entry card time kind rating seconds mode right chosen due taken_back target revision device shift'.split(
    ' ',
  )

/** Every entry of the review log, oldest first. Times are local, with their offset. */
export function logTable(log: readonly Review[]): Row[] {
  const undone = undoneIds(log)
  return [LOG_HEAD, ...log.map((entry) => logLine(entry, undone.has(entry.id)))]
}

function logLine(entry: Review, isTakenBack: boolean): Row {
  const { id, cardId, kind, device } = entry
  const answer = kind === 'rated' ? entry.answer : undefined
  return [
    id,
    cardId,
    timeOf(entry),
    kind,
    ...(kind === 'rated' ? [entry.rating, entry.durationMs / 1000, entry.mode] : ['', '', '']),
    ...(answer ? [answer.right ? 1 : 0, answer.chosen.join(' ')] : ['', '']),
    kind === 'rescheduled' ? civilDate(entry.dueDay) : '',
    isTakenBack ? 1 : 0,
    kind === 'undone' ? entry.target : '',
    kind === 'rated' ? entry.rev : '',
    device,
    kind === 'rated' ? (entry.shift ?? '') : '',
  ]
}

/** "2026-11-26T18:45:10-06:00": the local time of an entry, with its offset. */
function timeOf({ at, utcOffsetMin }: Pick<Review, 'at' | 'utcOffsetMin'>): string {
  const local = at + utcOffsetMin * MINUTE_MS
  const day = Math.floor(local / DAY_MS)
  const seconds = Math.floor((local - day * DAY_MS) / 1000)
  const time = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(two).join(':')
  const minutes = Math.abs(utcOffsetMin)
  const sign = utcOffsetMin < 0 ? '-' : '+'
  return `${civilDate(day)}T${time}${sign}${two(minutes / 60)}:${two(minutes % 60)}`
}

function two(value: number): string {
  return `${Math.floor(value)}`.padStart(2, '0')
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
