import type { StudyDayNumber } from './time.ts'

/** A date of the calendar; the month is 1 to 12. */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly date: number
}

/**
 * The date of a day, counted from 1970-01-01.
 *
 * @see Howard Hinnant, civil_from_days: https://howardhinnant.github.io/date_algorithms.html
 */
export function civilOf(day: StudyDayNumber): CivilDate {
  // Years that begin in March, so that the leap day is the last of its year: 400 of them are always the same.
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const year400 = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  )
  const ofYear = ofEra - (365 * year400 + Math.floor(year400 / 4) - Math.floor(year400 / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const date = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return { year: year400 + era * 400 + (month <= 2 ? 1 : 0), month, date }
}

/** "2026-11-26": the date of a day, counted from 1970-01-01. */
export function civilDate(day: StudyDayNumber): string {
  const { year, month, date } = civilOf(day)
  return [`${year}`.padStart(4, '0'), `${month}`.padStart(2, '0'), `${date}`.padStart(2, '0')].join(
    '-',
  )
}
