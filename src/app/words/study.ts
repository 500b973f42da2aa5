import type { Reason } from '../../core/study/queue.ts'
import type { Instant } from '../../core/time.ts'
import { number, plural } from './plural.ts'

export const SESSION = {
  title: 'Study',
  rail: 'Session',
  position: (at: number, total: number) => `${number(at)} of ${number(total)}`,
  over: 'Session over',
  minutesLeft: (minutes: number) =>
    minutes < 1 ? 'less than a minute left' : `about ${plural(Math.round(minutes), 'minute')} left`,
  legend: 'Filled: answered.\nOpen: comes back today.',
  end: 'End',
  endWide: 'End session',
  undo: 'Undo',
  redo: 'Redo',
  keys: 'Keys',
  menu: 'More',
} as const

export const CARD = {
  show: 'Show answer',
  check: 'Check',
  showOptions: 'Show options',
  thinkFirst: 'Think of the answer first, then look at the options.',
  unsure: 'I don’t know',
  next: 'Continue',
  guessed: 'I guessed',
  answer: 'Answer',
  yourAnswer: 'Your answer',
  grade: 'How well did you know it?',
  /** "comes back in 9 days": after the name of a button, for screen readers. */
  comesBack: (spoken: string) => `comes back ${spoken}`,
  comesBackSentence: (spoken: string) => `It comes back ${spoken}.`,
  theAnswer: (words: string) => `The answer: ${words}.`,
  again: (interval: string) =>
    /^\d|^</.test(interval) ? `again in ${interval}` : `again ${interval}`,
  right: 'Correct.',
  wrong: 'Not correct.',
  unknown: 'Not known.',
  alsoRight: 'Correct, though written differently.',
  recall: 'Say the answer to yourself, then look.',
  chooseOne: 'One answer is right.',
  chooseSeveral: 'Several answers are right.',
  order: 'Put them in order, from first to last.',
  orderDecoys: 'Put those that are needed in order, and leave the others out.',
  typeNumber: 'Type the number.',
  typeCommand: (shell: string) => `${shell}: type the command.`,
  missing: 'The text of this card is not on this device.',
  missingLead:
    'It may have been removed while Cirrus was brought up to date. Nothing else is affected.',
  skip: 'Bury it until tomorrow',
} as const

/** What is missing before an answer can be checked. */
export const LACKS = {
  choose: 'Choose an answer first.',
  type: 'Type the command first.',
  empty: 'Type a number first.',
  number: 'That cannot be read as a number.',
  unit: 'That is another unit than the one asked for.',
} as const

export const GRADES = {
  two: { again: 'Forgot', good: 'Got it' },
  four: { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' },
} as const

/** While cramming no schedule changes: when the card comes back, for a button and to be spoken. */
export const CRAM = {
  again: ['soon', 'soon, in this session'],
  known: ['when due', 'when it is due'],
} as const

export const CHOICE = {
  /** The word beside an option once all is told. Nothing where nothing needs saying. */
  tag(right: boolean, chosen: boolean, isOneOfSeveral: boolean): string | null {
    if (right && isOneOfSeveral && !chosen) return 'Correct, not chosen'
    if (right) return 'Correct'
    return chosen ? 'Your answer' : null
  },
} as const

export const ORDER = {
  unused: 'Not used',
  leaveOut: 'Leave out',
  takeIn: 'Use',
  grip: (step: string) => `Move: ${step}`,
  up: (step: string) => `Up: ${step}`,
  down: (step: string) => `Down: ${step}`,
  use: (step: string, unused: boolean) => `${unused ? 'Use' : 'Leave out'}: ${step}`,
  /** `place` is 0 for a step that is not used. */
  place: (step: string, place: number, of: number) =>
    place > 0 ? `${step}: ${place} of ${of}` : `${step}: not used`,
  /** Where a step had been put, from 1; 0 if it had been left out. */
  had: (place: number) => (place > 0 ? `You had it at ${place}` : 'You left it out'),
  grabHelp: 'Space picks a step up, the arrow keys move it, Space puts it down.',
} as const

export const NUMBER = {
  typed: 'You typed',
  nothing: 'nothing',
  withUnit: (value: string, unit: string) => `${value} ${unit}`,
  accepted: (values: readonly string[]) => `Also accepted: ${values.join(', ')}`,
} as const

export const COMMAND = {
  typed: 'You typed',
  nothing: 'Nothing',
  meant: 'Meant:',
  differences: (count: number) =>
    count === 0 ? 'No difference' : count === 1 ? 'One difference' : `${count} differences`,
  signs: { same: '=', different: '≠', missing: '+', extra: '−', unknown: '?' },
  states: {
    same: 'Same',
    different: 'Different',
    missing: 'Missing',
    extra: 'Not needed',
    unknown: 'Unknown',
  },
  expected: 'The command',
  also: 'Also accepted',
  shells: {
    az: 'Azure CLI',
    pwsh: 'PowerShell',
    azcopy: 'AzCopy',
    bash: 'Bash',
    kql: 'KQL',
    bicep: 'Bicep',
  },
} as const

export const SCENARIO = {
  situation: 'Situation',
  question: (at: number, of: number) => `Question ${at} of ${of}`,
} as const

export const NOTES = {
  name: 'Details',
  skill: 'Skill',
  countsFor: 'Counts for',
  whyNow: 'Why now',
  seen: 'Seen',
  source: 'Source',
  checked: 'Checked',
  state: 'Note',
  recheck: 'Marked for another check: the source text is old or undated.',
  draft: 'A draft that nobody has checked yet.',
  readOn: (date: string) => `text of ${date}`,
  never: 'Not yet',
  why: whyNow,
  sources: 'Sources',
  times: (reps: number, date: string) => `${plural(reps, 'time')}, last on ${date}`,
} as const

/** What was done apart from rating. */
export const DEEDS = {
  buried: 'Buried until tomorrow.',
  postponed: 'Postponed.',
  suspended: 'Suspended.',
  flagged: 'Flag changed.',
  restored: 'Taken back.',
  undone: 'Answer taken back.',
  redone: 'Answer counted again.',
  markRedone: 'Done again.',
  nothing: 'There is nothing to take back.',
  nothingToRedo: 'There is nothing to do again.',
  elsewhere:
    'This card had been answered in another tab already. That answer counts, this one does not.',
} as const

export const TROUBLE = {
  notSaved: 'Not saved.',
  kept: 'Your answer is kept on this page.',
  retry: 'Try again',
  leaveTitle: 'Your last answer is not saved',
  leaveLead: 'It is only on this page. Everything before it is safe.',
  leaveSaved: 'Save and leave',
  leave: 'Leave without it',
  stay: 'Stay',
  elsewhere:
    'This card was answered in another tab, and that answer counts. Go on to the next one here.',
  clockBack:
    'The clock of this device is behind your last review. Check its date and time; studying goes on.',
} as const

export const NO_SCOPE = {
  exam: (name: string) => `There is no exam "${name}" in this version of Cirrus.`,
  notChosen: (name: string) => `${name} is not among your exams. Add it in Settings to study it.`,
  query: (text: string) => `The search “${text}” is not understood. Browse says where and why.`,
  part: (name: string) => `There is no part "${name}" in your exams.`,
} as const

export const END = {
  done: (cards: number) => `Done: ${plural(cards, 'card')}.`,
  doneToday: 'Nothing more is due today.',
  donePart: 'Nothing more is due in this part today.',
  timeOver: (minutes: number) =>
    minutes === 1 ? 'One minute is over.' : `${number(minutes)} minutes are over.`,
  moreDue: 'More cards are due now.',
  crammed: 'Cramming leaves every schedule as it was. What you forgot may come up again today.',
  left: (cards: number) => `${plural(cards, 'card')} could be studied now. They can wait, too.`,
  empty: 'Nothing is due.',
  emptyPart: 'Nothing is due in this part.',
  emptySet: 'None of these cards is due.',
  noneToAsk: 'None of these cards can be asked now.',
  noneToAskLead: {
    ahead:
      'They were answered today, or they are suspended, put off or beside another card of their note.',
    cram: 'They are suspended or put off.',
  },
  notFound: 'No card fits what you asked for.',
  notFoundLead: 'No card of the exams that you study does. Choose others on Today or in Browse.',
  noCards: 'There are no cards here yet.',
  noCardsLead: 'The cards of your exams are not installed on this device yet.',
  right: 'Recalled',
  time: 'Time',
  retention: 'True retention',
  /** `share` is null where there were too few for one. */
  held: (recalled: number, reviews: number, share: number | null, wanted: number) =>
    share === null
      ? `${number(recalled)} of ${plural(reviews, 'card')} learnt before today`
      : `${share} % of ${plural(reviews, 'card')} learnt before today; you want ${wanted} %`,
  tomorrow: 'Tomorrow',
  next: 'In learning',
  rightOf: (right: number, answers: number) => `${number(right)} of ${plural(answers, 'answer')}`,
  /** `spoken` is null where the pause is over already. */
  learning: (spoken: string | null) =>
    spoken === null ? 'the next card is due now' : `the next card is due ${spoken}`,
  nothingDue: 'nothing is due, and no review is waiting',
  dueOn: (day: string) => `nothing is due; the next review is on ${day}`,
  again: 'Begin again',
  goOn: 'Go on',
  back: 'Go to Today',
} as const

/** Why a card comes up at this moment. */
function whyNow(reason: Reason, now: Instant): string {
  if (reason.kind === 'new') return reason.domain ? `New, from ${reason.domain}` : 'New'
  if (reason.kind === 'mock') return fromMock(reason)
  if (reason.kind === 'step') {
    const why = reason.relearning ? 'You forgot it earlier' : 'You are learning it'
    return reason.dueAt <= now ? `${why}; its pause is over` : `${why}; nothing else is left now`
  }
  if (reason.kind === 'plan') return whyPlanned(reason)
  if (reason.kind === 'cram') {
    const { retrievability: known } = reason
    return known === null
      ? 'Cramming; new'
      : `Cramming; recall expected at ${Math.round(known * 100)} %`
  }
  const recall = `recall expected at ${Math.round(reason.retrievability * 100)} %`
  if (reason.kind === 'ahead') {
    return `Ahead of time, due in ${plural(reason.daysEarly, 'day')}; ${recall}`
  }
  const { daysOverdue } = reason
  return daysOverdue > 0
    ? `Due for ${plural(daysOverdue, 'day')}; ${recall}`
    : `Due today; ${recall}`
}

/** "From your mock exam AZ-104, today; recall expected at 61 %". */
function fromMock({ exam, daysAgo, retrievability }: Extract<Reason, { kind: 'mock' }>): string {
  const day = daysAgo <= 0 ? 'today' : daysAgo === 1 ? 'yesterday' : `${plural(daysAgo, 'day')} ago`
  const known = retrievability === null ? 'new' : `recall expected at ${percent(retrievability)}`
  return `From your mock exam ${exam}, ${day}; ${known}`
}

/** "You would recall this with 61 % on exam day; 14 s now makes it 88 %". */
function whyPlanned(reason: Extract<Reason, { kind: 'plan' }>): string {
  const { left, after, seconds, isNew, isDated } = reason
  const when = isDated ? 'on exam day' : 'in two months'
  const now = `${Math.round(seconds)} s now makes it ${percent(after)}`
  return isNew && left === 0
    ? `New; ${now} ${when}`
    : `You would recall this with ${percent(left)} ${when}; ${now}`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
