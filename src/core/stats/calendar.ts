import { dayOfDate, weekdayOf } from '../plan-settings.ts'
import type { StudyDayNumber } from '../time.ts'

/** Months since January of the year 0: December 2026 is 24,323. */
export type MonthNumber = number

/** The Monday of a day's week. */
export function weekOf(day: StudyDayNumber): StudyDayNumber {
  return day - weekdayOf(day)
}

/**
 * The month that a day lies in.
 *
 * @see Howard Hinnant, civil_from_days: https://howardhinnant.github.io/date_algorithms.html
 */
export function monthOf(day: StudyDayNumber): MonthNumber {
  // Years that begin in March, so that the leap day is the last of its year.
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  )
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  return (year + era * 400) * 12 + fromMarch + 2
}

/** The first day of a month. */
export function firstDayOf(month: MonthNumber): StudyDayNumber {
  const [year, ofYear] = [Math.floor(month / 12), (month % 12) + 1]
  return dayOfDate(`${String(year).padStart(4, '0')}-${String(ofYear).padStart(2, '0')}-01`)
}
