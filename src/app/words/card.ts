import type { NoteType } from '../../core/note.ts'
import { number, plural } from './plural.ts'
import { percent } from './progress.ts'

export const TYPE_NAMES: Readonly<Record<NoteType, string>> = {
  basic: 'Question and answer',
  reversed: 'Both directions',
  cloze: 'Gap',
  single: 'Single choice',
  multi: 'Multiple choice',
  number: 'Number',
  command: 'Command',
  order: 'Order',
  which: 'Which one',
  scenario: 'Scenario',
}

export const LEVEL_NAMES = {
  1: 'Recall (1 of 3)',
  2: 'Apply (2 of 3)',
  3: 'Judge (3 of 3)',
} as const

export const CARD = {
  title: 'Card',
  memory: 'Expected recall',
  memoryNew: 'Not seen yet. Recall is known once the card has been answered.',
  recall: 'Recall',
  stability: 'Stability',
  difficulty: 'Difficulty',
  due: 'Due',
  reviews: 'Reviews',
  lapses: 'Lapses',
  scheduledBy: 'Scheduled as',
  history: 'History',
  historyEmpty: 'No reviews yet.',
  historyCaption: 'Reviews of this card, newest first',
  columns: { date: 'Date', answer: 'Answer', time: 'Time' },
  reset: 'Started anew',
  factChanged: (rev: number, date: string) => `Brought up for ${date}: revision ${rev} changed it`,
  rescheduled: (date: string) => `Due day set to ${date}`,
  cram: 'crammed, left out of the memory state',
  beforeReset: 'before the new start',
  facts: 'This card',
  type: 'Type',
  level: 'Level',
  exams: 'Exams',
  skill: 'Skill',
  skills: 'Skills',
  verified: 'Facts checked',
  source: 'Source',
  sources: 'Sources',
  undated: 'text without a date',
  id: 'Id',
  version: 'Version',
  tags: 'Tags',
  ownTag: 'yours',
  siblings: 'Other cards of the same note',
  actions: 'Actions',
  recheck: 'Marked for another check: the source text is old or undated.',
  draft: 'A draft: its facts have not been checked yet.',
  deleted: 'You deleted this card. It does not come up; its history is kept.',
  retired: 'This card is in no deck any more. It does not come up; its history is kept.',
  examOnly: 'Kept for mock exams: it does not come up in study.',
  suspend: 'Suspend',
  unsuspend: 'Bring back',
  suspended: 'Suspended: the card does not come up until you bring it back.',
  unsuspended: 'The card comes up again when it is due.',
  bury: 'Put aside until tomorrow',
  unbury: 'Bring back today',
  buried: 'Put aside: the card comes up again tomorrow at the earliest.',
  unburied: 'The card can come up today.',
  flag: 'Flag',
  resetAction: 'Start anew…',
  resetTitle: 'Start this card anew?',
  resetText:
    'It counts as new again and its memory state is cleared. The history is kept, and you can take this back.',
  resetConfirm: 'Start anew',
  cancel: 'Cancel',
  resetDone: 'The card counts as new.',
  undoReset: 'Take back',
  resetUndone: 'Taken back: the card is as it was.',
  report: 'Report a mistake',
  reportHint:
    'Copies the card’s id and revision, to be sent wherever you report it. Nothing is sent.',
  reportCopy: 'Copy report text',
  reportCopied: 'Copied.',
  reportFailed: 'Could not copy. Select the text below and copy it.',
  reportText: 'Report text',
  failed: 'Not saved. Nothing was changed.',
  today: 'today',
  learningOver: 'now, in learning',
  learningUntil: (time: string) => `today at ${time}, in learning`,
  dueOn: (date: string) => `due ${date}`,
  dueWithDate: (words: string, date: string) => `${words}, ${date}`,
  textOf: (date: string) => `text of ${date}`,
  placeOf: (exam: string, group: string) => `${exam}, group ${group}`,
  revision: (rev: number) => `revision ${rev}`,
  unknown: (card: string) => `There is no card “${card}” on this device.`,
} as const

/** Flags by their number, as on the study screen. */
export const FLAGS = ['None', 'Red', 'Amber', 'Green', 'Blue'] as const

/** How a judged answer went, or null for one that the learner judged. */
export function judgedName(answer: { right: boolean; guessed?: boolean | undefined } | undefined) {
  if (!answer) return null
  if (!answer.right) return 'wrong'
  return answer.guessed ? 'right, guessed' : 'right'
}

/** "today", "tomorrow", "in 12 days", "3 days ago", from a number of days ahead. */
export function dayWords(days: number): string {
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${plural(days, 'day')}` : `${plural(-days, 'day')} ago`
}

/** "in 12 days", or "since 3 days" for a card that waits. */
export function dueWords(days: number): string {
  return days < 0 ? `since ${plural(-days, 'day')}` : dayWords(days)
}

/** "84 % now, 71 % on 22 Jan without another review". */
export function recallSpan(now: number, later: number, date: string): string {
  return `${percent(now)} now, ${percent(later)} on ${date}`
}

/** What the curve shows, for those who do not see it. */
export function curveLabel(
  now: number,
  due: { readonly recall: number; readonly date: string } | null,
  later: { readonly recall: number; readonly date: string },
): string {
  const whenDue = due ? `, ${spoken(due.recall)} on ${due.date} when it is due` : ''
  return (
    `Expected recall over time: ${spoken(now)} now${whenDue}, ` +
    `${spoken(later.recall)} on ${later.date} without another review.`
  )
}

function spoken(share: number): string {
  return `${Math.round(share * 100)} percent`
}

/** "12.4 days until recall has fallen to 90 %". */
export function stabilityWords(days: number): string {
  const rounded = days < 10 ? Math.round(days * 10) / 10 : Math.round(days)
  return `${plural(rounded, 'day')} until recall has fallen to ${percent(0.9)}`
}

/** "4.6 of 10, neither easy nor hard". */
export function difficultyWords(difficulty: number): string {
  const words = difficulty < 4 ? 'easy' : difficulty < 7 ? 'neither easy nor hard' : 'hard'
  return `${difficulty.toFixed(1)} of 10, ${words} for you`
}

/** "84 % today: you probably know it". */
export function recallWords(recall: number): string {
  const words =
    recall >= 0.95
      ? 'you almost certainly know it'
      : recall >= 0.8
        ? 'you probably know it'
        : recall >= 0.5
          ? 'you may have forgotten it'
          : 'you have probably forgotten it'
  return `${percent(recall)} today: ${words}`
}

/** "2, forgotten in review". A first answer that was wrong is no lapse. */
export function lapsesWords(lapses: number): string {
  return lapses === 0 ? 'none: never forgotten in review' : `${number(lapses)}, forgotten in review`
}

/** Below the curve: what its lines mean. `wanted` is 0 to 1. */
export function curveKey(wanted: number): string {
  return `Dashed: expected without another review. Dotted: the ${percent(wanted)} that you want.`
}

/** "5 s", "1 min 20 s". */
export function durationWords(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000)
  if (seconds < 60) return `${seconds} s`
  const rest = seconds % 60
  return `${number(Math.floor(seconds / 60))} min${rest ? ` ${rest} s` : ''}`
}

/** "taken back on 23 Nov". */
export function takenBack(date: string): string {
  return `taken back on ${date}`
}

/** "Started anew on 23 Nov: the card counts as new." */
export function resetNotice(date: string): string {
  return `Started anew on ${date}: the card counts as new.`
}

/** "Chosen: Zone-redundant storage". */
export function chosenWords(options: readonly string[]): string {
  return `chosen: ${options.join(', ')}`
}

/** Chosen options that can no longer be named, as the card has changed since. */
export function chosenEarlier(rev: number): string {
  return `in revision ${rev} of the card`
}

/** What a learner sends with a report of a mistake. */
export function reportText(card: {
  readonly cardId: string
  readonly rev: number
  readonly title: string
  readonly verified: string
  readonly sources: readonly string[]
}): string {
  return [
    `Cirrus card ${card.cardId}, revision ${card.rev}`,
    card.title,
    `Facts checked: ${card.verified}`,
    ...card.sources.map((source) => `Source: ${source}`),
    'What is wrong: ',
  ].join('\n')
}
