import { DAY_MS } from '../../core/time.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { OWN_EXAM } from '../../core/own-exam.ts'
import { examOfDomain } from '../../core/stats/place.ts'
import type { StatsType } from '../../core/stats/place.ts'
import { TYPE_NAMES } from './card.ts'
import { lazily } from './lazily.ts'
import { number, plural } from './plural.ts'
import { percent } from './progress.ts'

export const STATS = {
  title: 'Statistics',
  exams: 'Exam',
  range: 'How far back',
  ahead: 'How far ahead',
  all: 'All cards',
  ranges: { 30: '30 days', 90: '90 days', 365: 'A year', all: 'All' },
  aheads: { 30: '30 days', 90: '90 days' },
  figuresOf: (caption: string) => `${caption}: figures`,
  asTable: 'The same as a table',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  summary: 'Today and the last seven days',
  day: 'Today',
  week: 'Seven days',
  work: 'Answers and minutes',
  answers: 'Answers',
  minutes: 'Minutes',
  calendar: 'Minutes per day',
  fresh: 'New cards',
  days: 'Days studied',
  streak: 'In a row',
  forecast: 'The days ahead',
  forecastSet: 'Set already',
  forecastExpected: 'Expected',
  forecastWorking: 'Working out what follows',
  forecastNote:
    'Set already: cards due by now, and today’s list of a plan. Expected: what follows if you study it all, new cards at their pace and each planned exam by its plan. Played through with your own habits; single days will differ.',
  forecastFailed: 'What follows could not be worked out. This is what is set already.',
  ofCards: 'Cards per day',
  ofMinutes: 'Minutes per day',
  retention: 'Recalled when due',
  retentionNote:
    'Answers to cards in review on or after their day. The line is the share from which the true one is not far, with 95 % confidence; few answers make it long.',
  byMonth: 'By month',
  byDomain: 'By domain',
  byType: 'By kind of card',
  wanted: (share: number) => `The dotted mark is the ${percent(share)} that you want.`,
  calibration: 'Expected and recalled',
  calibrationNote:
    'Each dot is a group of reviews. On the dotted line, what was expected is what happened; below it, you knew less than expected. Groups of fewer than 10 are in the table only. Expected with the settings of today.',
  memory: 'Memory today',
  stability: 'Stability',
  stabilityNote: 'Days after which recall falls to 90 %.',
  difficulty: 'Difficulty',
  difficultyNote: 'From 1, easiest, to 10.',
  recall: 'Expected recall',
  score: {
    points: (exam: string) => `Points expected in ${exam}`,
    recall: (exam: string) => `Recall expected in ${exam}`,
  },
  scoreNote: {
    points: (on: string) =>
      `The middle 80 % of what was forecast ${on}, if nothing more were studied, on each day on which it was looked at.`,
    recall: (on: string) =>
      `The middle 80 % of what was forecast to be recalled of all cards ${on}, if nothing more were studied, on each day on which it was looked at.`,
  },
  scoreFor: {
    exam: 'on the exam day',
    ahead: '30 days later, as there was no date',
    both: 'on the exam day, or 30 days later while there was no date',
  },
  planLine: 'your plan',
  planNote: {
    points: (set: string) =>
      `The dashed line is what your plan expected when you set it, last on ${set}, its recall turned into points as Readiness assumes. It stays as it was, whether you kept the plan or not.`,
    recall: (set: string) =>
      `The dashed line is what your plan expected when you set it, last on ${set}, with a band that holds eight of ten learners. It stays as it was, whether you kept the plan or not.`,
  },
  planAims: (set: string, band: string, day: string) =>
    `On ${set} the plan expected ${band} on ${day}`,
  nothingYet: 'nothing forecast yet',
  hours: 'Hour of day',
  times: 'Time per answer',
  ratings: 'How you answered',
  wrong: 'Wrong options chosen most',
  wrongNote:
    'In this range, at the latest revision of each card. “Though known”: at least 90 % recall was expected then.',
  none: 'Nothing in this range yet.',
  noneEver: 'No answers yet. What you do will be plotted here.',
  noneSeen: 'No card has been seen yet.',
  noWrong: 'None in this range.',
  toMocks: 'Mock exams',
  preparing: 'Adding up your answers. This happens once.',
  columns: {
    day: 'Day',
    from: 'From',
    cards: 'Cards',
    reviews: 'Reviews',
    recalled: 'Recalled',
    expected: 'Expected',
    plan: 'By the plan',
    set: 'Set already',
    interval: '95 % interval',
    hour: 'Hour',
    right: 'Right',
    share: 'Share',
    figure: 'Figure',
  },
  grades: { again: 'Forgot', hard: 'Hard', good: 'Good', easy: 'Easy' },
  back: 'Progress',
} as const

const DOMAINS: Readonly<Record<string, string>> = {
  'az104-idgov': 'Identity and governance',
  'az104-storage': 'Storage',
  'az104-compute': 'Compute',
  'az104-network': 'Networking',
  'az104-monitor': 'Monitoring',
  'az305-idgov': 'Identity, governance, monitoring',
  'az305-data': 'Data storage',
  'az305-bc': 'Business continuity',
  'az305-infra': 'Infrastructure',
  'az900-cloud': 'Cloud concepts',
  'az900-arch': 'Architecture and services',
  'az900-mgmt': 'Management and governance',
}

/** "Storage", with its exam where several are shown. */
export function domainName(
  domain: string,
  decks: ReadonlyMap<string, string>,
  withExam: boolean,
): string {
  if (domain === '') return 'Cards that are not installed'
  const exam = examOfDomain(domain)
  if (exam === OWN_EXAM) return decks.get(domain) ?? 'A deck of yours'
  const name = DOMAINS[domain] ?? domain
  return withExam ? `${exam} ${name}` : name
}

export function typeName(type: StatsType): string {
  return type === 'unknown' ? 'Not installed' : TYPE_NAMES[type]
}

const shortMonth = lazily(
  () => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short' }),
)
const longMonth = lazily(
  () => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' }),
)

/** "Nov". */
export function monthShort(day: StudyDayNumber): string {
  return shortMonth().format(day * DAY_MS)
}

/** "November 2026". */
export function monthLong(day: StudyDayNumber): string {
  return longMonth().format(day * DAY_MS)
}

/** "71 minutes", "less than a minute". */
export function minuteWords(ms: number): string {
  if (ms > 0 && ms < 30_000) return 'less than a minute'
  return plural(Math.round(ms / 60_000), 'minute')
}

/** "8.4 s". */
export function secondsOf(seconds: number): string {
  return `${seconds < 9.95 ? seconds.toFixed(1) : Math.round(seconds)}\u202fs`
}

/** The sentence at the top: "312 answers in 71 minutes on 5 of the last seven days." */
export function weekSentence(answers: number, ms: number, days: number): string {
  if (answers === 0) return 'No answers in the last seven days.'
  const on = days === 7 ? 'on each' : `on ${number(days)}`
  return `${plural(answers, 'answer')} in ${minuteWords(ms)} ${on} of the last seven days.`
}

/** "12 days in a row. A day off each week interrupts nothing." */
export function streakSentence(days: number, hasPlan: boolean): string | null {
  if (days < 2) return null
  const rest = hasPlan
    ? 'Your days off interrupt nothing.'
    : 'One day off a week interrupts nothing.'
  return `Studied on ${plural(days, 'day')} in a row. ${rest}`
}

/** "In mock exams 3 of the 41 questions that you were sure of were wrong." */
export function sureSentence({
  questions,
  wrong,
}: {
  readonly questions: number
  readonly wrong: number
}): string {
  const counted = `${number(wrong)} of the ${plural(questions, 'question')}`
  return `In mock exams ${counted} that you were sure of ${wrong === 1 ? 'was' : 'were'} wrong.`
}

/** "2 though known". */
export function knownTimes(known: number): string {
  return `${number(known)} though known`
}

/** "of 214": what a share rests on. */
export function ofReviews(reviews: number): string {
  return `of ${number(reviews)}`
}

/** "83–91 %": an interval of shares. */
export function intervalOf(low: number, high: number): string {
  return `${Math.round(low * 100)}–${percent(high)}`
}

/** "13:00". */
export function hourName(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
