import type { Label, MetaKey } from './grammar.ts'
import type { Report } from './message.ts'
import type {
  Block,
  DecoyItem,
  MetaValue,
  OptionItem,
  RowItem,
  Section,
  SourceLine,
  StepItem,
  TextLine,
} from './tree.ts'

/** A section that is still being read. */
export interface SectionDraft extends Section {
  readonly meta: Map<MetaKey, MetaValue>
  readonly sources: SourceLine[]
  readonly blocks: Map<Label, BlockDraft>
  readonly options: OptionItem[]
  readonly rows: RowItem[]
  readonly steps: StepItem[]
  readonly decoys: DecoyItem[]
}

export interface NoteDraft extends SectionDraft {
  readonly questions: SectionDraft[]
}

export interface BlockDraft extends Block {
  readonly lines: TextLine[]
}

/** Where the reader of a deck file stands. */
export interface Reader {
  readonly file: string
  readonly report: Report
  readonly notes: NoteDraft[]
  /** Line being read, from 1. */
  number: number
  note: NoteDraft | null
  /** The note, or the question of a scenario that is being read. */
  section: SectionDraft | null
  /** The label that text belongs to. */
  block: BlockDraft | null
  /** The option, row or step that a rationale belongs to. */
  item: { rationale: string } | null
  inMeta: boolean
  inFence: boolean
}

export function newReader(file: string, report: Report): Reader {
  return {
    file,
    report,
    notes: [],
    number: 0,
    note: null,
    section: null,
    block: null,
    item: null,
    inMeta: false,
    inFence: false,
  }
}

/** A section that starts at the line being read. */
export function newSection({ file, number }: Reader, id: string, type: string): SectionDraft {
  return {
    id,
    type,
    file,
    line: number,
    meta: new Map(),
    sources: [],
    blocks: new Map(),
    options: [],
    rows: [],
    steps: [],
    decoys: [],
  }
}

/** What follows belongs to `section`, first of all its metadata. */
export function enter(reader: Reader, section: SectionDraft): void {
  reader.section = section
  reader.block = null
  reader.item = null
  reader.inMeta = true
}
