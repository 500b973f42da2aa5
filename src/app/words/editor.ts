import type { Code } from '../../core/deck/codes.ts'
import type { NoteType } from '../../core/note.ts'
import { plural } from './plural.ts'

export const EDITOR = {
  newTitle: 'New card',
  ownTitle: 'Edit card',
  shippedTitle: 'Change this card',
  shippedLead:
    'Your text lies over the original, which stays as it is. Your progress is kept, and you can go back at any time.',
  type: 'Type',
  deck: 'Deck',
  deckHint: 'One of yours, or a new name.',
  firstDeck: 'My cards',
  tags: 'Tags',
  tagsHint: 'With blanks between them.',
  skill: 'Counts for',
  skillHint: 'A skill of an exam: the card then counts there too.',
  noSkill: 'No exam',
  preview: 'Preview',
  previewQuestion: 'Question',
  previewAnswer: 'Answer',
  previewEmpty: 'The card shows here while you write.',
  previewAnswerOf: (at: number) => `Answer of card ${at}`,
  previewOf: (at: number, of: number) => `Card ${at} of ${of}`,
  side: 'Show',
  tools: 'Formatting',
  toolsFor: (field: string) => `for ${field}`,
  add: 'Add card',
  save: 'Save',
  cancel: 'Cancel',
  duplicate: 'Duplicate',
  delete: 'Delete',
  deleted: 'Deleted. Its text and history are kept; images that only it shows go after 30 days.',
  deletedTitle: 'This card was deleted.',
  undo: 'Take back',
  restored: 'The card is back.',
  another: 'Write another card',
  added: (deck: string) => `Added to ${deck}.`,
  showCard: 'Show it',
  copied: 'This is the copy. The card that it was made from is unchanged.',
  draftKept: 'Draft kept on this device.',
  draftFound: 'You had begun this text. It is as you left it.',
  draftDrop: 'Start again',
  draftDropSaved: 'Back to the saved text',
  notSaved: 'Not saved.',
  noText:
    'This card came with an earlier version, without the text that it was made from. It can be changed once its deck has been brought up to date.',
  unknown: (id: string) => `There is no card “${id}” on this device.`,
  toFix: (count: number) => `${plural(count, 'thing')} to put right before it can be saved.`,
  image: 'Image',
  imageWords: 'what it shows',
  imageLimits: 'PNG, JPEG, WebP, GIF or AVIF up to 20 MB; kept at up to 1,600 pixels and 1 MB.',
  imageAdded: 'Image added. Write what it shows.',
  imageProblems: {
    type: 'Only PNG, JPEG, WebP, GIF and AVIF can be added as images.',
    large: 'This image is too large, even when made smaller.',
    unreadable: 'This image cannot be read.',
  },
  options: 'Options',
  option: (at: number) => `Option ${at}`,
  right: 'Right',
  isRight: (at: number) => `Option ${at} is right`,
  reason: 'Reason',
  reasonOf: (what: string) => `Reason for ${what}`,
  steps: 'Steps, in their right order',
  step: (at: number) => `Step ${at}`,
  decoys: 'Steps that do not belong there',
  decoy: (at: number) => `Decoy ${at}`,
  also: 'Also right',
  alsoItem: (at: number) => `Also right ${at}`,
  accept: 'Numbers also right',
  acceptHint: 'With semicolons between them.',
  unit: 'Unit',
  shell: 'Shell',
  choices: 'Options to choose from',
  choicesHint: 'With semicolons between them.',
  rows: 'Rows',
  row: (at: number) => `Row ${at}`,
  rowAnswer: (at: number) => `Answer of row ${at}`,
  question: (at: number) => `Question ${at}`,
  why: 'Explanation',
  whyHint: 'Shown with the answer. May be left out.',
  addItem: 'Add a line',
  remove: (what: string) => `Remove ${what}`,
  up: (what: string) => `Move ${what} up`,
  moved: (what: string) => `${what} moved up.`,
} as const

/** What stands in the main fields, by type. */
export function askLabel(type: NoteType): string {
  if (type === 'cloze') return 'Text with gaps'
  return type === 'scenario' ? 'Situation' : 'Question'
}

export function askHint(type: NoteType): string | null {
  return type === 'cloze'
    ? 'Select what to hide, then […] or Ctrl+Shift+C: {{c1::hidden::hint}}.'
    : null
}

export const ANSWER_LABELS = {
  answer: 'Answer',
  command: 'Command',
  number: 'Number',
  backAsk: 'Question the other way',
  backAnswer: 'Its answer',
} as const

/** What a type is, in one line under its name. */
export const TYPE_HINTS: Readonly<Record<NoteType, string>> = {
  basic: 'You recall the answer and say whether you knew it.',
  reversed: 'Asked in both directions: two cards.',
  cloze: 'Words are hidden in a text; each number is a card.',
  single: 'One of several options is right.',
  multi: 'Several options are right.',
  number: 'A number is typed.',
  command: 'A command is typed and compared word by word.',
  order: 'Steps are put into their order.',
  which: 'Each row is asked with the same options.',
  scenario: 'One situation with several questions.',
}

export const SHELL_NAMES = {
  az: 'Azure CLI',
  pwsh: 'PowerShell',
  azcopy: 'AzCopy',
  bash: 'Bash',
  kql: 'KQL',
  bicep: 'Bicep',
} as const

/** The buttons of the toolbar; `keys` as `aria-keyshortcuts` has them. */
export const TOOLS = {
  bold: { name: 'Bold', keys: 'Control+B' },
  code: { name: 'Code', keys: 'Control+E' },
  block: { name: 'Code block', keys: 'Control+Shift+E' },
  gap: { name: 'Gap', keys: 'Control+Shift+C' },
  list: { name: 'List', keys: 'Control+Shift+8' },
  table: { name: 'Table', keys: 'Control+Shift+9' },
} as const

/** "Ctrl+Shift+C" for `Control+Shift+C`. */
export function keysWords(keys: string): string {
  return keys.replace('Control', 'Ctrl')
}

const PROBLEMS: Partial<Record<Code, string>> = {
  E042: 'A line is empty. Write something, or remove it.',
  E052: 'Two to six options, please.',
  E053: 'Exactly one option must be right.',
  E054: 'At least two options must be right, and one wrong.',
  E057: 'Two options are the same.',
  E060: 'Something must stand here.',
  E062: 'There is no gap yet. Select a word, then […] or Ctrl+Shift+C.',
  E064: 'A gap is not complete: it looks like {{c1::hidden}}. There can be up to 30.',
  E065: 'A bare number, please, such as 5000 or 0.5.',
  E067: 'Choose a shell.',
  E068: 'Something must stand here.',
  E069: 'At least three steps.',
  E071: 'At least two options to choose from.',
  E072: 'The answer of each row must be one of the options.',
  E073: 'Two rows have the same name.',
  E075: 'At least two rows.',
  E076: 'Two to six questions.',
}

const ADVICE: Partial<Record<Code, string>> = {
  E045: 'Say what the image shows, for those who do not see it.',
  E056: 'Options are shuffled: “all of the above” will not stand below.',
  W074: 'One of the options is never the answer.',
  W120: 'The right option is much the longest, which gives it away.',
  W121: 'More than three gaps: several smaller cards are easier to keep.',
  W124: 'A long question. What is it really about?',
  W125: 'A long answer. One fact to a card is easier to keep.',
  W126: 'A bare yes or no is easily guessed. Ask for the thing itself.',
  W127: 'Lists are hard to recall. An order, or a text with gaps, may do better.',
  W128: 'Two questions in one.',
  W129: '“Which of the following” asks for nothing in particular.',
  W130: 'A negative question is easily misread.',
  W131: 'A long explanation.',
  W132: 'A name of a product that has changed.',
  W133: '“Currently” will not stay true.',
}

/** What is wrong, or could be better, in words for the learner. */
export function problemWords(code: Code): string {
  return PROBLEMS[code] ?? ADVICE[code] ?? 'This cannot be kept as it is.'
}

export const FORM_PROBLEMS = {
  deck: 'Give the deck a name of up to 80 characters.',
  tags: 'A tag has no quotes and parentheses, and up to 60 characters.',
} as const

export const EDIT = {
  section: 'Text',
  edit: 'Edit',
  editShipped: 'Change the text',
  edited: 'You changed this card. Your text is what is asked.',
  showOriginal: 'Show the original',
  showMine: 'Show my text',
  original: 'The original, which your text lies over.',
  discard: 'Discard my changes',
  discarded: 'Your changes were discarded. The original is asked again.',
  undo: 'Take back',
  restored: 'Your text is back.',
  differences: 'To decide',
  differencesLead:
    'A new version of this card and you changed the same place. Until you decide, your text holds.',
  mine: 'Yours',
  release: 'New version',
  toDecide: (count: number) =>
    `${plural(count, 'card')} that you changed ${count === 1 ? 'differs from its' : 'differ from their'} new version: decide`,
  keepMine: 'Keep mine',
  takeRelease: 'Take the new one',
  decided: 'Decided.',
  nothing: 'nothing',
  changed: 'This card has changed',
  was: 'was',
  now: 'now',
  changedSince: 'The answer has changed since you last saw this card.',
} as const

/** The name of a place in a note's text, e.g. `options.1.why`. */
export function pathName(path: string, type: NoteType): string {
  const [first = '', index, field] = path.split('.')
  if (first === '') return 'The whole card'
  if (first === 'questions' && field !== undefined) {
    const inside = path.split('.').slice(2).join('.')
    return `${EDITOR.question(Number(index) + 1)}, ${pathName(inside, 'basic').toLowerCase()}`
  }
  if (index === 'right') return 'Which options are right'
  if (index === undefined) return fieldName(first, type)
  const item = itemName(first, Number(index) + 1)
  return field === 'why' ? EDITOR.reasonOf(item) : item
}

function fieldName(field: string, type: NoteType): string {
  const names: Readonly<Record<string, string>> = {
    ask: askLabel(type),
    answer: type === 'command' ? ANSWER_LABELS.command : ANSWER_LABELS.answer,
    backAsk: ANSWER_LABELS.backAsk,
    backAnswer: ANSWER_LABELS.backAnswer,
    also: EDITOR.also,
    accept: EDITOR.accept,
    shell: EDITOR.shell,
    unit: EDITOR.unit,
    options: EDITOR.options,
    steps: EDITOR.steps,
    decoys: EDITOR.decoys,
    choices: EDITOR.choices,
    rows: EDITOR.rows,
    why: EDITOR.why,
    questions: 'Questions',
  }
  return names[field] ?? field
}

function itemName(list: string, at: number): string {
  if (list === 'options') return EDITOR.option(at)
  if (list === 'steps') return EDITOR.step(at)
  if (list === 'decoys') return EDITOR.decoy(at)
  return EDITOR.row(at)
}
