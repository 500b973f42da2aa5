import { writeDeck } from '../../core/deck/write-deck.ts'
import { cardTable, logTable } from '../../core/export/tables.ts'
import type { CardLine, Row } from '../../core/export/tables.ts'
import { csvOf } from '../../core/import/csv.ts'
import { headingOf } from '../../core/import/deck-notes.ts'
import { cardIdOf } from '../../core/note.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import { studyDayOf } from '../../core/time.ts'
import type { Instant } from '../../core/time.ts'
import type { StudyDb } from '../../db/db.ts'
import {
  allImages,
  cardFacts,
  listedNotes,
  ownNotesToExport,
  wholeLog,
} from '../../db/export-notes.ts'
import { loadSettings } from '../../db/settings.ts'
import type { OnShare } from '../in-worker.ts'
import { ImportError } from './import-error.ts'
import { packageOf, zipped } from './write-package.ts'

/** What can be written for other programs. */
export const EXPORT_KINDS = ['apkg', 'markdown', 'cards', 'log'] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]

export interface ExportInput {
  readonly kind: ExportKind
  readonly now: Instant
  readonly utcOffsetMin: number
}

/** A file, and the ending of its name. */
export interface Exported {
  readonly file: Blob
  readonly ending: 'apkg' | 'md' | 'zip' | 'csv'
}

/**
 * Writes a file for other programs.
 *
 * @throws ImportError `empty` where there is nothing to write; StorageFault
 */
export async function exportFile(
  db: StudyDb,
  input: ExportInput,
  onShare: OnShare,
): Promise<Exported> {
  switch (input.kind) {
    case 'apkg':
      return { file: await apkg(db, input, onShare), ending: 'apkg' }
    case 'markdown':
      return decks(db)
    case 'cards':
      return { file: csvFile(await cardRows(db, input)), ending: 'csv' }
    default:
      return { file: csvFile(logTable(await wholeLog(db))), ending: 'csv' }
  }
}

async function apkg(
  db: StudyDb,
  { now, utcOffsetMin }: ExportInput,
  onShare: OnShare,
): Promise<Blob> {
  const notes = await ownNotesToExport(db)
  if (notes.length === 0) throw new ImportError('empty')
  const [facts, images, settings] = await Promise.all([
    cardFacts(db),
    allImages(db),
    loadSettings(db),
  ])
  const scheduler = schedulerSettingsOf(settings)
  return packageOf({ notes, facts, images, settings: scheduler, now, utcOffsetMin }, onShare)
}

/** One deck is a file, several are an archive with a file for each. */
async function decks(db: StudyDb): Promise<Exported> {
  const notes = await ownNotesToExport(db)
  if (notes.length === 0) throw new ImportError('empty')
  const files = [...Map.groupBy(notes, ({ deck }) => deck)].map(([title, own], index) => {
    const id = `own-${index + 1}`
    const written = own.map((note) => ({ ...note, heading: headingOf(note.id) }))
    return { name: fileName(title, index), text: writeDeck({ id, title }, written) }
  })
  const [only] = files
  if (files.length === 1 && only) {
    return { file: new Blob([only.text], { type: 'text/markdown' }), ending: 'md' }
  }
  const encoder = new TextEncoder()
  const entries = files.map(({ name, text }) => [name, encoder.encode(text)] as const)
  return { file: zipped(Object.fromEntries(entries)), ending: 'zip' }
}

/** A name that every file system takes, and that no other deck has. */
function fileName(title: string, index: number): string {
  const words = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
  return `${index + 1}-${words.slice(0, 60) || 'deck'}.md`
}

async function cardRows(db: StudyDb, { now, utcOffsetMin }: ExportInput): Promise<Row[]> {
  const [listed, facts, settings] = await Promise.all([
    listedNotes(db),
    cardFacts(db),
    loadSettings(db),
  ])
  if (listed.length === 0) throw new ImportError('empty')
  const lines = listed.flatMap(({ exam, note, title, tags }): CardLine[] => {
    const deck = exam.decks.find(({ id }) => id === note.deck)?.title ?? note.deck
    return note.keys.map((key) => {
      const cardId = cardIdOf(note.id, key)
      return {
        cardId,
        exam: exam.exam,
        deck,
        type: note.type,
        title,
        tags,
        skills: note.skills,
        state: facts.states.get(cardId) ?? null,
        mark: facts.marks.get(cardId),
      }
    })
  })
  const scheduler = schedulerSettingsOf(settings)
  const today = studyDayOf(now, { utcOffsetMin, rolloverHour: scheduler.rolloverHour })
  return cardTable(lines, today, scheduler)
}

function csvFile(rows: readonly Row[]): Blob {
  // With the mark of UTF-8, without which spreadsheets guess.
  return new Blob([`\uFEFF${csvOf(rows)}`], { type: 'text/csv' })
}
