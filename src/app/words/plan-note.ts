import { number, plural } from './plural.ts'

export const PLAN_NOTE = {
  title: 'Exam date',
  plan: 'Plan',
  make: 'Make a plan',
  none: 'With a date, each day brings the cards that help most on it.',
  dayOff: 'Today is a day off of the plan.',
  /** The minutes that the learner has, and not what today's list takes. */
  minutes: (minutes: number) => `The plan has up to ${plural(minutes, 'minute')} today.`,
  onTheDay: 'Nothing is planned for it any more.',
  over: (exams: readonly string[]) =>
    `${exams.join(', ')} ${exams.length === 1 ? 'is' : 'are'} over.`,
  resting: (exams: readonly string[]) =>
    `${exams.join(', ')} ${exams.length === 1 ? 'is' : 'are'} over: its cards rest until you set another date.`,
  beyond: (cards: number) =>
    `The minutes of the plan are used up before ${plural(cards, 'card')} of today’s list. They come another day, or now if you go on.`,
  goOn: 'Go on',
} as const

/** "in 53 days". */
export function daysToExam(days: number): string {
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${number(days)} days`
}

/** What comes beside a plan: "AZ-305 has no plan: about 21 minutes of its cards today on top of it, also on a day off." */
export function besidesWords(exams: readonly string[], minutes: number): string {
  const [has, its] = exams.length === 1 ? ['has', 'its'] : ['have', 'their']
  return `${exams.join(', ')} ${has} no plan: about ${plural(Math.max(1, Math.round(minutes)), 'minute')} of ${its} cards today on top of it, also on a day off.`
}
