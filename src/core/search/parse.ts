import { nearest } from '../deck/nearest.ts'
import { fold } from './fold.ts'
import type { Test } from './row.ts'
import { STATES } from './states.ts'
import { TERM_NAMES, termOf } from './terms.ts'
import { tokensOf } from './tokens.ts'
import type { Span, Token } from './tokens.ts'

/** What keeps a query from being understood, and where. */
export type Problem = Span &
  (
    | { readonly code: 'unknown-term'; readonly name: string; readonly nearest: string | null }
    | {
        readonly code: 'bad-value'
        readonly name: string
        readonly value: string
        readonly nearest: string | null
      }
    | { readonly code: 'no-value'; readonly name: string }
    | {
        readonly code:
          | 'open-quote'
          | 'open-parenthesis'
          | 'stray-parenthesis'
          | 'empty-parentheses'
          | 'nothing-to-negate'
          | 'or-without-sides'
          | 'too-deep'
      }
  )

/** A query that was understood. */
export interface Query {
  readonly test: Test
  /** Whether it looks for words, so that the texts of the notes are needed. */
  readonly needsText: boolean
  /** Study days of the log that it looks at; 0 for none. */
  readonly ratedDays: number
  /** Whether it asks for cards that do not stick, which their logs tell. */
  readonly needsLeeches: boolean
  /** Whether it asks for retired cards, which are left out otherwise. */
  readonly asksRetired: boolean
}

export type Parsed =
  | { readonly query: Query; readonly problem: null }
  | { readonly query: null; readonly problem: Problem }

/** Parentheses and minus signs within each other; more is a mistake or an attack. */
const DEEPEST = 50

/**
 * Reads a query: words and "phrases" that must all be there, terms such as `is:due`, `-` for not, `or`,
 * and parentheses. An empty query asks for every card. The first problem is the one that is told.
 */
export function parseQuery(text: string): Parsed {
  const parser = new Parser(text)
  try {
    return { query: parser.query(), problem: null }
  } catch (error) {
    if (error instanceof QueryError) return { query: null, problem: error.problem }
    throw error
  }
}

class QueryError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.problem = problem
  }
}

class Parser {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0
  #needsText = false
  #ratedDays = 0
  #needsLeeches = false
  #asksRetired = false

  constructor(text: string) {
    this.#tokens = tokensOf(text)
  }

  query(): Query {
    const test = this.#tokens.length === 0 ? () => true : this.#any()
    const rest = this.#tokens[this.#at]
    if (rest) throw new QueryError({ code: 'stray-parenthesis', ...spanOf(rest) })
    return {
      test,
      needsText: this.#needsText,
      ratedDays: this.#ratedDays,
      needsLeeches: this.#needsLeeches,
      asksRetired: this.#asksRetired,
    }
  }

  /** Sides of `or`, each a list of things that must all hold. */
  #any(): Test {
    const sides = [this.#all()]
    for (let or = this.#take('or'); or; or = this.#take('or')) {
      if (this.#isAtEnd()) throw new QueryError({ code: 'or-without-sides', ...spanOf(or) })
      sides.push(this.#all())
    }
    return sides.length === 1 && sides[0]
      ? sides[0]
      : (row, day) => sides.some((side) => side(row, day))
  }

  #all(): Test {
    const tests: Test[] = []
    while (!this.#isAtEnd()) {
      if (this.#take('and')) continue
      tests.push(this.#one())
    }
    const here = this.#tokens[this.#at]
    if (tests.length === 0 && here?.kind === 'or') {
      throw new QueryError({ code: 'or-without-sides', ...spanOf(here) })
    }
    return tests.length === 1 && tests[0]
      ? tests[0]
      : (row, day) => tests.every((test) => test(row, day))
  }

  /** Whether what must all hold ends here. */
  #isAtEnd(): boolean {
    const token = this.#tokens[this.#at]
    return !token || token.kind === 'close' || token.kind === 'or'
  }

  #one(): Test {
    const token = this.#tokens[this.#at++]
    if (!token) return () => true
    this.#depth += 1
    if (this.#depth > DEEPEST) throw new QueryError({ code: 'too-deep', ...spanOf(token) })
    const test = this.#testOf(token)
    this.#depth -= 1
    return test
  }

  #testOf(token: Token): Test {
    switch (token.kind) {
      case 'not':
        return this.#negated(token)
      case 'open':
        return this.#grouped(token)
      case 'term':
        return this.#term(token)
      case 'text':
        return this.#text(token)
      default:
        throw new QueryError({ code: 'stray-parenthesis', ...spanOf(token) })
    }
  }

  #negated(minus: Token): Test {
    const next = this.#tokens[this.#at]
    const isThere = next?.from === minus.to && !['close', 'or', 'and'].includes(next.kind)
    if (!isThere) throw new QueryError({ code: 'nothing-to-negate', ...spanOf(minus) })
    const test = this.#one()
    return (row, day) => !test(row, day)
  }

  #grouped(open: Token): Test {
    const next = this.#tokens[this.#at]
    if (next?.kind === 'close') {
      throw new QueryError({ code: 'empty-parentheses', from: open.from, to: next.to })
    }
    if (!next) throw new QueryError({ code: 'open-parenthesis', ...spanOf(open) })
    const test = this.#any()
    if (!this.#take('close')) throw new QueryError({ code: 'open-parenthesis', ...spanOf(open) })
    return test
  }

  #text(token: Token & { kind: 'text' }): Test {
    if (!token.closed) throw new QueryError({ code: 'open-quote', ...spanOf(token) })
    // Typed as a word of its own, "edited" is short for is:edited; in quotes it is looked for.
    if (token.text.toLowerCase() === 'edited' && token.to - token.from === token.text.length) {
      return STATES.edited
    }
    const wanted = fold(token.text)
    if (wanted === '') return () => true
    this.#needsText = true
    return textTest(wanted)
  }

  #term(token: Token & { kind: 'term' }): Test {
    const name = token.name.toLowerCase()
    const term = termOf(name)
    if (!term) {
      const span = { from: token.from, to: token.from + name.length + 1 }
      throw new QueryError({
        code: 'unknown-term',
        name,
        nearest: nearest(name, TERM_NAMES),
        ...span,
      })
    }
    if (!token.closed) {
      throw new QueryError({ code: 'open-quote', from: token.value.from - 1, to: token.to })
    }
    if (token.text.trim() === '') throw new QueryError({ code: 'no-value', name, ...spanOf(token) })
    const reading = term.read(token.text)
    if (!reading) {
      const close = Array.isArray(term.values) ? nearest(fold(token.text), term.values) : null
      throw new QueryError({
        code: 'bad-value',
        name,
        value: token.text,
        nearest: close,
        ...token.value,
      })
    }
    this.#ratedDays = Math.max(this.#ratedDays, reading.ratedDays ?? 0)
    if (reading.test === STATES.leech) this.#needsLeeches = true
    if (reading.test === STATES.retired) this.#asksRetired = true
    return reading.test
  }

  #take(kind: Token['kind']): Token | null {
    const token = this.#tokens[this.#at]
    if (token?.kind !== kind) return null
    this.#at += 1
    return token
  }
}

function spanOf({ from, to }: Span): Span {
  return { from, to }
}

/** Siblings follow each other and share a text, which is looked through once. */
function textTest(wanted: string): Test {
  let last: string | null = null
  let answer = false
  return ({ note: { text } }) => {
    if (text !== last) {
      last = text
      answer = text !== null && text.includes(wanted)
    }
    return answer
  }
}
