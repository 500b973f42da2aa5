/** Epoch milliseconds. */
export type Instant = number

/** Days since 1970-01-01 on the learner's own calendar, where a day starts at the rollover hour. */
export type StudyDayNumber = number

export const DAY_MS = 86_400_000
export const HOUR_MS = 3_600_000
export const MINUTE_MS = 60_000

/** What turns an instant into a study day: where on the globe, and when the day begins. */
export interface StudyClock {
  /** Minutes to add to UTC to get local time at that instant. */
  readonly utcOffsetMin: number
  /** Local hour at which a study day begins, 0–23. */
  readonly rolloverHour: number
}

/**
 * The study day that an instant belongs to. Reviews of one waking day share it, also across midnight
 * UTC and across a change of the clocks, because each instant carries its own offset.
 *
 * @see https://github.com/open-spaced-repetition/fsrs-rs/issues/237 same waking day = 0 elapsed days
 */
export function studyDayOf(at: Instant, clock: StudyClock): StudyDayNumber {
  return Math.floor((at + clock.utcOffsetMin * MINUTE_MS - clock.rolloverHour * HOUR_MS) / DAY_MS)
}

/** The instant at which a study day begins, if the offset of `clock` holds at that moment. */
export function startOfStudyDay(day: StudyDayNumber, clock: StudyClock): Instant {
  return day * DAY_MS - clock.utcOffsetMin * MINUTE_MS + clock.rolloverHour * HOUR_MS
}
