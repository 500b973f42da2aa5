import { fold } from './fold.ts'
import { TERM_NAMES, termOf } from './terms.ts'
import type { NameList } from './terms.ts'
import { quoted, tokensOf } from './tokens.ts'
import type { Span, Token } from './tokens.ts'

/** A name of the collection: what is typed, and what it stands for. */
export interface Name {
  readonly value: string
  readonly title: string | null
}

/** The names of the learner's collection, by what they may follow. */
export type Names = Readonly<Record<NameList, readonly Name[]>>

export interface Suggestion {
  /** What takes the place of the suggestion's span, with a colon or a space after it. */
  readonly insert: string
  /** `is:due`: what it becomes. */
  readonly label: string
  readonly title: string | null
}

export interface Suggestions extends Span {
  readonly items: readonly Suggestion[]
}

const MOST = 8

/** What could be typed at the caret: names of terms, or values of the term that stands there. */
export function suggestionsAt(query: string, caret: number, names: Names): Suggestions {
  const token = tokensOf(query).find(({ from, to }) => from < caret && caret <= to)
  if (token?.kind === 'term' && caret >= token.value.from) return valuesAt(token, caret, names)
  const isWord = token?.kind === 'text' && query.charAt(token.from) !== '"'
  if (!isWord) return { from: caret, to: caret, items: [] }
  const typed = fold(query.slice(token.from, caret))
  const items = TERM_NAMES.filter((name) => name.startsWith(typed)).map((name) => ({
    insert: `${name}:`,
    label: `${name}:`,
    title: null,
  }))
  return { from: token.from, to: token.to, items }
}

function valuesAt(token: Token & { kind: 'term' }, caret: number, names: Names): Suggestions {
  const span = { from: token.from, to: token.to }
  const name = token.name.toLowerCase()
  const term = termOf(name)
  if (!term?.values) return { ...span, items: [] }
  const known =
    typeof term.values === 'string'
      ? names[term.values]
      : term.values.map((value) => ({ value, title: null }))
  const typed = fold(token.text.slice(0, caret - token.value.from))
  const items = bestOf(known, typed).map(({ value, title }) => {
    const label = `${name}:${quoted(value)}`
    return { insert: `${label} `, label, title }
  })
  // A value that is there already needs no suggestion.
  const isDone = items.length === 1 && items[0]?.insert.trimEnd() === `${name}:${token.text}`
  return { ...span, items: isDone ? [] : items }
}

/** Those that begin with what was typed, then those that have it anywhere. */
function bestOf(known: readonly Name[], typed: string): Name[] {
  const begins: Name[] = []
  const has: Name[] = []
  for (const name of known) {
    const texts = [name.value, name.title ?? ''].map(fold)
    if (texts.some((text) => text.startsWith(typed))) begins.push(name)
    else if (texts.some((text) => text.includes(typed))) has.push(name)
  }
  return [...begins, ...has].slice(0, MOST)
}
