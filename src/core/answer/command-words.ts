import type { Shell } from '../note.ts'

/** A word of a shell. */
export interface Word {
  /** As it was typed. */
  readonly raw: string
  /** As the shell hands it on, without quotes. A dollar that the shell would not expand is `\$`. */
  readonly text: string
  readonly quoted: boolean
  /** Joined to the word before by a comma, as PowerShell writes lists. */
  readonly listed: boolean
}

/** One command with its words. */
export interface Statement {
  /** What stands before it: nothing, `;` (also for `&&` and a new line), `|` or `||`. */
  readonly joint: string
  readonly words: readonly Word[]
}

const JOINT = /&&|\|\|?|[;\n]/y
const BLANKS = /\s/

/**
 * Takes a plain command (see `plainCommand`) apart as its shell would. What is not closed, a quote or a
 * bracket, is taken literally; nothing is refused.
 */
export function statementsOf(text: string, shell: Shell): Statement[] {
  const statements: { joint: string; words: Word[] }[] = [{ joint: '', words: [] }]
  let listed = false
  for (let at = 0; at < text.length;) {
    const joint = jointAt(text, at)
    const last = statements.at(-1)
    if (joint !== '') {
      at += joint.length
      addJoint(statements, joint === '&&' || joint === '\n' ? ';' : joint)
      listed = false
    } else if (isBetween(text[at], shell)) {
      listed ||= text[at] === ','
      at++
    } else {
      const end = wordEnd(text, at, shell)
      last?.words.push(wordOf(text, at, end, shell, listed))
      at = end
      listed = false
    }
  }
  return statements.filter(({ words }) => words.length > 0)
}

/** A new line beside a pipe says nothing of its own. */
function addJoint(statements: { joint: string; words: Word[] }[], joint: string): void {
  const last = statements.at(-1)
  if (last && last.words.length > 0) statements.push({ joint, words: [] })
  else if (last?.joint === ';') last.joint = joint
}

function jointAt(text: string, at: number): string {
  JOINT.lastIndex = at
  return JOINT.exec(text)?.[0] ?? ''
}

function isBetween(char: string | undefined, shell: Shell): boolean {
  return char !== undefined && (BLANKS.test(char) || (char === ',' && shell === 'pwsh'))
}

function wordEnd(text: string, from: number, shell: Shell): number {
  let at = from
  do at = pieceEnd(text, at, shell)
  while (at < text.length && !isBetween(text[at], shell) && jointAt(text, at) === '')
  return at
}

/** The end of what begins at `at` and belongs together: a string, a group, an escape or a character. */
function pieceEnd(text: string, at: number, shell: Shell): number {
  if (isQuote(text[at])) return quoteEnd(text, at, shell) ?? at + 1
  if (opensGroup(text, at, shell)) return groupEnd(text, at, shell) ?? at + 1
  return isEscape(text, at, shell) ? at + 2 : at + 1
}

function isQuote(char: string | undefined): boolean {
  return char === '"' || char === "'"
}

function quoteEnd(text: string, at: number, shell: Shell): number | null {
  const escape = text[at] === "'" ? '' : shell === 'pwsh' ? '`' : '\\'
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === text[at]) return end + 1
    if (text[end] === escape) end++
  }
  return null
}

/** PowerShell nests in all brackets, the others in `$(…)`. */
function opensGroup(text: string, at: number, shell: Shell): boolean {
  const char = text[at] ?? ''
  return shell === 'pwsh'
    ? char !== '' && '({['.includes(char)
    : char === '(' && text[at - 1] === '$'
}

function groupEnd(text: string, from: number, shell: Shell): number | null {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? ''
    if (isQuote(char)) at = (quoteEnd(text, at, shell) ?? at + 1) - 1
    else if ('({['.includes(char)) depth++
    else if (')}]'.includes(char)) depth--
    if (depth === 0) return at + 1
  }
  return null
}

/** A backslash parts folders on Windows; it escapes only what would otherwise mean something. */
function isEscape(text: string, at: number, shell: Shell): boolean {
  if (shell === 'pwsh') return text[at] === '`' && at + 1 < text.length
  return text[at] === '\\' && /[ "'$]/.test(text[at + 1] ?? '')
}

function wordOf(text: string, from: number, to: number, shell: Shell, listed: boolean): Word {
  const pieces: string[] = []
  for (let at = from; at < to;) {
    const end = pieceEnd(text, at, shell)
    pieces.push(meaningOf(text.slice(at, end), shell))
    at = end
  }
  const quoted = isQuote(text[from]) && pieceEnd(text, from, shell) > from + 1
  return { raw: text.slice(from, to), text: pieces.join(''), quoted, listed }
}

function meaningOf(piece: string, shell: Shell): string {
  const [first] = piece
  if (piece.length > 1 && isQuote(first)) {
    const inner = piece.slice(1, -1)
    if (first === "'") return inner.replaceAll(/\$(?=[A-Za-z_{(])/g, String.raw`\$`)
    const quotes = inner.replaceAll(shell === 'pwsh' ? '`"' : String.raw`\"`, '"')
    return shell === 'pwsh' ? quotes.replaceAll('`$', String.raw`\$`) : quotes
  }
  if (isEscape(piece, 0, shell)) return piece[1] === '$' ? String.raw`\$` : piece.slice(1)
  return piece
}
