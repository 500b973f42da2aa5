import {
  MOST_FILE_CHARACTERS,
  MOST_LINE_CHARACTERS,
  readHead,
  readLine,
  ROW_KINDS,
} from './format.ts'
import type { BackupHead, BackupLine, RowKind, RowOf } from './format.ts'

/** Everything that a backup holds, each row checked. */
export type BackupRows = { readonly [Kind in RowKind]: readonly RowOf<Kind>[] }

/** A backup that was read to its end, or as far as it could be. */
export interface BackupContent {
  readonly head: BackupHead
  readonly rows: BackupRows
  /** Names of the kinds of lines that only a later version of the app knows, with how many there are. */
  readonly unknown: ReadonlyMap<string, number>
  /** Lines that could not be read, the first ones with what is wrong. Empty in a sound file. */
  readonly faults: readonly LineFault[]
  readonly faulty: number
  /** The file ends before its end line, or holds less than that says. */
  readonly isCutOff: boolean
}

export interface LineFault {
  /** From 1. */
  readonly line: number
  readonly why: string
}

export type BackupProblem = 'not a backup' | 'newer' | 'too large'

/** A file that is no backup of this app, or none that it can read. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
  readonly problem: BackupProblem

  constructor(problem: BackupProblem) {
    super(problem)
    this.problem = problem
  }
}

const FAULTS_TOLD = 20

/**
 * Takes the lines of a backup one by one and keeps what they hold. Lines that are damaged are told and left
 * out, so that a file with a flaw still gives what is whole in it.
 */
export class BackupReader {
  readonly #rows = emptyRows()
  readonly #unknown = new Map<string, number>()
  readonly #faults: LineFault[] = []
  #head: BackupHead | null = null
  #faulty = 0
  #line = 0
  #count = 0
  #characters = 0
  #promised: number | null = null
  readonly #most: number

  /** @param most characters that the whole file may have, line ends left out */
  constructor(most = MOST_FILE_CHARACTERS) {
    this.#most = Math.min(most, MOST_FILE_CHARACTERS)
  }

  /** @throws BackupError where the head says that this is no backup, or one of a newer version */
  take(line: string): void {
    this.#line += 1
    this.#characters += line.length
    if (line.length > MOST_LINE_CHARACTERS || this.#characters > this.#most) {
      throw new BackupError('too large')
    }
    if (!this.#head) {
      const head = readHead(line)
      if (typeof head === 'string') throw new BackupError(head)
      this.#head = head
    } else if (line.trim() !== '') {
      this.#takeRow(readLine(line))
    }
  }

  /** @throws BackupError where not even a head came */
  content(): BackupContent {
    if (!this.#head) throw new BackupError('not a backup')
    return {
      head: this.#head,
      rows: this.#rows,
      unknown: this.#unknown,
      faults: this.#faults,
      faulty: this.#faulty,
      isCutOff: this.#promised !== this.#count,
    }
  }

  /** The file breaks off here: the compressed bytes after this point cannot be read. */
  breakOff(): void {
    this.#promised = null
  }

  #takeRow(line: BackupLine): void {
    if (line.kind === 'end') {
      this.#promised = line.rows
      return
    }
    this.#count += 1
    if (line.kind === 'faulty') {
      this.#faulty += 1
      if (this.#faults.length < FAULTS_TOLD) this.#faults.push({ line: this.#line, why: line.why })
    } else if (line.kind === 'unknown') {
      this.#unknown.set(line.name, (this.#unknown.get(line.name) ?? 0) + 1)
    } else {
      push(this.#rows, line)
    }
  }
}

type MutableRows = { [Kind in RowKind]: RowOf<Kind>[] }

function emptyRows(): MutableRows {
  return {
    setting: [],
    deck: [],
    note: [],
    image: [],
    edit: [],
    tags: [],
    mark: [],
    fit: [],
    forecast: [],
    review: [],
    mock: [],
  }
}

function push<Kind extends RowKind>(
  rows: MutableRows,
  { kind, row }: { readonly kind: Kind; readonly row: RowOf<Kind> },
): void {
  rows[kind].push(row)
}

/** How many rows of each kind there are. */
export function countsOf(rows: BackupRows): Readonly<Record<RowKind, number>> {
  const counts = emptyCounts()
  for (const kind of ROW_KINDS) counts[kind] = rows[kind].length
  return counts
}

export function emptyCounts(): Record<RowKind, number> {
  return {
    setting: 0,
    deck: 0,
    note: 0,
    image: 0,
    edit: 0,
    tags: 0,
    mark: 0,
    fit: 0,
    forecast: 0,
    review: 0,
    mock: 0,
  }
}
