import type { LeftKind } from '../../core/import/content.ts'
import type { Delimiter } from '../../core/import/table.ts'
import type { DuplicateChoice } from '../../core/import/duplicates.ts'
import type { ColumnRole, TableMapping, TextFormat } from '../../core/import/table.ts'
import type { ImportProblem } from '../import/import-error.ts'
import { spanWords } from './backup.ts'
import { number, plural } from './plural.ts'

export const IMPORT = {
  screen: 'Import and export',
  heading: 'Bring cards along, take them with you',
  lead: 'Files are read in this browser and sent nowhere. Nothing is written before you have seen what a file brings.',
  import: 'Import',
  note: 'A package of Anki (.apkg or .colpkg) with its history, a table (.csv, .tsv), or a deck in Cirrus’s own format (.md).',
  choose: 'Choose a file',
  other: 'Choose another file',
  reading: 'Reading the file',
  importing: 'Importing. Nothing is written until all of it is ready.',
  cancel: 'Cancel',
  preview: (name: string) => `What “${name}” brings`,
  decks: 'Decks',
  left: 'Left behind',
  leftNote:
    'Looks of note types and options of decks are never carried: the schedule is Cirrus’s own.',
  changed: 'Carried in another way',
  table: 'How the table is read',
  delimiter: 'Values are separated by',
  hasHead: 'The first row has the names of the columns',
  type: 'Cards',
  format: 'Texts are',
  deck: 'Deck',
  deckHint: 'For rows that name none. It is made if there is none with this title.',
  column: (index: number) => `Column ${index}`,
  role: (column: string) => `${column} holds`,
  noQuestion: 'Say which column holds the question.',
  noAnswer: 'Say which column holds the answer.',
  messages: 'What the deck’s author should know',
  messagesStop:
    'With an error in it nothing of a deck is imported. Put it right and choose the file again.',
  duplicates: 'Cards that you have already',
  which: 'Which ones',
  go: (notes: number) => `Import ${plural(notes, 'note')}`,
  goAnyway: 'Import the history',
  nothing: 'Nothing in this file is new.',
  browse: 'Show my cards',
  failed: 'It could not be done. Nothing was changed.',
  cancelled: 'Given up. Nothing was changed.',
} as const

export const EXPORT = {
  title: 'Export',
  note: 'For everything of yours in one file, to restore later, make a backup. These are for other programs.',
  backup: 'Make a backup',
  making: 'Writing the file',
  made: (name: string) => `${name} was made.`,
  empty: 'There is nothing to export yet.',
  apkg: {
    label: 'Own cards for Anki (.apkg)',
    hint: 'With images, tags, due days and history. Types that Anki does not have become question and answer.',
  },
  markdown: {
    label: 'Own cards as a deck (.md)',
    hint: 'In the format that the shipped decks are written in, without images and history.',
  },
  cards: {
    label: 'All cards (.csv)',
    hint: 'A table: each card with its deck, tags, state and expected recall.',
  },
  log: {
    label: 'Review history (.csv)',
    hint: 'A table: each entry, oldest first, with what was taken back marked as such.',
  },
} as const

const PROBLEMS: Readonly<Record<ImportProblem, string>> = {
  unknown:
    'This file is none that Cirrus can read. It reads packages of Anki, tables as text, and decks in its own format. Nothing was changed.',
  damaged:
    'This file is damaged or incomplete. Export it again where it came from. Nothing was changed.',
  'too large': 'This file holds more than can be imported at once. Nothing was changed.',
  encrypted: 'This file is encrypted. Nothing was changed.',
  newer:
    'This package was written by a newer version of Anki. Export it again with “Support older Anki versions”. Nothing was changed.',
  empty: 'There is nothing in this file that can be a card. Nothing was changed.',
  'no sqlite':
    'The part of Cirrus that reads packages could not be loaded. Reload the page and try again. Nothing was changed.',
  backup: 'This file looks like a backup. Restore it on the page Backup. Nothing was changed.',
  'deck errors': 'This deck has errors. Nothing was changed.',
}

export function problemWords(problem: ImportProblem): string {
  return PROBLEMS[problem]
}

interface Counts {
  readonly notes: number
  readonly cards: number
  readonly answers: number
  readonly images: number
  readonly firstAt: number | null
  readonly lastAt: number | null
}

/** "13 notes with 16 cards", "81 answers, from … to …", "1 image". */
export function previewLines(counts: Counts, utcOffsetMin: number): string[] {
  const { notes, cards, answers, images, firstAt, lastAt } = counts
  const span = spanWords(firstAt, lastAt, utcOffsetMin)
  return [
    `${plural(notes, 'note')} with ${plural(cards, 'card')}`,
    answers > 0 ? `${plural(answers, 'answer')} of your history${span ? `, ${span}` : ''}` : '',
    images > 0 ? plural(images, 'image') : '',
  ].filter((line) => line !== '')
}

export function deckWords(title: string, notes: number): string {
  return `${title}: ${plural(notes, 'note')}`
}

export function standingWords(fresh: number, same: number, differing: number): string {
  const parts = [
    `${number(fresh)} new`,
    same > 0 ? `${number(same)} here already, as the file has them` : '',
    differing > 0 ? `${number(differing)} here already, and different` : '',
  ]
  return `${parts.filter((part) => part !== '').join('; ')}.`
}

export const CHOICES: Readonly<Record<DuplicateChoice, readonly [label: string, hint: string]>> = {
  skip: ['Keep mine', 'Your cards stay as they are. History that is missing is added.'],
  update: [
    'Take the file’s',
    'Your text and tags give way to those of the file. Your history stays.',
  ],
  both: ['Keep both', 'The file’s cards are added beside yours, with their own history.'],
}

/** Kinds that are carried, only otherwise than they were. */
const CHANGED: ReadonlySet<LeftKind> = new Set([
  'split',
  'several decks',
  'nested gap',
  'remote image',
  'formula',
  'no answer',
  'tag',
  'deck title',
  'no history',
  'unknown filter',
  'row twice',
])

export function isChanged(kind: LeftKind): boolean {
  return CHANGED.has(kind)
}

const LEFT: Readonly<Record<LeftKind, (count: number) => string>> = {
  occlusion: (count) => `${plural(count, 'note')} with image occlusion`,
  'no question': (count) => `${plural(count, 'note')} without a question`,
  'too long': (count) => `${plural(count, 'note')} longer than a card can be`,
  gaps: (count) => `${plural(count, 'note')} with no gap, or with more than 30`,
  unfit: (count) => `${plural(count, 'note')} that cannot be a card here`,
  sound: (count) => plural(count, 'sound or video', 'sounds and videos'),
  'image type': (count) => `${plural(count, 'image')} that is neither PNG, JPEG nor WebP`,
  'image missing': (count) => `${plural(count, 'image')} that the file lacks`,
  'image unreadable': (count) => `${plural(count, 'image')} that cannot be read or is too large`,
  embedded: (count) =>
    `${plural(count, 'drawing, frame or field', 'drawings, frames and fields')} inside the text`,
  script: (count) => `${plural(count, 'script')} in cards: they never run here`,
  'answers of deleted cards': (count) => `${plural(count, 'answer')} of cards that were deleted`,
  'answers without a gap': (count) =>
    `${plural(count, 'answer')} of gaps that are no longer in the text`,
  'answers without a time': (count) =>
    `${plural(count, 'answer')} that names no button or time that can be`,
  'notes without cards': (count) => `${plural(count, 'note')} without cards`,
  'filtered deck': (count) =>
    `${plural(count, 'filtered deck')}: their cards are in their own decks`,
  flag: (count) => `${plural(count, 'flag')} of colours that there are not here`,
  'unknown type': (count) => `${plural(count, 'note')} whose type is not in the file`,
  'no answer given': (count) => `${plural(count, 'row')} without an answer`,
  'row twice': (count) => `${plural(count, 'row')} that stand twice: taken once`,
  split: (count) => `${plural(count, 'note')} with several cards: one note for each of them`,
  'several decks': (count) =>
    `${plural(count, 'note')} with cards in several decks: all in the first`,
  'nested gap': (count) => `${plural(count, 'gap')} within a gap: part of the outer one`,
  'remote image': (count) =>
    `${plural(count, 'image')} of the web: links, as nothing is loaded from there`,
  formula: (count) => `${plural(count, 'text')} with formulas: shown as they are written`,
  'no answer': (count) => `${plural(count, 'card')} without an answer: a dash stands for it`,
  tag: (count) =>
    `${plural(count, 'tag')} changed or too many: a tag has no spaces, quotes or commas`,
  'deck title': (count) =>
    `${plural(count, 'note')} in decks with long names: shortened at the beginning`,
  'no history': (count) =>
    `${plural(count, 'card')} with an interval and no history: counted as known when the interval began`,
  'unknown filter': (count) =>
    `${plural(count, 'field')} shown through an add-on: carried as plain fields`,
}

export function leftWords(kind: LeftKind, count: number): string {
  return LEFT[kind](count)
}

export const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical line',
}

export const ROLE_NAMES: Readonly<Record<ColumnRole, string>> = {
  ask: 'Question',
  answer: 'Answer',
  why: 'Why',
  tags: 'Tags',
  deck: 'Deck',
  none: 'Nothing',
}

export const TYPE_NAMES: Readonly<Record<TableMapping['type'], string>> = {
  basic: 'Question and answer',
  reversed: 'Both directions',
  cloze: 'Gaps, as {{c1::text}}',
}

export const FORMAT_NAMES: Readonly<Record<TextFormat, string>> = {
  plain: 'Plain text',
  markdown: 'Markdown',
  html: 'HTML',
}

export function rowsWords(count: number, faulty: readonly number[]): string {
  const rows = `${plural(count, 'row')} found.`
  if (faulty.length === 0) return rows
  const where = faulty.slice(0, 5).join(', ')
  return `${rows} Quotes do not match in row ${where}${faulty.length > 5 ? ' and others' : ''}: check whether its values are right.`
}

interface Done {
  readonly added: number
  readonly updated: number
  readonly reviews: number
  readonly images: number
}

/** "Imported: 13 notes, 81 entries of your history, 1 image." */
export function doneWords({ added, updated, reviews, images }: Done): string {
  const parts = [
    added > 0 && plural(added, 'note'),
    updated > 0 && `${plural(updated, 'note')} changed`,
    reviews > 0 && plural(reviews, 'entry of your history', 'entries of your history'),
    images > 0 && plural(images, 'image'),
  ].filter((part) => part !== false)
  if (parts.length === 0) return 'Everything in the file was here already. Nothing was changed.'
  return `Imported: ${parts.join(', ')}.`
}
