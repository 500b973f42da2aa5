/** A part of a cloze text that is asked: `{{c1::text}}` or `{{c1::text::hint}}`. */
export interface Deletion {
  readonly number: number
  readonly text: string
  readonly hint: string | null
  /** Where it stands in the text, braces included. */
  readonly start: number
  readonly end: number
}

const DELETION = /\{\{c(\d+)::(.+?)(?:::(.+?))?\}\}/g

export function deletionsIn(text: string): Deletion[] {
  return Array.from(text.matchAll(DELETION), (match) => ({
    number: Number(match[1]),
    text: match[2] ?? '',
    hint: match[3] ?? null,
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** The numbers in use, ascending. */
export function clozeNumbers(deletions: readonly Deletion[]): number[] {
  return [...new Set(deletions.map(({ number }) => number))].toSorted((a, b) => a - b)
}
