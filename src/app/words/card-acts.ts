import { FLAGS } from './card.ts'
import { plural } from './plural.ts'

/** What can be done with a card apart from answering it. */
export const MENU = {
  title: 'This card',
  bury: 'Bury until tomorrow',
  buryWords: 'The card does not come up again today.',
  edit: 'Edit',
  speak: 'Read aloud',
  postpone: 'Postpone…',
  postponeWords: 'The card stays away for as many days as you say.',
  history: 'History',
  suspend: 'Suspend',
  suspendWords: 'The card does not come up until you bring it back.',
  details: 'Card details',
  flag: 'Flag',
  flags: FLAGS,
} as const

export const POSTPONE = {
  title: 'Postpone this card',
  lead: 'It stays away for so many days, also if it is due before. Its memory state stays as it is.',
  days: 'Days',
  less: 'Fewer days',
  more: 'More days',
  confirm: 'Postpone',
  cancel: 'Cancel',
} as const

export const HISTORY = {
  title: 'History of this card',
  empty: 'No reviews yet.',
  chosen: 'What you chose',
  times: (times: number) => plural(times, 'time'),
  right: 'right',
  wrong: 'wrong',
} as const

export const COPY = {
  action: 'Copy',
  done: 'Copied.',
  failed: 'Could not be copied. Select it and copy it yourself.',
} as const
