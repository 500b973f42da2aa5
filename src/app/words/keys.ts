import type { Action } from '../../core/keys.ts'

/** What each key does, in a few words. */
export const ACTION_NAMES: Readonly<Record<Action, string>> = {
  show: 'Show the answer, check',
  unsure: 'I don’t know',
  hint: 'Hint',
  continue: 'Take what is suggested, go on',
  grade1: 'First grade button: Forgot, Again',
  grade2: 'Second: Got it, Hard',
  grade3: 'Third: Good',
  grade4: 'Fourth: Easy',
  guessed: 'I guessed',
  source: 'Open the source',
  copy: 'Copy the command',
  undo: 'Undo',
  redo: 'Redo',
  bury: 'Bury until tomorrow',
  postpone: 'Postpone…',
  suspend: 'Suspend',
  flag1: 'Flag red, or take it off',
  flag2: 'Flag amber, or take it off',
  flag3: 'Flag green, or take it off',
  flag4: 'Flag blue, or take it off',
  edit: 'Edit the card',
  details: 'Details: skill, why now, source',
  history: 'History of the card',
  speak: 'Read aloud',
  menu: 'More',
  keys: 'These keys',
  end: 'Leave a field, end the session',
}

export const KEYS = {
  title: 'Keys',
  contexts: {
    asking: 'Before the answer',
    rating: 'After the answer',
    always: 'At any time',
  },
  options: ['A–H 1–8', 'Choose an option'],
  none: 'none',
  change: 'Change keys in Settings',
} as const

export const KEY_SETTINGS = {
  title: 'Keys while studying',
  lead: 'Options are always chosen by their letters and numbers, which go first while there are options.',
  preset: 'Preset',
  presets: { cirrus: 'Cirrus', anki: 'Anki' },
  own: 'Your own',
  change: 'Change',
  changeOf: (action: string) => `Change the keys of “${action}”`,
  press: 'Press a key. Esc leaves it as it is.',
  add: 'Add a key',
  addTo: (action: string) => `Add a key to “${action}”`,
  remove: (key: string, action: string) => `Remove ${key} from “${action}”`,
  reset: 'Reset',
  resetOf: (action: string) => `Reset the keys of “${action}”`,
  conflict: (key: string, names: readonly string[]) =>
    `${key} does more than one thing: ${names.join('; ')}. The last of them wins.`,
  option: (key: string) => `${key} chooses an option while there are options.`,
} as const
