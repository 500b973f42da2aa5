import { isError } from '../../core/deck/message.ts'
import type { Message } from '../../core/deck/message.ts'
import type { Left } from '../../core/import/content.ts'
import type { Delimiter } from '../../core/import/table.ts'
import { freshLog, matchNotes } from '../../core/import/duplicates.ts'
import type { DuplicateChoice } from '../../core/import/duplicates.ts'
import { offsetAt } from '../../core/import/offsets.ts'
import type { Offset } from '../../core/import/offsets.ts'
import type { TableMapping } from '../../core/import/table.ts'
import { titleOf } from '../../core/render/title.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import type { Instant } from '../../core/time.ts'
import { keysOfText } from '../../core/text/tree-of-text.ts'
import { StudyDb } from '../../db/db.ts'
import { entryTimes, importNotes, knownNotes } from '../../db/import-notes.ts'
import type { Imported } from '../../db/import-notes.ts'
import { ensureProjection } from '../../db/projection.ts'
import { loadSettings } from '../../db/settings.ts'
import type { Stamp } from '../../db/undo-entry.ts'
import type { ImportTakenBack } from '../../db/undo-import.ts'
import type { Written } from '../../db/written.ts'
import { imageOfFile } from '../editor/image-file.ts'
import type { OnShare } from '../in-worker.ts'
import { storedRenderer } from '../notes/render.ts'
import { exportFile } from './export-tasks.ts'
import type { Exported, ExportInput } from './export-tasks.ts'
import { drawnImages, imageNames, isImageName } from './images.ts'
import type { DrawImage, WithImages } from './images.ts'
import { ImportError } from './import-error.ts'
import { takeImportBack } from './take-back-task.ts'
import { readFile } from './read-file.ts'
import type { ReadFile, TableChoice } from './read-file.ts'

/** A file, and what is needed to read it. */
export interface FileInput {
  readonly file: Blob
  readonly name: string
  readonly table: TableChoice
  /** Where the learner is, as a worker cannot ask. */
  readonly offsets: readonly Offset[]
  readonly now: Instant
}

/** What a file would bring, for the learner to look at before anything is written. */
export interface Preview {
  readonly kind: ReadFile['kind']
  readonly notes: number
  readonly cards: number
  /** Answers of the history; other entries come with them. */
  readonly answers: number
  /** Those of them that are not here yet. */
  readonly freshAnswers: number
  readonly firstAt: Instant | null
  readonly lastAt: Instant | null
  readonly images: number
  readonly decks: readonly { readonly title: string; readonly notes: number }[]
  readonly left: readonly Left[]
  readonly fresh: number
  /** Notes that are here as the file has them. */
  readonly same: number
  readonly differing: number
  /** The first of them: what they ask, in the file. */
  readonly examples: readonly string[]
  readonly table: TablePreview | null
  readonly messages: readonly Message[]
}

export interface TablePreview {
  readonly delimiter: Delimiter
  readonly rows: readonly (readonly string[])[]
  readonly count: number
  readonly faulty: readonly number[]
  readonly mapping: TableMapping
}

/** What an import brought, and what could not be brought in the end. */
export interface ImportDone extends Imported {
  /** Names the import for taking it back; null where it changed nothing. */
  readonly importId: string | null
  readonly leftImages: readonly Left[]
}

/** Work on files of others that takes a while, each a message to a worker. */
export interface Tasks {
  readonly read: { readonly input: FileInput; readonly output: Preview }
  readonly import: {
    readonly input: FileInput & { readonly choice: DuplicateChoice; readonly written: Written }
    readonly output: ImportDone
  }
  readonly takeBack: {
    readonly input: { readonly importId: string; readonly stamp: Stamp }
    readonly output: ImportTakenBack | null
  }
  readonly export: { readonly input: ExportInput; readonly output: Exported }
}

export type TaskName = keyof Tasks

const PREVIEW_ROWS = 6
const PREVIEW_EXAMPLES = 20
/** How far a task is when its file has been read, its images drawn, its texts made, all of it written. */
const SHARES = { read: 0.1, drawn: 0.2, rendered: 0.25, written: 0.8 } as const

/** Reads a file and compares it with what is here. Writes nothing. */
export async function previewFile(
  db: StudyDb,
  input: FileInput,
  onShare: OnShare,
): Promise<Preview> {
  const read = await readWith(db, input, (share) => onShare(0.8 * share))
  const { notes, left } = read.content
  const matches = matchNotes(notes, await knownNotes(db))
  const times = matches.some(({ kind }) => kind !== 'new')
    ? await entryTimes(db)
    : new Set<string>()
  const kinds = Object.groupBy(matches, ({ kind }) => kind)
  const differing = notes.filter((_, index) => matches[index]?.kind === 'differs')
  const names = [...imageNames(notes)]
  const there = names.filter((name) => read.mediaNames.has(name.normalize()))
  const [missing, others] = [
    names.length - there.length,
    there.filter((name) => !isImageName(name)),
  ]
  return {
    kind: read.kind,
    notes: notes.length,
    ...historyOf(read),
    freshAnswers: notes.reduce((sum, { id, log }, index) => {
      const match = matches[index]
      const noteId = match && match.kind !== 'new' ? match.id : id
      return sum + freshLog(log, noteId, times).filter(({ kind }) => kind === 'rated').length
    }, 0),
    images: there.length - others.length,
    decks: [...Map.groupBy(notes, ({ deck }) => deck)].map(([title, own]) => ({
      title,
      notes: own.length,
    })),
    left: [
      ...left,
      ...(others.length > 0 ? [some('image type', others)] : []),
      ...(missing > 0
        ? [
            some(
              'image missing',
              names.filter((name) => !there.includes(name)),
            ),
          ]
        : []),
    ],
    fresh: kinds.new?.length ?? 0,
    same: kinds.same?.length ?? 0,
    differing: differing.length,
    examples: differing.slice(0, PREVIEW_EXAMPLES).map(({ text }) => titleOf(text)),
    table: tablePreview(read),
    messages: read.messages,
  }
}

function some(kind: Left['kind'], names: readonly string[]): Left {
  return { kind, count: names.length, examples: names.slice(0, 5) }
}

function historyOf({
  content,
}: ReadFile): Pick<Preview, 'cards' | 'answers' | 'firstAt' | 'lastAt'> {
  let [cards, answers] = [0, 0]
  let firstAt: Instant | null = null
  let lastAt: Instant | null = null
  for (const { text, log } of content.notes) {
    cards += keysOfText(text).length
    for (const entry of log) {
      if (entry.kind !== 'rated') continue
      answers += 1
      firstAt = Math.min(firstAt ?? entry.at, entry.at)
      lastAt = Math.max(lastAt ?? entry.at, entry.at)
    }
  }
  return { cards, answers, firstAt, lastAt }
}

function tablePreview({ table, mapping }: ReadFile): TablePreview | null {
  if (!table || !mapping) return null
  const { delimiter, rows, faulty } = table
  const first = rows.slice(0, PREVIEW_ROWS).map((row) => row.map((cell) => cell.slice(0, 200)))
  return { delimiter, rows: first, count: rows.length, faulty, mapping }
}

/**
 * Takes a file in: reads it again, draws its images, renders its texts, writes all of it in one transaction,
 * and computes the states of its cards.
 *
 * @throws ImportError, StorageFault; nothing is changed then
 */
export async function importFile(
  db: StudyDb,
  input: Tasks['import']['input'],
  onShare: OnShare,
  draw: DrawImage = imageOfFile,
): Promise<ImportDone> {
  const { written, choice, offsets } = input
  const { notes, images, left } = await notesOfFile(db, input, onShare, draw)
  const matches = matchNotes(notes, await knownNotes(db))
  const render = await storedRenderer(notes.map(({ text }) => text))
  const rendering = between(onShare, SHARES.drawn, SHARES.rendered)
  const taken = notes.map((note, index) => {
    if (index % 500 === 0) rendering(index / notes.length)
    const match = matches[index] ?? ({ kind: 'new' } as const)
    return { note, match, rendered: render(note.text), copyId: crypto.randomUUID() }
  })
  onShare(SHARES.rendered)
  const utcOffsetMin = (at: Instant) => offsetAt(offsets, at)
  const writing = between(onShare, SHARES.rendered, SHARES.written)
  const id = crypto.randomUUID()
  const imported = await importNotes(
    db,
    { id, notes: taken, images, choice, utcOffsetMin },
    written,
    (done, total) => writing(done / Math.max(1, total)),
  )
  const projecting = between(onShare, SHARES.written, 1)
  const settings = schedulerSettingsOf(await loadSettings(db))
  await ensureProjection(db, settings, (done, total) => projecting(done / Math.max(1, total)))
  const isStep = imported.added + imported.updated + imported.reviews > 0
  return { ...imported, importId: isStep ? id : null, leftImages: left }
}

/** The notes of a file with their images. What the file held besides is let go of: it can be large. */
async function notesOfFile(
  db: StudyDb,
  input: Tasks['import']['input'],
  onShare: OnShare,
  draw: DrawImage,
): Promise<WithImages> {
  const read = await readWith(db, input, between(onShare, 0, SHARES.read))
  if (read.messages.some(isError)) throw new ImportError('deck errors')
  if (read.content.notes.length === 0) throw new ImportError('empty')
  const drawing = between(onShare, SHARES.read, SHARES.drawn)
  return drawnImages(read, draw, input.written.at, drawing)
}

function between(onShare: OnShare, from: number, to: number): OnShare {
  return (share) => onShare(from + (to - from) * share)
}

async function readWith(db: StudyDb, input: FileInput, onShare: OnShare): Promise<ReadFile> {
  const { file, name, table, offsets, now } = input
  const { rolloverHour } = await loadSettings(db)
  return readFile(file, name, table, { offsets, rolloverHour, now }, onShare)
}

/** What the page asks of the worker. */
export type Request = {
  readonly [Name in TaskName]: {
    readonly dbName: string
    readonly name: Name
    readonly input: Tasks[Name]['input']
  }
}[TaskName]

/** Opens the database for one task. */
export async function runRequest(request: Request, onShare: OnShare): Promise<unknown> {
  const db = new StudyDb(request.dbName)
  try {
    switch (request.name) {
      case 'read':
        return await previewFile(db, request.input, onShare)
      case 'import':
        return await importFile(db, request.input, onShare)
      case 'takeBack':
        return await takeImportBack(db, request.input, onShare)
      default:
        return await exportFile(db, request.input, onShare)
    }
  } finally {
    db.close()
  }
}
