import { align } from './align.ts'
import type { Run } from './align.ts'
import type { CommandPart, Finding } from './command-part.ts'
import { statementsOf } from './command-words.ts'
import type { Shell } from '../note.ts'

/** The smallest piece of a query, a template or a script that means something. */
interface Token {
  /** Equal for all ways to write the same. */
  readonly key: string
  readonly raw: string
  /** A blank or a new line stands before it. */
  readonly spaced: boolean
}

/**
 * Compares a query, a template or a script with an accepted form, token by token. Blanks and new lines
 * do not count, nor which quotes are used where the language has two kinds; case and order do.
 *
 * @param wanted plain text, see `plainCommand`
 */
export function compareTokens(shell: Shell, wanted: string, given: string): Finding[] {
  const runs = align(tokensOf(wanted, shell), tokensOf(given, shell), (a, b) => a.key === b.key)
  return runs.map((run) => ({ part: partOf(run), fault: run.same ? 'none' : 'serious' }))
}

function partOf({ same, left, right }: Run<Token, Token>): CommandPart {
  const [expected, typed] = [textOf(left), textOf(right)]
  if (same) return { state: 'same', expected, typed }
  if (typed === '') return { state: 'missing', expected }
  if (expected === '') return { state: 'extra', typed, remark: 'not part of the answer' }
  const part = { state: 'different', expected, typed } as const
  const isCase = expected.toLowerCase() === typed.toLowerCase()
  return isCase ? { ...part, remark: 'upper and lower case count here' } : part
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ raw, spaced }) => (spaced ? ` ${raw}` : raw))
    .join('')
    .trim()
}

function tokensOf(text: string, shell: Shell): Token[] {
  return shell === 'bash' ? shellTokens(text) : codeTokens(text, shell)
}

/** Words without quotes and what stands between commands; `--name=value` is two words. */
function shellTokens(text: string): Token[] {
  return statementsOf(text, 'bash').flatMap(({ joint, words }) => {
    const pieces = words.flatMap((word) => {
      const [, name, value] = /^(--[\w-]+)=(.*)$/s.exec(word.quoted ? '' : word.text) ?? []
      if (name === undefined || value === undefined) return [{ key: word.text, raw: word.raw }]
      return [
        { key: name, raw: name },
        { key: value, raw: word.raw.slice(name.length + 1) },
      ]
    })
    const all = joint === '' ? pieces : [{ key: joint, raw: joint }, ...pieces]
    return all.map((piece) => ({ ...piece, spaced: true }))
  })
}

// Names of KQL operators may hold a hyphen; elsewhere it is a minus.
const TOKEN =
  /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\b(?:project|mv|make|top|sample|parse|graph|partition)-[a-z]+(?:-[a-z]+)*|[\p{L}_$@#][\p{L}\p{N}_]*|\d+(?:\.\d+)?[\p{L}\d]*|[=!<>]=|[=!]~|=>|&&|\|\||\?\?|\.\.|\S/gu

function codeTokens(text: string, shell: Shell): Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: raw, index }) => ({
    key: keyOf(raw, shell),
    raw,
    spaced: /\s/.test(text[index - 1] ?? ''),
  }))
}

/** KQL takes both kinds of quotes, Bicep only one. */
function keyOf(raw: string, shell: Shell): string {
  return shell === 'kql' && raw.length > 1 && raw.startsWith("'") ? `"${raw.slice(1, -1)}"` : raw
}
