import { number, plural } from './plural.ts'

export const PLAN_NOTE = {
  title: 'Exam date',
  plan: 'Plan',
  make: 'Make a plan',
  none: 'With a date, each day brings the cards that help most on it.',
  minutes: (minutes: number) =>
    minutes === 0 ? 'Today is a day off.' : `${plural(minutes, 'minute')} planned for today.`,
} as const

/** "in 53 days". */
export function daysToExam(days: number): string {
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${number(days)} days`
}
