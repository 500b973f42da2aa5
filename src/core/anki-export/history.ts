import { standingEntries } from '../log.ts'
import type { Mark } from '../mark.ts'
import { RATINGS } from '../rating.ts'
import type { Rated, Review } from '../review.ts'
import { next, replay } from '../schedule.ts'
import type { CardState } from '../schedule.ts'
import type { SchedulerSettings } from '../scheduler.ts'
import type { Instant, StudyDayNumber } from '../time.ts'

/** The columns of a card that say when it is due and what is known of it. */
export interface AnkiSchedule {
  readonly type: number
  readonly queue: number
  readonly due: number
  readonly interval: number
  readonly factor: number
  readonly reps: number
  readonly lapses: number
  readonly left: number
  readonly flags: number
  readonly data: string
}

/** A row of Anki's `revlog`, without the ids that belong to the package. */
export interface AnkiRevlog {
  readonly at: Instant
  readonly ease: number
  /** Days; negative: seconds. */
  readonly interval: number
  readonly lastInterval: number
  readonly factor: number
  readonly durationMs: number
  readonly kind: number
}

/** Where a new card stands, and from which day on due days are counted. */
export interface Place {
  readonly position: number
  readonly firstDay: StudyDayNumber
  readonly today: StudyDayNumber
}

/** Anki's ease of a card that nobody found hard or easy: what ours has no equal to. */
const FACTOR = 2500

/** A card as Anki schedules it: due on the day on which it is due here, with the memory that FSRS has of it. */
export function ankiSchedule(
  state: CardState | null,
  mark: Pick<Mark, 'suspended' | 'flag'> | undefined,
  { position, firstDay, today }: Place,
): AnkiSchedule {
  const flags = mark?.flag ?? 0
  const queueOf = (queue: number) => (mark?.suspended ? -1 : queue)
  if (!state) {
    const none = { interval: 0, factor: 0, reps: 0, lapses: 0, left: 0, data: '' }
    return { type: 0, queue: queueOf(0), due: position, ...none, flags }
  }
  const { stability, difficulty, reps, lapses, dueAt, dueDay, lastReviewDay } = state
  const memory = { s: rounded(stability), d: rounded(difficulty) }
  const known = { reps, lapses, flags, data: JSON.stringify(memory) }
  if (state.phase === 'learning' && dueAt !== null) {
    const due = Math.floor(dueAt / 1000)
    return { type: 1, queue: queueOf(1), due, interval: 0, factor: 0, left: 1001, ...known }
  }
  // A card that is being relearned is due today: Anki's steps are not ours.
  const due = dueAt === null ? dueDay : Math.min(dueDay, today)
  const interval = Math.max(1, dueDay - lastReviewDay)
  return {
    type: 2,
    queue: queueOf(2),
    due: due - firstDay,
    interval,
    factor: FACTOR,
    left: 0,
    ...known,
  }
}

/**
 * The answers of a card as Anki keeps them. What was taken back is left out, and what came before a new start.
 * Cards in learning have three buttons in the scheduler that every version reads: Hard is Good there.
 */
export function ankiRevlog(log: readonly Review[], settings: SchedulerSettings): AnkiRevlog[] {
  const rows: AnkiRevlog[] = []
  const before: Review[] = []
  let state: CardState | null = null
  for (const entry of standingEntries(log)) {
    if (entry.kind === 'rated') {
      rows.push(entry.mode === 'cram' ? cramRow(entry, state) : row(entry, state, settings))
      if (entry.mode !== 'cram') state = next(state, entry, clockOf(entry, settings), settings)
    } else if (entry.kind === 'rescheduled') state = replay([...before, entry], settings)
    before.push(entry)
  }
  return rows
}

function row(entry: Rated, before: CardState | null, settings: SchedulerSettings): AnkiRevlog {
  const after = next(before, entry, clockOf(entry, settings), settings)
  const isLearning = before === null || before.phase === 'learning'
  const kind = isLearning ? 0 : before.phase === 'relearning' ? 2 : 1
  return {
    at: entry.at,
    ease: kind === 1 ? easeOf(entry) : ([1, 2, 2, 3][easeOf(entry) - 1] ?? 2),
    interval: intervalOf(after),
    lastInterval: before ? intervalOf(before) : 0,
    factor: FACTOR,
    durationMs: entry.durationMs,
    kind,
  }
}

function cramRow(entry: Rated, state: CardState | null): AnkiRevlog {
  const interval = state ? intervalOf(state) : 0
  const both = { interval, lastInterval: interval }
  return {
    at: entry.at,
    ease: easeOf(entry),
    ...both,
    factor: 0,
    durationMs: entry.durationMs,
    kind: 3,
  }
}

function easeOf({ rating }: Rated): number {
  return RATINGS.indexOf(rating) + 1
}

function intervalOf({ dueAt, dueDay, lastReviewAt, lastReviewDay }: CardState): number {
  if (dueAt !== null) return -Math.max(1, Math.round((dueAt - lastReviewAt) / 1000))
  return Math.max(1, dueDay - lastReviewDay)
}

function clockOf({ utcOffsetMin }: Rated, { rolloverHour }: SchedulerSettings) {
  return { utcOffsetMin, rolloverHour }
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
