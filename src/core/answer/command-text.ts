import type { Shell } from '../note.ts'

/**
 * A typed or written command without what only its way onto the screen left in it: typographic dashes
 * and quotes, a fence, prompts, comments, continued lines, blanks, a semicolon at the end.
 *
 * Lines end in `\n`; each holds one command or more. Queries and templates keep their lines as they are.
 */
export function plainCommand(text: string, shell: Shell): string {
  const ascii = asciiOf(text.replaceAll(/\r\n?/g, '\n'), shell)
  const bare = unfenced(ascii.trim())
  return collapsed(shell === 'kql' || shell === 'bicep' ? bare : joined(bare, shell))
}

// What a keyboard makes of two hyphens: a dash of any length at the start of a name.
const LONG_DASH =
  /(?<=^|\s)[-\u2010-\u2012\u2212]*[\u2013-\u2015][-\u2010-\u2015\u2212]*(?=[A-Za-z]{2})/g

function asciiOf(text: string, shell: Shell): string {
  return text
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll(LONG_DASH, shell === 'pwsh' ? '-' : '--')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[\u2018-\u201B\u2032]/g, "'")
    .replaceAll(/[\u201C-\u201F\u2033]/g, '"')
}

/** Without the fence of a code block, or the two backticks of a code span. */
function unfenced(text: string): string {
  const span = /^`([^`]+)`$/.exec(text)
  return span?.[1] ?? text.replace(/^```(?:[\w-]*[ \t]*\n)?/, '').replace(/\s*```$/, '')
}

const PROMPT =
  /^[ \t]*(?:(?:PS(?: [^\n>]*)?|[A-Za-z]:\\[^\n>]*)>[ \t]*|(?:[\w.-]+@[\w.-]+:[^\n$#]*[$#]|\$|>>?)[ \t]+)/gm

/** One line per command, without prompts and comments. */
function joined(text: string, shell: Shell): string {
  // The prompt of an administrator looks like a comment; a text of one line is hardly that.
  const script = text.includes('\n')
    ? text.replaceAll(/^[ \t]*#[^\n]*(?:\n|$)/gm, '')
    : text.replace(/^#\s+/, '')
  return script
    .replaceAll(PROMPT, '')
    .replaceAll(/[\\`][ \t]*\n/g, ' ')
    .replaceAll(shell === 'pwsh' ? /(?<=,)\s*\n|\n(?=\s*-)/g : /\n(?=\s*-)/g, ' ')
}

function collapsed(text: string): string {
  return text
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?(?:\n ?)+/g, '\n')
    .replace(/[;\s]+$/, '')
    .trim()
}
