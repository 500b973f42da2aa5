import type { Evidence, Lack } from '../../core/readiness/evidence.ts'
import { LEAST_COVERAGE, LEAST_MOCK_ANSWERS } from '../../core/readiness/evidence.ts'
import type { DomainForecast, Narrower } from '../../core/readiness/forecast.ts'
import type { Band, Forecast, Outcome } from '../../core/readiness/forecast-record.ts'
import { ASSUMPTIONS } from '../../core/readiness/simulate.ts'
import { DAY_MS } from '../../core/time.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { dayName } from './dates.ts'
import { lazily } from './lazily.ts'
import { number, plural } from './plural.ts'
import { percent } from './progress.ts'

/**
 * Everything said of what an exam may bring. What may and must not be said is in a test: no number
 * without its band, no promise, nothing on Microsoft's scale of points.
 */
export const READINESS = {
  screen: 'Readiness',
  exams: 'Exam',
  when: 'Day',
  today: 'If it were today',
  inAMonth: 'In 30 days',
  forExam: 'On the exam day',
  setDate: 'Without a date this looks 30 days ahead.',
  overall: 'The whole exam',
  domains: 'By domain',
  domainsRecall: 'Expected recall, by domain',
  domainsPoints: 'Expected share of the points, by domain',
  points: 'Share of the points',
  recall: 'Expected recall of its cards',
  planned: 'The same if you keep your plan',
  fromToday: 'See what it brings from today',
  chance: 'Chance to reach the usual cut',
  notEnough: 'not enough data',
  notSeen: 'no card seen yet',
  bandKey: 'Each bar holds the middle 80 % of what is to be expected, from 0 to 100 %.',
  columns: {
    domain: 'Domain',
    seen: 'Cards seen',
    recallOfSeen: (day: string) => `Expected recall of these, ${day}`,
    mocks: 'Mock answers',
    band: 'Expected, 80 %',
  },
  asTable: 'The same as a table',
  figuresOf: (caption: string) => `${caption}: figures`,
  everyDomain: 'Every domain',
  weight: (share: string) => `about ${share} of the exam`,
  thisDay: 'today',
  missing: 'What is missing for a forecast of points',
  narrower: 'What would make it narrower',
  enough: 'More evidence would hardly make the bands narrower.',
  noMocks:
    'Mock exams give them: questions that study never shows. Until then recall is all that can be forecast.',
  toMocks: 'Try the exam',
  studyDomain: (title: string) => `Study ${title}`,
  study: 'Study',
  predicted: 'How well recall is predicted',
  predictedCaption: 'Reviews by what was expected of them, and what came',
  predictedKey:
    'Each dot stands for the reviews of which about the same was expected; on the dotted line as much came as was expected. The upright lines show where the true share lies with 95 %.',
  calibrationColumns: {
    expected: 'Expected',
    actual: 'Recalled',
    interval: '95 % interval',
    reviews: 'Reviews',
  },
  memory: 'Your memory',
  result: 'How the exam went',
  resultHint:
    'Told to nobody. Cirrus compares it with what it had forecast, and that is the only way to find out how good its forecasts are.',
  form: {
    date: 'Day of the exam',
    score: 'Score, 1 to 1000',
    passed: 'Passed',
    yes: 'Yes',
    no: 'No',
    save: 'Keep the result',
    saved: 'Kept.',
    remove: 'Remove',
  },
  wrongScore: 'The score is a whole number from 1 to 1000.',
  wrongDate: 'The day of the exam is today or before.',
  before: 'Forecast before it',
  noneBefore: 'No forecast before it.',
  earlier: 'Earlier forecasts',
  earlierColumns: {
    made: 'Made on',
    for: 'For',
    recall: 'Recall',
    points: 'Points',
    chance: 'Chance',
  },
  rests: 'What it rests on',
  canKnow: 'What this can know',
  canKnowText: [
    'How likely you are to recall each card on a day, from your own answers.',
    'How much of the outline your cards and answers cover.',
    'How you do with exam-like questions that you have not seen before, from mock exams.',
  ],
  cannotKnow: 'What it cannot know',
  cannotKnowText: [
    'Whether the questions of your exam are like the cards: how much of what you recall helps there is assumed.',
    'Which share of the points passes. Microsoft’s score is on a scale of its own, differs between forms of an exam, and some questions do not count.',
    'How you feel on that day, how well you read, and what you know beyond the cards.',
  ],
  assumptions: 'What is assumed',
  none: {
    exam: (name: string) => `There is no exam “${name}” in this version of Cirrus.`,
  },
} as const

/** What the model takes for granted, one sentence each. */
export function assumptionWords(evidence: Evidence, forDay: string, isToday: boolean): string[] {
  const { guess, transfer, cut, cutSpread, questions } = ASSUMPTIONS
  return [
    isToday
      ? 'The exam is today.'
      : `Nothing more is studied until ${forDay}: each day of study makes it better.`,
    'A card that was never seen is not known, unless your plan says what you knew before.',
    `A guess hits in ${percent(guess)} of the questions. There is no penalty for guessing, so always answer.`,
    `Of what you recall of the cards, ${percent(transfer)} helps with a question, give or take ${percent(ASSUMPTIONS.transferSpread)}.`,
    `About ${percent(cut - cutSpread)} to ${percent(cut + cutSpread)} of the points reach the cut, with ${questions} questions that count.`,
    evidence.isFitted
      ? 'You forget as was measured from your own answers.'
      : 'You forget as most people do: it has not been measured for you yet.',
  ]
}

/** "61–78 %": a band, rounded outwards to whole per cent. */
export function bandWords({ low, high }: Band): string {
  return `${Math.floor(100 * low + 1e-9)}–${Math.ceil(100 * high - 1e-9)}\u202f%`
}

/** The one sentence of the page. */
export function readinessSentence(
  exam: string,
  points: Band | null,
  recall: Band | null,
  day: string | null,
): string {
  const on = day === null ? 'today' : `on ${day}`
  if (points) return `Likely ${bandWords(points)} of the points ${on}.`
  if (recall) return `${bandWords(recall)} of the cards of ${exam} would be recalled ${on}.`
  return `Nothing is known of ${exam} yet.`
}

/**
 * "209 of 298 cards seen; of these 79–90 % are expected to be recalled on 14 Dec": what the band of a domain comes
 * from, beside it.
 *
 * @param day null for today
 */
export function fromWords(
  { evidence: { cards, seen }, recallOfSeen }: Pick<DomainForecast, 'evidence' | 'recallOfSeen'>,
  day: string | null,
): string {
  const counts = `${number(seen)} of ${plural(cards, 'card')} seen`
  if (recallOfSeen === null) return counts
  const on = day === null ? 'today' : `on ${day}`
  return `${counts}; of these ${bandWords(recallOfSeen)} are expected to be recalled ${on}`
}

/** Bands narrower than this need no reason. */
const WIDE = 0.1
/** Shares of cards long overdue below this make no band wide. */
const SOME_OVERDUE = 0.05

/** Why the bands of the domains are so wide, and so much alike. Null where no card was seen. */
export function wideWords(
  domains: readonly DomainForecast[],
  { seen, mockAnswers, isFitted }: Evidence,
  day: string | null,
): string | null {
  const seenCards = domains.reduce((sum, { evidence }) => sum + evidence.seen, 0)
  if (seen === 0 || seenCards === 0) return null
  const isPoints = domains.every(({ points }) => points !== null)
  const shown = domains.map(({ points, recall }) => (isPoints ? points : recall))
  if (shown.every((each) => !each || each.high - each.low < WIDE)) return null
  const overdue = domains.reduce((sum, { evidence: e }) => sum + e.overdue * e.seen, 0) / seenCards
  const when = day === null ? 'are' : 'will be'
  const reasons = [
    overdue >= SOME_OVERDUE &&
      `${percent(overdue)} of the cards seen ${when} long overdue, of which too much is expected`,
    !isFitted && 'how fast you forget has not been measured yet',
    mockAnswers === 0 && 'no question of a mock exam has been answered',
  ].filter(Boolean)
  if (reasons.length === 0) return null
  return (
    `The bands are wide as ${listOf(reasons)}. What is unsure of your memory is unsure in every domain alike: ` +
    'their bands differ by what you have seen of each and how much of that you recall, which stands beside them.'
  )
}

/** "a, b and c". */
function listOf(parts: readonly unknown[]): string {
  const rest = parts.slice(0, -1).join(', ')
  return parts.length > 1 ? `${rest} and ${String(parts.at(-1))}` : String(parts[0])
}

/** What it rests on and what the band means. */
export function readinessLead(evidence: Evidence, points: Band | null): string {
  const { reviews, seen, cards, mockAnswers } = evidence
  if (seen === 0) {
    return 'A forecast rests on your answers. There are none to its cards yet.'
  }
  const from = `from ${plural(reviews, 'review')} of ${number(seen)} of ${plural(cards, 'card')}`
  return points
    ? `An 80 % interval, ${from} and ${plural(mockAnswers, 'answer')} in mock exams, if the exam is like these.`
    : `An 80 % interval, ${from}. That is recall of cards and not yet a forecast of points.`
}

/** "about 70 %": in steps of 5 %, never none or certain. */
export function chanceWords(chance: number): string {
  return `about ${percent(chance)}`
}

/** What a domain lacks: "5 answers in mock exams and 12 more cards seen". */
export function lackWords({ mockAnswers, cards }: Pick<Lack, 'mockAnswers' | 'cards'>): string {
  return [
    mockAnswers > 0 &&
      plural(mockAnswers, 'more first answer in mock exams', 'more first answers in mock exams'),
    cards > 0 && plural(cards, 'more card seen', 'more cards seen'),
  ]
    .filter(Boolean)
    .join(' and ')
}

export const LEAST = `Points are forecast from ${LEAST_MOCK_ANSWERS} first answers in mock exams and ${percent(LEAST_COVERAGE)} of the cards seen in every domain. With less, a number would be made up.`

/** What makes a band narrower, with what it brings. */
export function narrowerWords({ kind, answers = 0, from, to }: Narrower): string {
  const brings = `makes the band about ${Math.round(100 * to)} points wide instead of ${Math.round(100 * from)}`
  if (kind === 'mocks') return `${answers} first answers in mock exams in each domain: ${brings}.`
  if (kind === 'fit') return `Measuring your own memory: ${brings}.`
  return `Reviewing the cards that will be long overdue, of which too much is expected: ${brings}.`
}

/** Since when what the plan brings has been said. */
export function plannedWords(set: string): string {
  return `What the plan brings was played through on ${set}, as its page shows it.`
}

/** Said in place of what the plan brings. */
export function behindWords(set: string): string {
  return `You are behind the plan of ${set}, so that what it promised then may no longer hold.`
}

/** What the page's evidence is, one line each. */
export function evidenceFacts(
  { cards, seen, reviews, mockAnswers, isFitted }: Evidence,
  forDay: string,
): { readonly name: string; readonly value: string }[] {
  return [
    { name: 'For', value: forDay },
    { name: 'Cards seen', value: `${number(seen)} of ${number(cards)}` },
    { name: 'Reviews', value: number(reviews) },
    { name: 'Mock answers', value: number(mockAnswers) },
    { name: 'Memory', value: isFitted ? 'measured for you' : 'as most people' },
  ]
}

/** What the picture of a band shows, for those who do not see it. */
export function bandLabel(what: string, band: Band): string {
  return `${what}: ${bandWords(band)}, the middle 80 % of what is to be expected`
}

/** "742, passed on 3 Dec". */
export function resultWords({ result }: Outcome, today: StudyDayNumber): string {
  return `${result.passed ? 'Passed' : 'Not passed'} on ${dayName(result.day, today)} with a score of ${result.score}.`
}

/** What had been forecast, beside a result. */
export function beforeWords(forecast: Forecast, today: StudyDayNumber): string {
  const said = forecast.points
    ? `${bandWords(forecast.points)} of the points, ${chanceWords(forecast.pass ?? 0.5)} to reach the cut`
    : `${bandWords(forecast.recall)} of the cards recalled, nothing about passing`
  return `Forecast before it, on ${dayName(forecast.day, today)}: ${said}.`
}

const isoDate = lazily(() => new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC' }))

/** "2026-12-14", as a field for dates has it. */
export function isoDateOf(day: StudyDayNumber): string {
  return isoDate().format(day * DAY_MS)
}
