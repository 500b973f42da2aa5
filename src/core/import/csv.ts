import Papa from 'papaparse'
import { DELIMITERS } from './table.ts'
import type { Delimiter } from './table.ts'

/** Rows and columns that a table may have. */
export const MOST_ROWS = 100_000
export const MOST_COLUMNS = 60

/** A table as it was read. */
export interface Table {
  readonly delimiter: Delimiter
  readonly rows: readonly (readonly string[])[]
  /** Rows in which a quoted value does not end, or goes on after its end, from 1. */
  readonly faulty: readonly number[]
  /** There is more than can be read. */
  readonly isCutOff: boolean
  /** What a file that Anki wrote says of itself at its beginning: `#html:true`… */
  readonly head: ReadonlyMap<string, string>
}

/**
 * Reads a table of values: with quotes around values that hold the delimiter or several lines.
 *
 * @param delimiter null to find it
 */
export function readTable(text: string, delimiter: Delimiter | null): Table {
  const { head, body } = headLines(text.replace(/^\uFEFF/, ''))
  const named = namedDelimiter(head.get('separator'))
  const { data, errors, meta } = Papa.parse<string[]>(body, {
    delimiter: delimiter ?? named ?? '',
    delimitersToGuess: [...DELIMITERS],
    skipEmptyLines: 'greedy',
    preview: MOST_ROWS + 1,
  })
  const faulty = errors.filter(({ type }) => type === 'Quotes').map(({ row }) => (row ?? 0) + 1)
  return {
    delimiter: DELIMITERS.find((each) => each === meta.delimiter) ?? ',',
    rows: data.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_COLUMNS)),
    faulty: [...new Set(faulty)],
    isCutOff: data.length > MOST_ROWS,
    head,
  }
}

/** The lines `#key:value` with which a text file of Anki begins. */
function headLines(text: string): { head: ReadonlyMap<string, string>; body: string } {
  const head = new Map<string, string>()
  let body = text
  for (let count = 0; count < 20; count++) {
    const match = /^#([a-z ]{2,20}):(.*)\r?\n/i.exec(body)
    if (!match) break
    head.set((match[1] ?? '').toLowerCase(), (match[2] ?? '').trim())
    body = body.slice(match[0].length)
  }
  return { head, body }
}

function namedDelimiter(name: string | undefined): Delimiter | null {
  const names: Readonly<Record<string, Delimiter>> = {
    tab: '\t',
    comma: ',',
    semicolon: ';',
    pipe: '|',
  }
  const known = names[(name ?? '').toLowerCase()]
  return known ?? DELIMITERS.find((each) => each === name) ?? null
}

/** Beginnings with which a spreadsheet would run a value as a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Rows as CSV (RFC 4180). Text that a spreadsheet would take for a formula gets an apostrophe before it;
 * numbers stay numbers.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  const lines = rows.map((row) =>
    row.map((value) => (typeof value === 'number' ? `${value}` : cellOf(value))).join(','),
  )
  return lines.map((line) => `${line}\r\n`).join('')
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
