import type { CardState } from './schedule.ts'
import { MINUTE_MS } from './time.ts'

/** Time until a card comes back: minutes within a study day, days beyond it. */
export type Wait = { readonly minutes: number } | { readonly days: number }

/** How long after its last review a card comes back. */
export function waitOf(
  state: Pick<CardState, 'dueAt' | 'dueDay' | 'lastReviewAt' | 'lastReviewDay'>,
): Wait {
  if (state.dueAt === null) return { days: state.dueDay - state.lastReviewDay }
  return { minutes: (state.dueAt - state.lastReviewAt) / MINUTE_MS }
}

/** For a button: "10 min", "2 d", "3.5 mo". */
export function shortInterval(wait: Wait): string {
  const { count, unit } = measured(wait)
  if (count === 0) return unit === 'minute' ? '<1 min' : 'today'
  return `${count} ${SHORT[unit]}`
}

/** For a screen reader: "in 10 minutes", "in 1 day", "in 3.5 months". */
export function spokenInterval(wait: Wait): string {
  const { count, unit } = measured(wait)
  if (count === 0) return unit === 'minute' ? 'in less than a minute' : 'today'
  return `in ${count} ${unit}${count === 1 ? '' : 's'}`
}

type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year'

const SHORT: Readonly<Record<Unit, string>> = {
  minute: 'min',
  hour: 'h',
  day: 'd',
  month: 'mo',
  year: 'y',
}

const DAYS_PER_YEAR = 365.25

interface Measured {
  readonly count: number
  readonly unit: Unit
}

/** In the unit that people would use, rounded first, so that 59.7 minutes are an hour. */
function measured(wait: Wait): Measured {
  if ('days' in wait) return ofDays(Math.max(0, Math.round(wait.days)))
  const minutes = Math.max(0, Math.round(wait.minutes))
  if (minutes < 60) return { count: minutes, unit: 'minute' }
  const hours = Math.round(minutes / 60)
  return hours < 24 ? { count: hours, unit: 'hour' } : ofDays(Math.round(hours / 24))
}

function ofDays(days: number): Measured {
  if (days <= 30) return { count: days, unit: 'day' }
  if (days < 365) return { count: rounded((days / DAYS_PER_YEAR) * 12), unit: 'month' }
  return { count: rounded(days / DAYS_PER_YEAR), unit: 'year' }
}

/** One decimal below 10: 3.2 and 2.8 months are not the same choice. */
function rounded(count: number): number {
  return count < 10 ? Math.round(count * 10) / 10 : Math.round(count)
}
