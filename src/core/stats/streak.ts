import { weekdayOf } from '../plan-settings.ts'
import type { StudyDayNumber } from '../time.ts'
import { weekOf } from './calendar.ts'

/**
 * Days studied in a row up to today. Days off interrupt nothing: those that the plan leaves free, or
 * without a plan any one day of a week. Today counts once it was studied, and is no gap before.
 *
 * @param studied days with answers
 * @param daysOff for each weekday, Monday first, whether the plan leaves it free; null without a plan
 */
export function streakOf(
  studied: ReadonlySet<StudyDayNumber>,
  today: StudyDayNumber,
  daysOff: readonly boolean[] | null,
): number {
  const restedIn = new Set<StudyDayNumber>()
  const isRest = (day: StudyDayNumber) => {
    if (daysOff) return daysOff[weekdayOf(day)] === true
    if (restedIn.has(weekOf(day))) return false
    restedIn.add(weekOf(day))
    return true
  }
  let days = studied.has(today) ? 1 : 0
  for (let day = today - 1; studied.has(day) || isRest(day); day--) {
    if (studied.has(day)) days += 1
    // A plan without any days to study would go on for ever.
    else if (today - day > MOST_DAYS) break
  }
  return days
}

const MOST_DAYS = 20_000
