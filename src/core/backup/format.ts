import * as v from 'valibot'
import { FitRecordSchema } from '../fit/fit-record.ts'
import { MarkSchema } from '../mark.ts'
import { StepSchema } from '../mock/steps.ts'
import { NoteTagsSchema } from '../note-tags.ts'
import { OwnDeckSchema } from '../own-decks.ts'
import { ForecastEntrySchema } from '../readiness/forecast-record.ts'
import { ReviewSchema } from '../review.ts'
import { NoteTextSchema } from '../text/note-text.ts'
import { InstantSchema } from '../time-schemas.ts'

/**
 * A backup is a text of JSON lines, compressed with gzip: a head, one row a line, and an end that says how
 * many rows there are, so that a file that was cut off is known for one. docs/backup-format.md is for those
 * who want to read it without this app.
 */
export const BACKUP_FORMAT = 'cirrus-backup'
/** Raised when older apps could no longer read the lines that they know. New kinds of lines do not raise it. */
export const BACKUP_VERSION = 2

/** Characters that one line may have: an image of a megabyte as Base64, and some more. */
export const MOST_LINE_CHARACTERS = 2_000_000
/** Characters of a whole file: far beyond a million reviews, and short of filling a computer. */
export const MOST_FILE_CHARACTERS = 1_500_000_000

const text = v.pipe(v.string(), v.minLength(1))
const device = v.pipe(text, v.maxLength(64))
const noteId = v.pipe(text, v.maxLength(80))
const rev = v.pipe(v.number(), v.integer(), v.minValue(1))

const HeadSchema = v.looseObject({
  format: v.literal(BACKUP_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  madeAt: InstantSchema,
  device,
})

const SettingSchema = v.strictObject({
  key: v.pipe(text, v.maxLength(120)),
  /** Whoever reads a setting checks it and takes the default for what does not fit. */
  value: v.unknown(),
  updatedAt: InstantSchema,
  device,
})

/** A note of the learner: what was typed, not what was made of it. */
const OwnNoteSchema = v.strictObject({
  id: v.pipe(text, v.maxLength(64)),
  deck: v.pipe(text, v.maxLength(64)),
  rev,
  skills: v.pipe(v.array(noteId), v.minLength(1), v.maxLength(20)),
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.maxLength(50)),
  text: NoteTextSchema,
  /** The learner deleted it; its history is kept. */
  deleted: v.exactOptional(v.literal(true)),
  createdAt: InstantSchema,
  updatedAt: InstantSchema,
  device,
})

const DifferenceSchema = v.strictObject({
  path: v.string(),
  base: v.string(),
  release: v.string(),
  mine: v.string(),
})

const EditSchema = v.strictObject({
  noteId,
  base: NoteTextSchema,
  baseRev: rev,
  mine: v.nullable(NoteTextSchema),
  differences: v.pipe(v.array(DifferenceSchema), v.maxLength(500)),
  updatedAt: InstantSchema,
  device,
})

const ImageSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  type: v.picklist(['image/webp', 'image/jpeg', 'image/png']),
  width: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000)),
  createdAt: InstantSchema,
  base64: v.pipe(v.string(), v.minLength(4), v.base64()),
})

/** What a line may hold, in the order in which a backup has them. */
export const ROW_SCHEMAS = {
  setting: SettingSchema,
  deck: OwnDeckSchema,
  note: OwnNoteSchema,
  image: ImageSchema,
  edit: EditSchema,
  tags: NoteTagsSchema,
  mark: MarkSchema,
  fit: FitRecordSchema,
  forecast: ForecastEntrySchema,
  review: ReviewSchema,
  mock: StepSchema,
} as const

export type RowKind = keyof typeof ROW_SCHEMAS
export type RowOf<Kind extends RowKind> = v.InferOutput<(typeof ROW_SCHEMAS)[Kind]>
export type BackupSetting = RowOf<'setting'>
export type BackupNote = RowOf<'note'>
export type BackupImage = RowOf<'image'>
export type BackupEdit = RowOf<'edit'>

export const ROW_KINDS = Object.keys(ROW_SCHEMAS).filter((kind): kind is RowKind =>
  Object.hasOwn(ROW_SCHEMAS, kind),
)

export interface BackupHead {
  readonly version: number
  /** When it was made, on the clock of the device that made it. */
  readonly madeAt: number
  readonly device: string
}

/** The first line of a backup. */
export function headLine(head: Omit<BackupHead, 'version'>): string {
  return JSON.stringify({ format: BACKUP_FORMAT, version: BACKUP_VERSION, ...head })
}

export function rowLine<Kind extends RowKind>(kind: Kind, row: RowOf<Kind>): string {
  return JSON.stringify({ kind, row })
}

/** The last line. */
export function endLine(rows: number): string {
  return JSON.stringify({ kind: 'end', rows })
}

/** What the head of a file says, or why it is none that can be read here. */
export function readHead(line: string): BackupHead | 'not a backup' | 'newer' {
  const parsed = v.safeParse(HeadSchema, jsonOf(line))
  if (!parsed.success) return 'not a backup'
  const { version, madeAt, device: by } = parsed.output
  return version > BACKUP_VERSION ? 'newer' : { version, madeAt, device: by }
}

/** A line after the head. */
export type BackupLine =
  | { readonly kind: 'end'; readonly rows: number }
  | { [Kind in RowKind]: { readonly kind: Kind; readonly row: RowOf<Kind> } }[RowKind]
  /** Of a kind that a later version of the app writes. */
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'faulty'; readonly why: string }

const LineSchema = v.object({ kind: v.pipe(text, v.maxLength(40)), row: v.unknown() })
const EndSchema = v.object({
  kind: v.literal('end'),
  rows: v.pipe(v.number(), v.integer(), v.minValue(0)),
})

/** Reads one line. Never throws: what cannot be read is told as faulty. */
export function readLine(line: string): BackupLine {
  const value = jsonOf(line)
  const end = v.safeParse(EndSchema, value)
  if (end.success) return end.output
  const parsed = v.safeParse(LineSchema, value)
  if (!parsed.success) return { kind: 'faulty', why: 'no line of a backup' }
  const { kind, row } = parsed.output
  if (!isRowKind(kind)) return { kind: 'unknown', name: kind }
  const checked = v.safeParse(ROW_SCHEMAS[kind], row, { abortEarly: true })
  if (checked.success)
    return v.parse(
      v.custom<BackupLine>(() => true),
      { kind, row: checked.output },
    )
  const issue = checked.issues[0]
  const at = v.getDotPath(issue)
  return { kind: 'faulty', why: `${kind}${at ? ` ${at}` : ''}: ${issue.message}` }
}

function isRowKind(name: string): name is RowKind {
  return Object.hasOwn(ROW_SCHEMAS, name)
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}
