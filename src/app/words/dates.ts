import { DAY_MS, MINUTE_MS } from '../../core/time.ts'
import type { Instant, StudyDayNumber } from '../../core/time.ts'
import { lazily } from './lazily.ts'

const LOCALE = 'en-GB'
// Instants are moved by the offset that they were recorded with and then read as UTC, so that a review
// keeps the time of day at which it was made, wherever it is looked at.
const UTC = { timeZone: 'UTC' } as const
const format = (parts: Intl.DateTimeFormatOptions) =>
  lazily(() => new Intl.DateTimeFormat(LOCALE, { ...UTC, ...parts }))
const shortDate = format({ day: 'numeric', month: 'short' })
const dateWithYear = format({ day: 'numeric', month: 'short', year: 'numeric' })
const timeOfDay = format({ hour: '2-digit', minute: '2-digit' })

/** "21 Nov", or "21 Nov 2025" where the year is not that of `today`. */
export function dayName(day: StudyDayNumber, today: StudyDayNumber): string {
  const isSameYear = yearOf(day) === yearOf(today)
  return (isSameYear ? shortDate() : dateWithYear()).format(day * DAY_MS)
}

/** "23:10": the local time of day, for a place `utcOffsetMin` minutes east of UTC. */
export function clockTime(at: Instant, utcOffsetMin: number): string {
  return timeOfDay().format(at + utcOffsetMin * MINUTE_MS)
}

function yearOf(day: StudyDayNumber): string {
  return dateWithYear()
    .formatToParts(day * DAY_MS)
    .filter(({ type }) => type === 'year')
    .map(({ value }) => value)
    .join('')
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
