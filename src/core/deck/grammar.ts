import { NOTE_TYPES } from '../note.ts'
import type { NoteType } from '../note.ts'

/** The words and line forms of the deck format (decks/README.md). */

export const FRONT_KEYS = ['deck', 'title', 'exam', 'skill', 'verified', 'lang'] as const
export type FrontKey = (typeof FRONT_KEYS)[number]

export const META_KEYS = [
  'skill',
  'src',
  'exam',
  'level',
  'decay',
  'expires',
  'tags',
  'confuse',
  'needs',
  'rev',
  'verified',
  'shell',
  'unit',
  'accept',
  'lang',
  'status',
  'pool',
] as const
export type MetaKey = (typeof META_KEYS)[number]

export const LABELS = ['Q', 'A', 'T', 'S', 'Why', 'Also', 'Back', 'Options', 'Not used'] as const
export type Label = (typeof LABELS)[number]

interface Form {
  /** Labels that must stand there with some text. */
  readonly needs: readonly Label[]
  readonly allows: readonly Label[]
}

/** Which labels a card or question of a type has. */
export const FORMS: Readonly<Record<NoteType, Form>> = {
  basic: { needs: ['Q', 'A'], allows: ['Q', 'A', 'Why'] },
  reversed: { needs: ['Q', 'A'], allows: ['Q', 'A', 'Back', 'Why'] },
  cloze: { needs: ['T'], allows: ['T', 'Why'] },
  single: { needs: ['Q'], allows: ['Q', 'Why'] },
  multi: { needs: ['Q'], allows: ['Q', 'Why'] },
  number: { needs: ['Q', 'A'], allows: ['Q', 'A', 'Why'] },
  command: { needs: ['Q', 'A'], allows: ['Q', 'A', 'Also', 'Why'] },
  order: { needs: ['Q'], allows: ['Q', 'Not used', 'Why'] },
  which: { needs: ['Q'], allows: ['Q', 'Options', 'Why'] },
  scenario: { needs: ['S'], allows: ['S', 'Why'] },
}

export const LEVELS = ['1', '2', '3'] as const
export const DECAYS = ['slow', 'normal', 'fast'] as const
export const STATUSES = ['draft', 'recheck'] as const
export const POOLS = ['review', 'exam'] as const

export const FENCE = '```'

export const CARD_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/
export const NOTE_HEADING = /^## (\S+) \((\S+)\)\s*$/
export const QUESTION_HEADING = /^### (\S+) \((\S+)\)\s*$/
export const META_LINE = /^([a-z][a-z-]*):(?:\s+(.*))?$/s
export const LABEL_LINE = new RegExp(`^(${LABELS.join('|')}):(?:\\s+(.*))?$`, 's')
/** What looks like a label, so that a typo never vanishes into the text. */
export const LABEL_LIKE = /^([A-Z][A-Za-z ]{1,14}):(\s|$)/
export const OPTION_LINE = /^- \[(.)\] (.*)$/su
export const ROW_LINE = /^- \[([a-z0-9-]+)\] (.*) => (.*)$/s
export const STEP_LINE = /^(\d+)\. (.*)$/s
export const RATIONALE_LINE = /^\s+> (.*)$/s
export const SOURCE = /^(https:\/\/\S+?)(?:\s+@(\d{4}-\d\d-\d\d))?$/

export function isNoteType(type: string): type is NoteType {
  return (NOTE_TYPES as readonly string[]).includes(type)
}

export function isMetaKey(key: string): key is MetaKey {
  return (META_KEYS as readonly string[]).includes(key)
}

export function isFrontKey(key: string): key is FrontKey {
  return (FRONT_KEYS as readonly string[]).includes(key)
}

export function isLabel(label: string): label is Label {
  return (LABELS as readonly string[]).includes(label)
}

/** The value if it is one of `allowed`, else the first of them. */
export function oneOf<T extends string>(
  value: string | undefined,
  allowed: readonly [T, ...T[]],
): T {
  return allowed.find((other) => other === value) ?? allowed[0]
}

/** `a, b, c` in alphabetical order, for messages. */
export function listed(words: readonly string[]): string {
  return words.toSorted().join(', ')
}
