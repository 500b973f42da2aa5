import type { Length } from '../../core/mock/lengths.ts'
import type { Score } from '../../core/mock/result.ts'
import type { Trust } from '../../core/mock/steps.ts'
import { MINUTE_MS } from '../../core/time.ts'
import { number, plural } from './plural.ts'

export const MOCK = {
  screen: 'Mock exam',
  heading: 'Try the exam',
  lead: 'Questions that daily study never shows, drawn to the weights of the outline.',
  another: 'Try another',
  last: (exam: string, score: string, interval: string) =>
    `The last one, ${exam}: ${score} of the points (${interval}).`,
  exam: 'Exam',
  length: 'Length',
  lengths: { full: 'Full', half: 'Half', sprint: 'Sprint' } satisfies Record<Length, string>,
  questions: 'Questions',
  fewer: 'Fewer questions',
  more: 'More questions',
  questionsHint: 'Microsoft names no number; 40 to 60 are usual.',
  mode: 'How',
  modes: { exam: 'As in the exam', practice: 'Practice' },
  modeHints: {
    exam: 'With the clock, and nothing is told before the end.',
    practice: 'Without a clock; every answer is explained at once. It is no measure.',
  },
  scope: 'What',
  scopes: { all: 'The whole exam', weak: 'My weak domains' },
  weakHint: (domains: readonly string[]) =>
    `${domains.join('; ')}. Such a run is for practice and no measure.`,
  noneWeak: 'No domain is weak so far: each is at 70 % or above.',
  size: (questions: number, minutes: number | null) =>
    minutes === null
      ? plural(questions, 'question')
      : `${plural(questions, 'question')}, ${plural(minutes, 'minute')}`,
  begin: 'Begin',
  goOn: 'Go on',
  underWay: (exam: string) => `A mock exam ${exam} is under way.`,
  underWayLeft: (exam: string, left: string) =>
    `A mock exam ${exam} is under way. ${left} left; the clock runs on.`,
  fresh: (left: number, questions: number) =>
    `${number(left)} of ${plural(questions, 'question')} kept for mock exams have not been asked yet.`,
  usedUp:
    'All questions kept for mock exams have been asked. Those asked longest ago come first now, and tell less.',
  standIn: 'There are too few questions kept for it: cards of daily study stand in, and tell less.',
  noExam: 'Choose an exam in Settings first.',
  toSettings: 'Go to Settings',
  notInstalled: 'The cards of this exam are not installed on this device yet.',
  nothing: 'There are no questions for a mock exam of this yet.',
  history: 'Earlier runs',
  historyEmpty: 'None yet.',
  historyCaption: 'Mock exams, latest first',
  columns: { when: 'When', what: 'What', score: 'Score', interval: '80 % interval' },
  trend: 'Trend',
  /** What the chart shows, for those who do not see it. */
  trendLabel: (exam: string, scores: readonly string[]) =>
    `Scores of mock exams ${exam}, earliest first: ${scores.join(', ')}.`,
  dropped: 'Given up',
  open: 'Under way',
  kinds: (exam: string, length: Length, mode: 'exam' | 'practice', extra: string | null) =>
    [exam, MOCK.lengths[length], mode === 'practice' ? 'practice' : null, extra]
      .filter((part) => part !== null)
      .join(', '),
  weak: 'weak domains',
  repeat: 'repeated',
  facts: 'What is known of the real exam',
  factList: [
    '100 minutes for AZ-104 and AZ-305. Microsoft does not say how many questions there are.',
    'Scores run from 1 to 1000; 700 passes. How points become that score is not public.',
    'One point for each correct part of a question, and none taken off for a wrong answer: never leave one open.',
    'A case study cannot be opened again once you have left it.',
    'Labs are possible; they are not announced and not part of this.',
    'Microsoft Learn may be opened during the real exam; here it is up to you.',
  ],
  official: 'Microsoft on scoring',
  duration: 'Microsoft on duration and question types',
} as const

/** Microsoft's own pages, which always come first. */
export const OFFICIAL = {
  scoring: 'https://learn.microsoft.com/en-us/credentials/certifications/exam-scoring-reports',
  duration: 'https://learn.microsoft.com/en-us/credentials/support/exam-duration-exam-experience',
} as const

export const RUN = {
  leave: 'Leave',
  position: (at: number, of: number) => `Question ${number(at)} of ${number(of)}`,
  list: 'Questions',
  next: 'Next',
  back: 'Back',
  review: 'Review',
  check: 'Check',
  timeLeft: 'Time left',
  noClock: 'Practice, no clock',
  warning: (minutes: number) => `${plural(minutes, 'minute')} left.`,
  flag: 'Mark for review',
  sure: 'How sure are you? (optional)',
  trust: { sure: 'Sure', unsure: 'Unsure', guess: 'Guess' } satisfies Record<Trust, string>,
  /** Another option was to be chosen than there are right ones. */
  enough: (count: number) => `You have chosen ${count}. Take one away first.`,
  caseStudy: (at: number, of: number) => `Case study ${at} of ${of}`,
  leaveCaseTitle: 'Leave this case study?',
  leaveCase: 'As in the real exam, you cannot come back to it.',
  leaveCaseOpen: (open: number) =>
    `${plural(open, 'question')} of it ${open === 1 ? 'has' : 'have'} no answer.`,
  leaveCaseYes: 'Leave it',
  stay: 'Stay',
  reviewTitle: 'Review',
  reviewHeading: (open: number) =>
    open === 0
      ? 'Every question has an answer.'
      : `${plural(open, 'question')} without a whole answer.`,
  reviewLead: 'A wrong answer costs nothing. Questions of a finished case study cannot be changed.',
  reviewLeadPractice: 'What you have not checked counts as it stands.',
  submit: 'Submit',
  submitTitle: 'Submit now?',
  submitText: (open: number) =>
    open === 0
      ? 'Your answers are counted, and nothing can be changed any more.'
      : `${plural(open, 'question')} without an answer. A wrong answer costs nothing, so a guess can only help.`,
  submitYes: 'Submit',
  drop: 'Give up…',
  dropTitle: 'Give this run up?',
  dropText: 'It gets no result. The questions that you have seen count as asked.',
  dropYes: 'Give up',
  states: {
    open: 'no answer',
    part: 'answered in part',
    done: 'answered',
    flagged: 'marked for review',
    closed: 'finished',
    current: 'on screen',
  },
  elsewhere: 'This run went on in another tab. What you did there counts.',
  takeOver: 'Go on here',
  notSaved: 'Not saved yet.',
  retry: 'Try again',
  reload: 'Reload',
  right: 'Correct.',
  part: (points: number, of: number) => `${number(points)} of ${plural(of, 'point')}.`,
  wrong: 'Not correct.',
  unanswered: 'No answer.',
  answer: 'Answer',
  yourAnswer: 'Your answer',
  missing: 'The text of this question is not on this device any more. It does not count.',
  pickRow: 'Choose…',
} as const

/** What is to be done with a question, where studying has other words. */
export const MOCK_TASK = {
  chooseSome: (count: number) => `Choose ${count === 2 ? 'two' : count === 3 ? 'three' : count}.`,
  chooseRows: 'Choose one for each.',
} as const

export const RESULT = {
  screen: 'Result',
  heading: (score: Score) =>
    `${percent(score.share)} of the points, ${number(score.points)} of ${number(score.of)}.`,
  byTime: 'The time was over.',
  interval: (score: Score) =>
    `With so few questions, chance alone allows ${range(score)} (80 % interval).`,
  standing: {
    above: 'The whole interval is above 70 %, the usual rule of thumb.',
    near: 'The interval holds 70 %, the usual rule of thumb: too close to tell.',
    below: 'The whole interval is below 70 %, the usual rule of thumb.',
  },
  scale:
    'The bar is 700 on a scale from 1 to 1000. That scale is not public: 700 does not mean 70 % of the points, and the share that passes differs between forms of the exam.',
  noMeasure: 'No measure of how you would do:',
  noMeasureOf: {
    practice: 'it was practice.',
    weak: 'it asked your weak domains only.',
    repeat: 'every question had been asked before.',
  },
  someRepeats: (count: number) =>
    `${plural(count, 'question')} had been asked before, as the pool is used up. They flatter the score.`,
  domains: 'By domain',
  domainsCaption: 'Points by domain',
  domainColumns: { domain: 'Domain', points: 'Points', interval: '80 % interval' },
  notAsked: 'not asked',
  sureAndWrong: 'Sure and wrong',
  sureAndWrongLead: 'You would not have looked these up. They are the most valuable of all.',
  sureAndWrongNone: 'None: nothing that you were sure of was wrong.',
  sureUnused:
    'Say how sure you are while you answer, and what you were sure of and got wrong stands here.',
  figures: 'Figures',
  time: 'Time per question',
  timeOf: (median: string) => `${median} (median)`,
  pace: (allowed: string) => `${allowed} allowed`,
  unanswered: 'Without an answer',
  changes: 'Answers changed later',
  changesOf: (helped: number, hurt: number, neither: number) =>
    helped + hurt + neither === 0
      ? 'none'
      : `${number(helped)} helped, ${number(hurt)} hurt, ${number(neither)} neither`,
  trust: 'Right when',
  trustOf: (name: string, right: number, of: number) =>
    `${name.toLowerCase()} ${number(right)} of ${number(of)}`,
  next: 'What comes of it',
  nextLead: (cards: number, days: number) =>
    cards === 0
      ? 'Nothing was missed. Nothing changes in your study.'
      : `${plural(cards, 'card')} of what you missed come up first in your study for ${days} days, new ones before others. What is known of your memory stays as it was: a mock exam is no spaced recall.`,
  nextOver: 'What you missed came up first in your study for three days.',
  study: 'Begin studying',
  questions: 'All questions',
  filters: { all: 'All', missed: 'Missed', flagged: 'Marked' },
  none: 'None.',
  domainOf: 'Domain',
  skill: 'Skill',
  you: (trust: string | null, time: string) =>
    trust === null ? time : `${trust.toLowerCase()}, ${time}`,
  changedFrom: {
    helped: 'changed, and it helped',
    hurt: 'changed, and it hurt',
    neither: 'changed',
  },
  repeated: 'asked before',
  textChanged: 'The text has changed since.',
  teach: 'Cards that teach it',
  noCards: 'No card of daily study has this skill.',
  print: 'Print',
  openAll: 'Open all',
  closeAll: 'Close all',
  again: 'Repeat this exam',
  againHint: 'The same questions in the same order; it is no measure.',
  toMocks: 'Mock exams',
  unknown: 'There is no such mock exam on this device.',
  gaveUp: 'This run was given up. It has no result.',
} as const

/** "83 %". */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** "61–78 %". */
export function range({ low, high }: Pick<Score, 'low' | 'high'>): string {
  return `${Math.round(low * 100)}–${Math.round(high * 100)} %`
}

/** "1:23:45", "9:05": hours only where there are some. Whole seconds, begun ones count. */
export function clockWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** "83 minutes", at least one: for what is spoken and does not tick. */
export function minutesLeftWords(ms: number): string {
  return plural(Math.max(1, Math.ceil(ms / MINUTE_MS)), 'minute')
}
