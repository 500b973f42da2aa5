import type { ImportedEntry, LeftList } from '../import/content.ts'
import { offsetAt } from '../import/offsets.ts'
import type { Offset } from '../import/offsets.ts'
import type { Rating } from '../rating.ts'
import { DAY_MS, HOUR_MS, studyDayOf } from '../time.ts'
import type { Instant, StudyDayNumber } from '../time.ts'
import { FILTERED, MANUAL, REVIEW } from './collection.ts'
import type { AnkiAnswer, AnkiCard, AnkiCollection } from './collection.ts'

/** Where and how the learner counts days. */
export interface HistoryClock {
  readonly offsets: readonly Offset[]
  readonly rolloverHour: number
  /** What lies after it cannot have been. */
  readonly now: Instant
}

/** A century and more: longer intervals are none. */
const MOST_DAYS = 40_000
/** Longer than this nobody looks at a card; Anki itself stops at a minute unless told otherwise. */
const LONGEST_MS = HOUR_MS
const RATING: Readonly<Record<number, Rating>> = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' }
/** The first scheduler had three buttons for cards in learning. */
const RATING_OF_THREE: Readonly<Record<number, Rating>> = { 1: 'again', 2: 'good', 3: 'easy' }

/**
 * The history of a card as entries of the review log. Answers are what they were. That the learner set the
 * card back or set its day is an entry of its own kind, and Anki's due day is one more at the end, so that
 * the card comes up when it would have. A card that has an interval and no answers, as in a deck that was
 * shared, gets the one answer that must have been: it was known when the interval began.
 *
 * @param answers the card's, oldest first
 */
export function historyOf(
  card: AnkiCard,
  answers: readonly AnkiAnswer[],
  key: string,
  collection: Pick<AnkiCollection, 'createdAt' | 'schedulerVersion'>,
  clock: HistoryClock,
  left: LeftList,
): ImportedEntry[] {
  const entries = answers.flatMap((answer) => entryOf(answer, key, collection, clock, left))
  const dueDay = dueDayOf(card, collection, clock)
  if (dueDay === null) return entries
  if (entries.some((entry) => entry.kind === 'rated')) return withDay(entries, key, dueDay)
  const known = lastMeeting(card, dueDay, clock)
  if (known === null || known > clock.now) {
    left.add('answers without a time')
    return entries
  }
  left.add('no history')
  const guess: ImportedEntry = {
    kind: 'rated',
    name: `i${Math.floor(known / DAY_MS)}`,
    key,
    at: known,
    rating: 'good',
    durationMs: 0,
    mode: 'study',
  }
  return withDay([guess, ...entries], key, dueDay)
}

function entryOf(
  { id, ease, kind, factor, interval, durationMs }: AnkiAnswer,
  key: string,
  { schedulerVersion }: Pick<AnkiCollection, 'schedulerVersion'>,
  clock: HistoryClock,
  left: LeftList,
): ImportedEntry[] {
  const base = { name: `${id}`, key, at: id }
  if (!Number.isSafeInteger(id) || id <= 0 || id > clock.now) {
    left.add('answers without a time')
    return []
  }
  if (ease === 0) {
    if (kind !== MANUAL) return []
    if (factor === 0) return [{ ...base, kind: 'reset' }]
    const today = dayOf(id, clock)
    if (!Number.isSafeInteger(interval) || interval <= 0 || interval > MOST_DAYS) return []
    return [{ ...base, kind: 'rescheduled', dueDay: today + interval }]
  }
  const hasThree = schedulerVersion === 1 && (kind === 0 || kind === 2)
  const rating = (hasThree ? RATING_OF_THREE : RATING)[ease]
  if (!rating) {
    left.add('answers without a time')
    return []
  }
  const mode = kind !== FILTERED ? 'study' : factor === 0 ? 'cram' : 'ahead'
  const ms = Math.min(LONGEST_MS, Math.max(0, Math.round(durationMs)))
  return [{ ...base, kind: 'rated', rating, durationMs: Number.isFinite(ms) ? ms : 0, mode }]
}

function withDay(
  entries: readonly ImportedEntry[],
  key: string,
  dueDay: StudyDayNumber,
): ImportedEntry[] {
  const last = entries.reduce((a, b) => (b.at >= a.at ? b : a))
  const name = `d${last.name}-${dueDay}`
  return [...entries, { kind: 'rescheduled', name, key, at: last.at + 1, dueDay }]
}

/** The study day on which a card in review is due, or null for all others. */
function dueDayOf(
  { type, due, intervalDays }: AnkiCard,
  { createdAt }: Pick<AnkiCollection, 'createdAt'>,
  clock: HistoryClock,
): StudyDayNumber | null {
  if (type !== REVIEW || intervalDays <= 0) return null
  if (!Number.isSafeInteger(due) || Math.abs(due) > MOST_DAYS) return null
  // Days begin at four in the morning, of summer or winter: eight hours later it is day in any case.
  const day = dayOf(Math.max(0, createdAt + due * DAY_MS + 8 * HOUR_MS), clock)
  return day - dayOf(clock.now, clock) > MOST_DAYS ? null : day
}

/** When a card without answers was last met: at the beginning of its interval. */
function lastMeeting(
  { intervalDays }: AnkiCard,
  dueDay: StudyDayNumber,
  { offsets, rolloverHour }: HistoryClock,
): Instant | null {
  const noon = (dueDay - intervalDays) * DAY_MS + (rolloverHour + 8) * HOUR_MS
  const at = noon - offsetAt(offsets, noon) * 60_000
  return Number.isSafeInteger(at) && at > 0 ? at : null
}

function dayOf(at: Instant, { offsets, rolloverHour }: HistoryClock): StudyDayNumber {
  return studyDayOf(at, { utcOffsetMin: offsetAt(offsets, at), rolloverHour })
}
