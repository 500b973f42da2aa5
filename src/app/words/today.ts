import type { Counts } from '../../core/study/day-plan.ts'
import type { ExamId } from '../../core/note.ts'
import { DAY_MS } from '../../core/time.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { lazily } from './lazily.ts'
import { number, plural } from './plural.ts'

export const TODAY = {
  screen: 'Today',
  begin: 'Begin',
  fiveMinutes: 'Five minutes',
  choose: 'Choose…',
  nothing: 'Nothing is due today.',
  allDone: 'Done for today.',
  dayOff: 'A day off.',
  nothingTomorrow: 'Nothing is due tomorrow either.',
  nothingPlanned: 'Nothing is planned for today.',
  nothingPlannedTomorrow: 'Nothing is planned for tomorrow either.',
  domain: 'Domain',
  learning: 'Learning',
  reviews: 'Reviews',
  new: 'New',
  sum: 'In mixed order',
  nothingInExam: 'Nothing left today.',
  done: 'Done today',
  nothingDone: 'Nothing yet.',
  cards: 'Cards',
  time: 'Time',
  recalled: 'Recalled',
  soFar: 'Seen so far',
  progress: 'Progress',
  readiness: 'Readiness',
  readinessOf: (exam: string) => `Readiness for ${exam}`,
  only: (exam: string) => `Begin with ${exam} only`,
  shared: (count: number) =>
    `${plural(count, 'card counts', 'cards count')} for more than one exam and ${count === 1 ? 'is' : 'are'} asked once.`,
  missing: (exams: string) =>
    `The cards of ${exams} are not installed yet. That happens by itself once they can be read.`,
} as const

/** "AZ-104 in 53 days". */
export function examIn({ exam, days }: { readonly exam: ExamId; readonly days: number }): string {
  return `${exam} ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${number(days)} days`}`
}

/** "12 minutes today:", the first half of the day's sentence. */
export function minutesToday(minutes: number): string {
  return `${minuteWords(minutes)} today:`
}

/** "Tomorrow: 9 minutes, 17 reviews, 15 new." */
export function tomorrowSentence(minutes: number, counts: Counts): string {
  return `Tomorrow: ${minuteWords(minutes)}, ${countWords(counts)}.`
}

/** "3 learning, 24 reviews, 10 new"; kinds without cards are left out. */
export function countWords(counts: Counts): string {
  return countParts(counts).join(', ')
}

/** The parts of `countWords`, to be broken only between them. */
export function countParts({ learning, review, new: fresh }: Counts): string[] {
  return [
    learning > 0 ? `${number(learning)} learning` : null,
    review > 0 ? plural(review, 'review') : null,
    fresh > 0 ? `${number(fresh)} new` : null,
  ].filter((part) => part !== null)
}

/** "12 minutes", at least one. */
export function minuteWords(minutes: number): string {
  return plural(wholeMinutes(minutes), 'minute')
}

/** "12 minutes", "less than a minute": time that was spent, as Statistics has it. */
export function spentWords(minutes: number): string {
  return minutes < 1 ? 'less than a minute' : minuteWords(minutes)
}

/** "12 min". */
export function shortMinutes(minutes: number): string {
  return `${wholeMinutes(minutes)} min`
}

function wholeMinutes(minutes: number): number {
  return Math.max(1, Math.round(minutes))
}

/** "29 of 34 answers, 85 %". */
export function recalledWords(recalled: number, answers: number): string {
  return `${number(recalled)} of ${plural(answers, 'answer')}, ${Math.round((100 * recalled) / answers)} %`
}

/** "42 of 143". */
export function seenWords(seen: number, cards: number): string {
  return `${number(seen)} of ${plural(cards, 'card')}`
}

const dateOfDay = lazily(
  () =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'UTC',
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    }),
)

/** "Monday 23 November". */
export function longDate(day: StudyDayNumber): string {
  return dateOfDay()
    .format(day * DAY_MS)
    .replace(',', '')
}
