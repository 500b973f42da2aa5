import { DAY_MS, MINUTE_MS } from '../../core/time.ts'
import type { Instant, StudyDayNumber } from '../../core/time.ts'

const LOCALE = 'en-GB'
// Instants are moved by the offset that they were recorded with and then read as UTC, so that a review
// keeps the time of day at which it was made, wherever it is looked at.
const UTC = { timeZone: 'UTC' } as const
const SHORT = new Intl.DateTimeFormat(LOCALE, { ...UTC, day: 'numeric', month: 'short' })
const WITH_YEAR = new Intl.DateTimeFormat(LOCALE, {
  ...UTC,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})
const CLOCK = new Intl.DateTimeFormat(LOCALE, { ...UTC, hour: '2-digit', minute: '2-digit' })
const YEAR = new Intl.DateTimeFormat(LOCALE, { ...UTC, year: 'numeric' })

/** "21 Nov", or "21 Nov 2025" where the year is not that of `today`. */
export function dayName(day: StudyDayNumber, today: StudyDayNumber): string {
  const sameYear = YEAR.format(day * DAY_MS) === YEAR.format(today * DAY_MS)
  return (sameYear ? SHORT : WITH_YEAR).format(day * DAY_MS)
}

/** "23:10": the local time of day, for a place `utcOffsetMin` minutes east of UTC. */
export function clockTime(at: Instant, utcOffsetMin: number): string {
  return CLOCK.format(at + utcOffsetMin * MINUTE_MS)
}

const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

/** "10 Mar 2026" for `2026-03-10`; text of another form is left as it is. */
export function dateName(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? []
  const name = MONTHS[Number(month) - 1]
  return name ? `${Number(day)} ${name} ${year}` : date
}
