/** What may stand between the values of a row. */
export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** What a column of a table holds. */
export const COLUMN_ROLES = ['ask', 'answer', 'why', 'tags', 'deck', 'none'] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/** How a table becomes notes. */
export interface TableMapping {
  readonly hasHead: boolean
  /** By column; each role but `none` is used once. */
  readonly roles: readonly ColumnRole[]
  /** `cloze` has its gaps in the question. */
  readonly type: 'basic' | 'reversed' | 'cloze'
  /** For rows that name no deck. */
  readonly deck: string
  readonly format: TextFormat
}

/** How the values of a table are written. */
export const TEXT_FORMATS = ['plain', 'markdown', 'html'] as const
export type TextFormat = (typeof TEXT_FORMATS)[number]
