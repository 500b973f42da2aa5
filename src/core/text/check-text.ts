import { checkChoice } from '../deck/choice-rules.ts'
import { checkCloze } from '../deck/cloze-rules.ts'
import type { Code } from '../deck/codes.ts'
import { clozeNumbers, deletionsIn } from '../deck/deletions.ts'
import { checkBack, checkLabels } from '../deck/label-rules.ts'
import type { NoteRule, SectionRule } from '../deck/rule.ts'
import { checkOrder, checkScenario, checkWhich } from '../deck/sequence-rules.ts'
import { checkCommand, checkNumber } from '../deck/typed-rules.ts'
import {
  checkBasic,
  checkImages,
  checkNames,
  checkQuestionLength,
  checkWording,
} from '../deck/wording-rules.ts'
import type { NoteText, SectionText } from './note-text.ts'
import { treeOfText } from './tree-of-text.ts'

/** What the deck checker says of a text, and beside which field it belongs. */
export interface TextProblem {
  readonly code: Code
  /** A field of the text, e.g. `options` or `questions.1.answer`. */
  readonly path: string
}

export interface CheckedText {
  /** The note cannot be kept like this. */
  readonly errors: readonly TextProblem[]
  /** It would be asked better otherwise. */
  readonly advice: readonly TextProblem[]
}

const MOST_GAPS = 30

const RULES: readonly SectionRule[] = [
  checkLabels,
  checkBack,
  checkChoice,
  checkCloze,
  checkNumber,
  checkCommand,
  checkOrder,
  checkWhich,
  checkBasic,
  checkWording,
  checkNames,
  checkImages,
]
const NOTE_RULES: readonly NoteRule[] = [checkScenario, checkQuestionLength]

/** Only authors of shipped decks must give reasons and units, and keep their images in a folder. */
const FOR_AUTHORS: ReadonlySet<Code> = new Set(['E047', 'E055', 'E061', 'E066', 'W063', 'W122'])
/** For the learner's own cards a wish, not a condition. */
const ONLY_ADVICE: ReadonlySet<Code> = new Set(['E045', 'E056'])

/** Holds a text against the rules of the deck checker, as far as they concern a note by itself. */
export function checkText(text: NoteText): CheckedText {
  const problems = [
    ...problemsOf(text, ''),
    ...text.questions.flatMap((question, index) => problemsOf(question, `questions.${index}.`)),
  ].filter(({ code }) => !FOR_AUTHORS.has(code))
  const isAdvice = ({ code }: TextProblem) => code.startsWith('W') || ONLY_ADVICE.has(code)
  return {
    errors: distinct(problems.filter((problem) => !isAdvice(problem))),
    advice: distinct(problems.filter(isAdvice)),
  }
}

function problemsOf(text: SectionText, prefix: string): TextProblem[] {
  const problems: TextProblem[] = []
  const note = treeOfText({ questions: [], ...text })
  const say = (code: Code, words: string) =>
    problems.push({ code, path: `${prefix}${pathOf(code, words, text)}` })
  RULES.forEach((rule) => rule(note, say))
  const deck = { file: '', front: new Map(), notes: [] }
  const context = { skills: new Set<string>(), today: '' }
  if (prefix === '') NOTE_RULES.forEach((rule) => rule(note, say, deck, context))
  return [
    ...problems,
    ...emptyItems(text, prefix),
    ...halfBack(text, prefix),
    ...tooMany(text, prefix),
  ]
}

/** In a deck file an item without text cannot be written; in a form it can. */
function emptyItems(text: SectionText, prefix: string): TextProblem[] {
  const lists = { single: 'options', multi: 'options', order: 'steps', which: 'rows' } as const
  const list = listFor(text.type, lists)
  if (!list) return []
  const isEmpty = text[list].some((item) => item.text.trim() === '')
  return isEmpty ? [{ code: 'E042', path: `${prefix}${list}` }] : []
}

function listFor<T extends string>(
  type: string,
  lists: Readonly<Record<string, T>>,
): T | undefined {
  return Object.hasOwn(lists, type) ? lists[type] : undefined
}

/** Each number is a card with the whole text; the last one is not to stop the page. */
function tooMany({ type, ask }: SectionText, prefix: string): TextProblem[] {
  if (type !== 'cloze' || clozeNumbers(deletionsIn(ask)).length <= MOST_GAPS) return []
  return [{ code: 'E064', path: `${prefix}ask` }]
}

function halfBack(text: SectionText, prefix: string): TextProblem[] {
  if (text.type !== 'reversed' || (text.backAsk === '' && text.backAnswer === '')) return []
  return (['backAsk', 'backAnswer'] as const)
    .filter((field) => text[field].trim() === '')
    .map((field) => ({ code: 'E060', path: `${prefix}${field}` }))
}

const PATHS: Partial<Record<Code, keyof SectionText | 'questions'>> = {
  E052: 'options',
  E053: 'options',
  E054: 'options',
  E056: 'options',
  E057: 'options',
  W120: 'options',
  E065: 'answer',
  E067: 'shell',
  E068: 'answer',
  E069: 'steps',
  E071: 'choices',
  E072: 'rows',
  E073: 'rows',
  E075: 'rows',
  W074: 'choices',
  E076: 'questions',
  E077: 'backAsk',
  W125: 'answer',
  W126: 'answer',
  W127: 'answer',
  W131: 'why',
}
const LABELS: Readonly<Record<string, keyof SectionText>> = {
  A: 'answer',
  Back: 'backAsk',
  Options: 'choices',
}

function pathOf(code: Code, words: string, text: SectionText): string {
  if (code === 'E060') return LABELS[/needs "(\w+):/.exec(words)?.[1] ?? ''] ?? 'ask'
  if (code === 'E065' && text.accept.some((other) => words.endsWith(`'${other}'`))) return 'accept'
  return PATHS[code] ?? 'ask'
}

function distinct(problems: readonly TextProblem[]): TextProblem[] {
  return [...new Map(problems.map((each) => [`${each.path} ${each.code}`, each])).values()]
}
