import type { Code } from './codes.ts'

/** Something that the author of a deck should know. Lines start at 1. */
export interface Message {
  readonly file: string
  readonly line: number
  readonly code: Code
  readonly text: string
}

/** Takes one message about the file at hand. */
export type Report = (code: Code, line: number, text: string) => void

export function isError({ code }: Message): boolean {
  return code.startsWith('E')
}

/** The message as a compiler prints it: `file:line: error CODE: text`. */
export function formatMessage(message: Message): string {
  const { file, line, code, text } = message
  return `${file}:${line}: ${isError(message) ? 'error' : 'warning'} ${code}: ${text}`
}

/** By file and line, errors before warnings; what was said twice is said once. */
export function inReadingOrder(messages: readonly Message[]): Message[] {
  const sorted = messages.toSorted(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      compare(a.code, b.code) ||
      compare(a.text, b.text),
  )
  return sorted.filter((message, index) => {
    const before = sorted[index - 1]
    return !before || formatMessage(before) !== formatMessage(message)
  })
}

/** Text from a file in quotes, cut to `length` characters, with the invisible made visible. */
export function quoted(text: string, length = Infinity): string {
  const short = text.slice(0, length)
  const mark = short.includes("'") && !short.includes('"') ? '"' : "'"
  const escaped = short
    .replaceAll('\\', '\\\\')
    .replaceAll(mark, `\\${mark}`)
    .replaceAll('\t', '\\t')
    .replaceAll('\n', '\\n')
  return `${mark}${escaped}${mark}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
