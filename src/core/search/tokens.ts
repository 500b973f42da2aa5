/** Where something stands in the text of a query: from this character up to, not including, that one. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** One piece of a query as it was typed. */
export type Token = Span &
  (
    | { readonly kind: 'open' | 'close' | 'not' | 'or' | 'and' }
    /** A word or a phrase in quotes. */
    | { readonly kind: 'text'; readonly text: string; readonly closed: boolean }
    /** `name:value`. `value` is where the value stands, without its quotes. */
    | {
        readonly kind: 'term'
        readonly name: string
        readonly text: string
        readonly value: Span
        readonly closed: boolean
      }
  )

const BARE = /[^\s()"]+/y
const VALUE = /[^\s()"]*/y
// An address such as https://… is a word.
const NAME = /([a-z]+):(?!\/\/)/iy
const KEYWORDS: Readonly<Record<string, 'or' | 'and'>> = { or: 'or', and: 'and' }

/** Takes a query apart. Never fails: what is left open reaches to the end and says so. */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < query.length) {
    const token = tokenAt(query, at)
    if (token) tokens.push(token)
    at = token?.to ?? at + 1
  }
  return tokens
}

/** The token that begins at `from`, or null for a space. */
function tokenAt(query: string, from: number): Token | null {
  const character = query.charAt(from)
  if (/\s/.test(character)) return null
  if (character === '(') return { kind: 'open', from, to: from + 1 }
  if (character === ')') return { kind: 'close', from, to: from + 1 }
  if (character === '-') return { kind: 'not', from, to: from + 1 }
  if (character === '"') return { kind: 'text', from, ...quotedAt(query, from) }
  return termAt(query, from) ?? wordAt(query, from)
}

function termAt(query: string, from: number): Token | null {
  const [match, name] = matchAt(NAME, query, from) ?? []
  if (match === undefined || name === undefined) return null
  const start = from + match.length
  if (query.charAt(start) !== '"') {
    const text = matchAt(VALUE, query, start)?.[0] ?? ''
    const to = start + text.length
    return { kind: 'term', name, text, value: { from: start, to }, closed: true, from, to }
  }
  const { text, to, closed } = quotedAt(query, start)
  const value = { from: start + 1, to: closed ? to - 1 : to }
  return { kind: 'term', name, text, value, closed, from, to }
}

function wordAt(query: string, from: number): Token {
  const text = matchAt(BARE, query, from)?.[0] ?? query.charAt(from)
  const to = from + text.length
  const keyword = KEYWORDS[text.toLowerCase()]
  return keyword ? { kind: keyword, from, to } : { kind: 'text', text, closed: true, from, to }
}

/** What stands in quotes from `from` on; a backslash keeps the quote after it. */
function quotedAt(query: string, from: number): { text: string; to: number; closed: boolean } {
  let text = ''
  for (let at = from + 1; at < query.length; at++) {
    const character = query.charAt(at)
    if (character === '"') return { text, to: at + 1, closed: true }
    if (character === '\\' && query.charAt(at + 1) === '"') at += 1
    text += query.charAt(at)
  }
  return { text, to: query.length, closed: false }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** A value as it has to be typed: in quotes where it has spaces, quotes or parentheses. */
export function quoted(value: string): string {
  return /^[^\s()"]+$/.test(value) ? value : `"${value.replaceAll('"', String.raw`\"`)}"`
}
