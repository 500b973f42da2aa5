import type { ExamId } from '../../core/note.ts'
import type { After } from '../../core/plan-settings.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { dayName } from './dates.ts'
import { daysToExam } from './plan-note.ts'
import { number, plural } from './plural.ts'

export const PLAN = {
  title: 'Plan',
  exams: 'Exams',
  noDate: 'When is the exam?',
  noDateLead:
    'With a date, each day brings the cards that help most on it. Without one, cards come up before you would forget them.',
  over: 'The exam is over.',
  overLead: 'Its cards go on as you choose below. For another attempt, set its date.',
  today: 'The exam is today.',
  todayLead: 'Nothing is planned for it any more.',
  noTime: 'Choose the days on which you study.',
  yours: 'Your plan',
  date: 'Exam date',
  dateHint: 'No study is planned on the day itself.',
  noDateYet: 'none',
  removeDate: 'Remove the date',
  minutes: {
    label: 'Minutes a day',
    hint: 'On each day that is not off. All exams with a plan share them; others come on top.',
    less: 'One minute less',
    more: 'One minute more',
  },
  days: { label: 'Study days', hint: 'Switch a day off to keep it free.' },
  eachDay: 'Other minutes on some days',
  minutesOn: (day: string) => `Minutes on ${day}`,
  lessOn: (day: string) => `Less on ${day}`,
  moreOn: (day: string) => `More on ${day}`,
  outcome: 'Simulated outcome',
  outcomeAside: '8 of 10 runs fall in the band',
  table: 'As a table',
  tableDay: 'Day',
  tableLow: 'From',
  tableHigh: 'To',
  axis: 'Per cent recalled',
  knowing:
    'Recall of the cards, weighted as the exam is. It is not the score of the exam: that also asks you to apply what you recall. Simulated people and cards differ from the model as real ones do.',
  buys: 'What minutes buy',
  buysAside: '% recalled',
  upkeep: 'What recall takes',
  upkeepAside: 'minutes a day',
  way: 'On the way',
  lastNew: 'Last new card',
  usual: 'Minutes on a study day',
  recalled: 'Reviews recalled',
  tight:
    'Failing more is part of a tight plan: cards are asked when that pays most, not when they are sure.',
  noReviews: 'none in time',
  tightest:
    'All the time goes to new cards: none is reviewed before the exam, so much of them is forgotten by then. That is part of so tight a plan.',
  left: 'What is left out',
  why: {
    suspended: 'These are suspended, and so never asked:',
    limit: 'The limit of new cards a day leaves these out:',
    time: 'There is not enough time to see every card. These are never reached:',
  },
  more: 'More',
  newCards: {
    label: 'New cards a day',
    auto: 'As needed',
    usual: 'As usual',
    limit: 'At most',
    autoHint:
      'An even pace that leaves the last third for reviews, if the minutes are enough for it.',
    usualHint: (count: number) => `As in Settings: ${number(count)}. None after the exam.`,
    limitHint: 'A limit below the pace leaves cards out.',
    less: 'Fewer new cards',
    more: 'More new cards',
  },
  retention: {
    label: 'Desired retention',
    hint: 'The recall at which cards come up without a date and after the exam; until then the date decides.',
    usual: (share: number) => `As in Settings, ${Math.round(share * 100)} %`,
    scheduled: (share: number) => `${Math.round(share * 100)} %`,
    scheduledHint: 'It is set in the scheduling of this exam.',
  },
  after: {
    label: 'After the exam',
    keep: 'Keep',
    light: 'Light',
    archive: 'Archive',
  },
  known: 'What you know already',
  knownHint:
    'How much of cards that you have not seen you would know. What you know is introduced later.',
  knownOf: (domain: string) => `Known of ${domain}`,
  quiz: 'Try ten questions',
  quizOf: (domain: string) => `Try ten questions on ${domain}`,
  save: 'Use this plan',
  saved: 'This plan is in use.',
  toToday: 'Today',
  saving: 'Saving',
} as const

export const AFTER_HINTS: Readonly<Record<After, string>> = {
  keep: 'Reviews go on as you would forget them, no new cards. What is due is spread over the days.',
  light: 'You will know about 80 of 100 cards when they come up; much less to do.',
  archive: 'Its cards rest until you set another date.',
}

export const WEEKDAYS = [
  { short: 'Mo', long: 'Monday' },
  { short: 'Tu', long: 'Tuesday' },
  { short: 'We', long: 'Wednesday' },
  { short: 'Th', long: 'Thursday' },
  { short: 'Fr', long: 'Friday' },
  { short: 'Sa', long: 'Saturday' },
  { short: 'Su', long: 'Sunday' },
] as const

/** "72–84 %", or "84 %" where both ends round to it. */
export function band({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${bandNumbers({ low, high })} %`
}

/** "72–84". */
export function bandNumbers({
  low,
  high,
}: {
  readonly low: number
  readonly high: number
}): string {
  const [from, to] = [Math.round(low * 100), Math.round(high * 100)]
  return from === to ? `${to}` : `${from}–${to}`
}

/** The parts of "At 20 minutes a day, 72–84 % on exam day.", to be broken only between them. */
export function headline(minutes: number, share: string): readonly string[] {
  return [`At ${plural(minutes, 'minute')} a day,`, share, 'on exam day.']
}

/** "You would see 955 of 1,012 cards." */
export function seeWords(cards: number, unseen: number): string {
  return unseen === 0
    ? `You would see all ${number(cards)} cards.`
    : `You would see ${number(cards - unseen)} of ${number(cards)} cards.`
}

/** "Ten more minutes a day bring about 6 points." */
export function tenMore(gain: number): string {
  const points = Math.round(gain * 100)
  if (points < 1) return 'Ten more minutes a day bring less than one point.'
  return `Ten more minutes a day bring about ${plural(points, 'point')}.`
}

/** What the figures are, and what is recalled at both ends of them. */
export function upkeepWords(
  upkeep: readonly { readonly retention: number; readonly recall: number }[],
): string {
  const [first, last] = [upkeep[0], upkeep.at(-1)]
  const basis = 'Simulated over the next 60 days, without a limit of time.'
  if (!first || !last) return basis
  const known = bandNumbers({ low: first.recall, high: last.recall })
  return `${basis} At any moment you would recall about ${known} % of what you have seen.`
}

/** "This limit costs about 26 points: without it 70–82 %." */
export function limitCost(
  chosen: { readonly middle: number },
  without: { readonly low: number; readonly middle: number; readonly high: number },
): string {
  const points = Math.max(1, Math.round((without.middle - chosen.middle) * 100))
  return `This limit costs about ${plural(points, 'point')}: without it ${band(without)}.`
}

/** "15 Jan, in 53 days". */
export function dateWords(day: StudyDayNumber, today: StudyDayNumber): string {
  return `${dayName(day, today)}, ${daysToExam(day - today)}`
}

/** "AZ-305 on 12 Mar shares these minutes. The nearer exam counts more.": where there are others. */
export function sharedWith(
  others: readonly { readonly exam: ExamId; readonly day: StudyDayNumber }[],
  today: StudyDayNumber,
): string | null {
  if (others.length === 0) return null
  const names = others.map(({ exam, day }) => `${exam} on ${dayName(day, today)}`).join(', ')
  return `${names} ${others.length === 1 ? 'shares' : 'share'} these minutes. The nearer exam counts more.`
}

/** "about 64 of 100". */
export function ofHundred(share: number): string {
  return `about ${Math.round(share * 100)} of 100`
}

/** "Nothing yet", "30 %". */
export function knownWords(share: number): string {
  return share === 0 ? 'Nothing' : `${Math.round(share * 100)} %`
}

/** What the chart shows, in one sentence. */
export function chartWords(
  from: { readonly middle: number },
  to: { readonly low: number; readonly high: number },
  day: string,
): string {
  return `Simulated recall from ${Math.round(from.middle * 100)} % today to ${band(to)} on ${day}.`
}

/** "14 of 312 cards". */
export function leftOf(left: number, cards: number): string {
  return `${number(left)} of ${number(cards)}`
}
