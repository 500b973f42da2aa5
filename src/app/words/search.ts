import { TERMS } from '../../core/search/terms.ts'
import type { TermName } from '../../core/search/terms.ts'
import type { STATES } from '../../core/search/states.ts'
import type { Problem } from '../../core/search/parse.ts'
import type { Suggestions } from '../../core/search/suggest.ts'
import { FLAGS, TYPE_NAMES } from './card.ts'

/** What keeps a search from being understood, in words. Where, the mark in the query shows. */
export function problemWords(problem: Problem): string {
  switch (problem.code) {
    case 'unknown-term':
      return problem.nearest
        ? `There is no “${problem.name}:”. Did you mean “${problem.nearest}:”?`
        : `There is no “${problem.name}:”. To search for the text, put it in quotes.`
    case 'bad-value':
      return badValueWords(problem.name, problem.value, problem.nearest)
    case 'no-value':
      return `What follows “${problem.name}:”? For example ${exampleOf(problem.name)}.`
    case 'open-quote':
      return 'A quote is missing at the end.'
    case 'open-parenthesis':
      return 'A closing parenthesis is missing.'
    case 'stray-parenthesis':
      return 'This parenthesis closes nothing.'
    case 'empty-parentheses':
      return 'There is nothing between the parentheses.'
    case 'nothing-to-negate':
      return 'After “-” comes, without a space, what is to be left out.'
    case 'or-without-sides':
      return '“or” stands between two things. To search for the word, put it in quotes.'
    default:
      return 'There are too many parentheses within each other.'
  }
}

function badValueWords(name: string, value: string, nearest: string | null): string {
  const hint = nearest ? `Did you mean ${name}:${nearest}?` : `For example ${exampleOf(name)}.`
  return `“${value}” does not fit “${name}:”. ${hint}`
}

function exampleOf(name: string): string {
  return new Map(Object.entries(TERMS)).get(name)?.examples[0] ?? `${name}:…`
}

/** What each term finds, for the help page. A term without words does not compile. */
export const TERM_WORDS: Readonly<Record<TermName, string>> = {
  exam: 'Cards that count for an exam.',
  domain: 'A domain of the outline, by words of its title, its number or its id.',
  group: 'A skill group, by words of its title, its number (2.3) or its id.',
  skill: 'A skill, by words of its title or its id.',
  deck: 'A deck, by its id or words of its title.',
  type: 'One type of card.',
  is: 'The state of a card.',
  flag: 'The colour of the flag: 1 red, 2 amber, 3 green, 4 blue, 0 none.',
  tag: 'A tag, the author’s or your own, with those below it (a::b). tag:none finds cards without any.',
  id: 'A card by its id, or all cards of a note. * stands for anything.',
  note: 'All cards of a note, by its id. * stands for anything.',
  rated:
    'Answered within so many study days, today among them; with a rating: again, hard, good or easy.',
  introduced: 'Seen for the first time within so many study days.',
  prop: 'Figures: s stability in days, d difficulty 1–10, r expected recall (0.8 or 80%), ivl interval in days, lapses, reps reviews, due days until due. With <, <=, =, >=, > or !=.',
}

/** What each value of `is:` finds. */
export const STATE_WORDS: Readonly<Record<keyof typeof STATES, string>> = {
  new: 'never answered',
  learning: 'in learning or relearning',
  review: 'learned, and repeated at growing intervals',
  due: 'due today or before, and neither suspended nor put aside',
  leech: 'forgotten more often than memory explains',
  suspended: 'suspended until you bring it back',
  buried: 'put aside until another day',
  flagged: 'with a flag of any colour',
  retired: 'in no deck any more; left out of all other searches',
  own: 'written or imported by you',
  edited: 'a shipped card that you changed; “edited” alone does the same',
  conflict: 'changed by you and by a new version in the same place',
  recheck: 'marked for another check of its facts',
  draft: 'a draft whose facts were not checked yet',
}

/** Suggestions with what each of them finds, where its name alone does not say it. */
export function explained({ items, ...span }: Suggestions): Suggestions {
  return {
    ...span,
    items: items.map((item) => ({ ...item, title: item.title ?? meaningOf(item.label) })),
  }
}

const MEANINGS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(TERM_WORDS).map(([name, words]) => [`${name}:`, words] as const),
  ...Object.entries(STATE_WORDS).map(([name, words]) => [`is:${name}`, words] as const),
  ...FLAGS.map((name, flag) => [`flag:${flag}`, name] as const),
  ...Object.entries(TYPE_NAMES).map(([type, name]) => [`type:${type}`, name] as const),
])

function meaningOf(label: string): string | null {
  return MEANINGS.get(label) ?? null
}

export const SEARCH_HELP = {
  screen: 'Search help',
  heading: 'How to search your cards',
  lead: 'Words find text in questions, answers, options, reasons, tags and ids. Terms such as is:due ask for more. Everything that you type must hold.',
  basics: 'Words and signs',
  terms: 'Terms',
  states: 'What is: can ask',
  try: (query: string) => `Search for ${query}`,
  back: 'To the cards',
} as const

/** Signs of the language with an example each; the parser's tests run them. */
export const SIGNS: readonly (readonly [example: string, words: string])[] = [
  [
    'archive tier',
    'Both words, anywhere. Part of a word is enough; accents and capitals do not matter.',
  ],
  ['"archive tier"', 'These words in this order.'],
  [
    'archive -premium',
    'The first word, without the second. A minus also stands before terms and parentheses.',
  ],
  ['archive or cool', 'One of the two. “or” binds less than what stands side by side.'],
  ['is:due (tag:bridge or flag:1)', 'Parentheses keep together what belongs together.'],
]
