import type { StudyDayNumber } from './time.ts'

/** "2026-11-26": the date of a day, counted from 1970-01-01. */
export function civilDate(day: StudyDayNumber): string {
  // The days of 400 years, from a March on, are always the same (Hinnant's civil_from_days).
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
  const year = year400 + era * 400 + (month <= 2 ? 1 : 0)
  return [`${year}`.padStart(4, '0'), `${month}`.padStart(2, '0'), `${date}`.padStart(2, '0')].join(
    '-',
  )
}
