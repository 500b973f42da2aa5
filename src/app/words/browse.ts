import type { BulkAct } from '../../db/bulk-acts.ts'
import type { ColumnId } from '../browse/columns.ts'
import { FLAGS } from './card.ts'
import { dayName } from './dates.ts'
import { number, plural } from './plural.ts'

export const BROWSE = {
  screen: 'Browse',
  newCard: 'New card',
  search: 'Search cards',
  placeholder: 'Words, or is:due, tag:…',
  clear: 'Clear the search',
  import: 'Import',
  help: 'Help',
  helpLabel: 'Search help',
  saved: 'Saved',
  savedLabel: 'Saved searches',
  columns: 'Columns',
  cards: 'Cards',
  suggestions: 'Suggestions',
  empty: 'No card fits this search.',
  noCards: 'No cards are installed yet. Choose an exam first.',
  toSettings: 'Choose an exam',
  study: 'Study these',
  select: 'Select',
  done: 'Done',
  all: 'All',
  allLabel: 'Select all',
  none: 'Select none',
  actions: 'Actions',
  undo: 'Undo',
  saving: 'Saving …',
  undoBefore: 'Undo the one before',
  undone: 'Undone: everything is as it was before.',
  failed: 'Not saved. Nothing was changed.',
  sortBy: 'Sort by',
  authors: 'Order of the outline',
  ascending: 'ascending',
  descending: 'descending',
  sortReversed: 'Reverse the order',
  unread: 'Reading …',
  suspend: 'Suspend',
  unsuspend: 'Bring back',
  flag: 'Flag…',
  tag: 'Tag…',
  move: 'Move to deck…',
  due: 'Set due…',
  reset: 'Start anew…',
  cancel: 'Cancel',
  flagTitle: 'Flag these cards',
  tagTitle: 'Your own tags',
  tagLabel: 'Tag',
  tagHint:
    'One tag, without spaces. It goes on the notes of the cards, beside their author’s tags.',
  tagBad: 'A tag has no spaces, commas, quotes or parentheses, and at most 60 characters.',
  addTag: 'Add',
  removeTag: 'Take off',
  moveTitle: 'Move to a deck',
  moveLabel: 'Deck',
  moveHint: 'One of yours, or a new name. Cards that came with an exam stay in their decks.',
  moveBad: 'The name of a deck has 1 to 80 characters.',
  moveConfirm: 'Move',
  dueTitle: 'When are these cards due?',
  dueLabel: 'Days from today',
  dueHint:
    '0 is today. What is known of your memory stays as it is. New cards are left as they are.',
  dueConfirm: 'Set due',
  resetTitle: 'Start these cards anew?',
  resetText:
    'They count as new again and their memory states are cleared. Their history is kept, and you can undo this.',
  resetConfirm: 'Start anew',
  saveTitle: 'Save this search',
  saveName: 'Name',
  save: 'Save',
  remove: 'Delete',
  noneSaved: 'None yet. Search for something, then save it here.',
  ready: 'Ready-made',
  question: 'The question is always shown.',
  years: (count: string) => `${count} years`,
  reading: (share: number) => `Reading the cards: ${Math.floor(share * 100)} %`,
  deleteSearch: (name: string) => `Delete “${name}”`,
} as const

export const COLUMN_NAMES: Readonly<Record<ColumnId, string>> = {
  question: 'Question',
  skill: 'Skill',
  exam: 'Exam',
  deck: 'Deck',
  type: 'Type',
  state: 'State',
  due: 'Due',
  recall: 'Recall',
  stability: 'Stability',
  difficulty: 'Difficulty',
  interval: 'Interval',
  reviews: 'Reviews',
  lapses: 'Lapses',
  introduced: 'First seen',
  reviewed: 'Last seen',
  flag: 'Flag',
  tags: 'Tags',
  verified: 'Facts checked',
  id: 'Id',
}

/** What a figure or a date is, where no column's name stands above it: "recall 97 %". */
const IN_A_LINE: Readonly<Partial<Record<ColumnId, (text: string) => string | null>>> = {
  due: (text) => `due ${text}`,
  recall: (text) => `recall ${text}`,
  stability: (text) => `stability ${text}`,
  difficulty: (text) => `difficulty ${text}`,
  interval: (text) => `interval ${text}`,
  reviews: (text) => (text === '1' ? '1 review' : `${text} reviews`),
  lapses: (text) => (text === '0' ? null : text === '1' ? '1 lapse' : `${text} lapses`),
  introduced: (text) => `first seen ${text}`,
  reviewed: (text) => `last seen ${text}`,
  verified: (text) => `checked ${text}`,
}

/** Null for what is not worth a word, such as no lapses. */
export function lineWords(column: ColumnId, text: string): string | null {
  const words = IN_A_LINE[column]
  return words ? words(text) : text
}

export const STATE_NAMES = {
  new: 'New',
  learning: 'Learning',
  relearning: 'Relearning',
  review: 'In review',
  leech: 'Does not stick',
  suspended: 'Suspended',
  buried: 'Put aside',
  retired: 'Retired',
} as const

/** Searches that are there from the beginning. */
export const READY_SEARCHES = [
  { name: 'Due today', query: 'is:due', sort: 'recall' },
  { name: 'Forgotten within seven days', query: 'rated:7:again', sort: null },
  { name: 'Does not stick', query: 'is:leech', sort: '-lapses' },
  { name: 'Flagged', query: 'is:flagged', sort: 'flag' },
  { name: 'Suspended', query: 'is:suspended', sort: null },
  { name: 'Not seen yet', query: 'is:new', sort: null },
  { name: 'To be rechecked', query: 'is:recheck', sort: null },
] as const

/** "1,012 cards", "24 of 1,012 cards". */
export function countWords(found: number, all: number): string {
  return found === all ? plural(all, 'card') : `${number(found)} of ${plural(all, 'card')}`
}

export function selectedWords(count: number): string {
  return `${number(count)} selected`
}

/** What was done to many cards: "Suspended 12 cards." */
export function actWords(act: Omit<BulkAct, 'id' | 'at' | 'undone'>, today: number): string {
  const { kind, count, flag, tag, dueDay, deck } = act
  const cards = plural(count, 'card')
  const notes = plural(count, 'note')
  switch (kind) {
    case 'suspend':
      return `Suspended ${cards}.`
    case 'unsuspend':
      return `Brought back ${cards}.`
    case 'flag':
      return flag ? `Flagged ${cards}: ${FLAGS[flag]}.` : `Took the flag off ${cards}.`
    case 'tag':
      return `Tagged ${notes}: ${tag}.`
    case 'untag':
      return `Took the tag ${tag} off ${notes}.`
    case 'move':
      return `Moved ${notes} to ${deck}.`
    case 'reset':
      return `Started ${cards} anew.`
    default:
      return `Set ${cards} due on ${dayName(dueDay ?? today, today)}.`
  }
}

/** What a move came to: how many notes went, were there already, or came with an exam. */
export function moveWords({
  deck,
  count,
  there,
  shipped,
}: {
  readonly deck: string
  readonly count: number
  readonly there: number
  readonly shipped: number
}): string {
  const parts = [
    count > 0 ? `Moved ${plural(count, 'note')} to ${deck}.` : 'Nothing was moved.',
    there > 0 && `${plural(there, 'note')} ${there === 1 ? 'was' : 'were'} there already.`,
    shipped > 0 && `${plural(shipped, 'note')} of exams ${shipped === 1 ? 'stays' : 'stay'} put.`,
  ]
  return parts.filter((words) => words !== false).join(' ')
}

/** What was left alone, because there was nothing to change. */
export function leftWords(count: number): string {
  return `${plural(count, 'card')} needed no change.`
}

export const NOTHING_TO_DO = 'Nothing to change: they are so already, or were never seen.'
