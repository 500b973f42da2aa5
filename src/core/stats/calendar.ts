import { civilOf } from '../civil-date.ts'
import { dayOfDate, weekdayOf } from '../plan-settings.ts'
import type { StudyDayNumber } from '../time.ts'

/** Months since January of the year 0: December 2026 is 24,323. */
export type MonthNumber = number

/** The Monday of a day's week. */
export function weekOf(day: StudyDayNumber): StudyDayNumber {
  return day - weekdayOf(day)
}

/** The month that a day lies in. */
export function monthOf(day: StudyDayNumber): MonthNumber {
  const { year, month } = civilOf(day)
  return year * 12 + month - 1
}

/** The first day of a month. */
export function firstDayOf(month: MonthNumber): StudyDayNumber {
  const [year, ofYear] = [Math.floor(month / 12), (month % 12) + 1]
  return dayOfDate(`${String(year).padStart(4, '0')}-${String(ofYear).padStart(2, '0')}-01`)
}
