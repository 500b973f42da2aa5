/** A part of a cloze text that is asked: `{{c1::text}}` or `{{c1::text::hint}}`. */
export interface Deletion {
  readonly number: number
  readonly text: string
  readonly hint: string | null
  /** Where it stands in the text, braces included. */
  readonly start: number
  readonly end: number
}

/**
 * The deletions of a text, none of which goes over the end of a line. Each place is looked at a few times
 * at most, as anybody's text comes here and one expression for all of it could be kept busy for minutes.
 */
export function deletionsIn(text: string): Deletion[] {
  const found: Deletion[] = []
  for (const { 0: line, index } of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
    found.push(...deletionsOfLine(line, index))
  }
  return found
}

function deletionsOfLine(line: string, offset: number): Deletion[] {
  const found: Deletion[] = []
  const opening = /\{\{c(\d+)::/g
  for (let match = opening.exec(line); match; match = opening.exec(line)) {
    const from = opening.lastIndex
    const close = line.indexOf('}}', from + 1)
    if (close < 0) break
    const { end, ...content } = contentFrom(line, from, close)
    const [start, number] = [offset + match.index, Number(match[1])]
    found.push({ number, ...content, start, end: offset + end })
    opening.lastIndex = end
  }
  return found
}

/** What is between `::` and the braces: the text up to the first `::` that has a hint behind it. */
function contentFrom(
  line: string,
  from: number,
  close: number,
): Pick<Deletion, 'text' | 'hint' | 'end'> {
  const middle = line.indexOf('::', from + 1)
  const closeOfHint = middle >= 0 && middle < close ? line.indexOf('}}', middle + 3) : -1
  if (closeOfHint < 0) return { text: line.slice(from, close), hint: null, end: close + 2 }
  const hint = line.slice(middle + 2, closeOfHint)
  return { text: line.slice(from, middle), hint, end: closeOfHint + 2 }
}

/** The numbers in use, ascending. */
export function clozeNumbers(deletions: readonly Deletion[]): number[] {
  return [...new Set(deletions.map(({ number }) => number))].toSorted((a, b) => a - b)
}
