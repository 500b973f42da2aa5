import { Dexie } from 'dexie'
import type { Table } from 'dexie'
import type { Blueprint } from '../core/blueprint.ts'
import type { CatalogNote, ExamBundle } from '../core/catalog.ts'
import type { FitRecord } from '../core/fit/fit-record.ts'
import type { NoteTags } from '../core/note-tags.ts'
import type { Mark } from '../core/mark.ts'
import type { CardId, ExamId, Html, Note, NoteBody, NoteId } from '../core/note.ts'
import type { OwnDeck } from '../core/own-decks.ts'
import type { ForecastEntry } from '../core/readiness/forecast-record.ts'
import type { Step } from '../core/mock/steps.ts'
import type { Review } from '../core/review.ts'
import type { CardTally } from '../core/stats/footprint.ts'
import type { DayRow, RowKind } from '../core/stats/rows.ts'
import type { Difference } from '../core/text/merge.ts'
import type { StoredText } from '../core/text/note-text.ts'
import type { CardState } from '../core/schedule.ts'
import type { Instant, StudyDayNumber } from '../core/time.ts'
import { ChangeChannel } from './changes.ts'
import { strictFactory } from './factory.ts'
import { faultOf, isLostConnection, isStorageError, StorageFault } from './faults.ts'

/** An installed exam: everything but the text of its notes, in one row that is loaded at once. */
export interface ExamRow {
  readonly exam: ExamId
  readonly version: string
  readonly blueprint: Blueprint
  readonly decks: ExamBundle['decks']
  /** In the author's order. */
  readonly catalog: readonly CatalogNote[]
}

/**
 * A note as shipped, or one of the learner's own. A retired one is in no installed exam any more, or was
 * deleted by the learner; its text is kept for the history.
 */
export interface StoredNote extends Note {
  readonly retired: boolean
  /** Of an own note when it was made and last changed. What the learner typed is `text`. */
  readonly own?: OwnMark
  /** What the note said before its `rev` was raised, oldest first: for "was …, now …". */
  readonly earlier?: readonly EarlierNote[]
}

export interface OwnMark {
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly device: string
  /** It was deleted because the import that brought it was taken back: it comes back with the next one. */
  readonly takenBack?: true
}

export interface EarlierNote {
  readonly rev: number
  readonly body: NoteBody
  readonly why: Html | null
}

/** The learner's edit of a shipped note, a layer over it. Last write wins. */
export interface EditRow {
  readonly noteId: NoteId
  /** The shipped text that `mine` was last brought together with, and its revision. */
  readonly base: StoredText
  readonly baseRev: number
  /** Null once the learner discarded the edit. */
  readonly mine: StoredText | null
  /** What a release and the learner changed in different ways, still to be decided. */
  readonly differences: readonly Difference[]
  readonly updatedAt: Instant
  readonly device: string
}

/** What the editor holds and has not saved yet. Of this installation only. */
export interface DraftRow {
  /** Id of the note, or `new`; of a draft that another editor holds beside it, `id~` and that editor. */
  readonly id: string
  readonly value: unknown
  readonly updatedAt: Instant
  /** The editor that wrote it. */
  readonly by?: string
}

/** An image of own notes. Bytes rather than a Blob, which WebKit has lost in IndexedDB before. */
export interface MediaRow {
  /** SHA-256 of the bytes: the same image is kept once, on every device under one name. */
  readonly id: string
  readonly type: 'image/webp' | 'image/jpeg' | 'image/png'
  readonly width: number
  readonly height: number
  readonly bytes: ArrayBuffer
  readonly createdAt: Instant
}

/** One setting of the learner. Last write wins. */
export interface SettingRow {
  readonly key: string
  readonly value: unknown
  readonly updatedAt: Instant
  readonly device: string
}

/** Something that concerns this installation only and is never synchronised. */
export interface LocalRow {
  readonly key: string
  readonly value: unknown
}

/**
 * The learner's data. `reviews` holds facts and only grows; `cardStates`, `days` and `tallies` are computed
 * from them and may be thrown away; the other tables are rows where the last write wins, or what the build ships.
 */
export class StudyDb extends Dexie {
  declare readonly reviews: Table<Review, string>
  declare readonly cardStates: Table<CardState, CardId>
  declare readonly exams: Table<ExamRow, ExamId>
  declare readonly notes: Table<StoredNote, NoteId>
  declare readonly marks: Table<Mark, CardId>
  declare readonly noteTags: Table<NoteTags, NoteId>
  declare readonly edits: Table<EditRow, NoteId>
  declare readonly ownDecks: Table<OwnDeck, string>
  declare readonly drafts: Table<DraftRow, string>
  declare readonly media: Table<MediaRow, string>
  declare readonly fits: Table<FitRecord, string>
  declare readonly forecasts: Table<ForecastEntry, string>
  declare readonly days: Table<DayRow, [RowKind, StudyDayNumber]>
  declare readonly tallies: Table<CardTally, CardId>
  /** Steps of mock exams: facts, only ever added, apart from the review log. */
  declare readonly mocks: Table<Step, string>
  declare readonly settings: Table<SettingRow, string>
  declare readonly local: Table<LocalRow, string>
  /** Tells other tabs what was written here, and hears from them. */
  readonly changes: ChangeChannel

  constructor(name = 'cirrus') {
    // Strict: a rating that was shown as saved survives a power cut. No live queries, so no cache.
    super(name, {
      chromeTransactionDurability: 'strict',
      cache: 'disabled',
      ...strictFactory(),
    })
    this.changes = new ChangeChannel(`${name}-changes`)
    this.version(1).stores({
      reviews: 'id, at, [cardId+at]',
      cardStates: 'cardId, dueDay, introducedDay, lastReviewDay',
      exams: 'exam',
      notes: 'id',
      marks: 'cardId',
      settings: 'key',
      local: 'key',
    })
    this.version(2).stores({
      noteTags: 'noteId',
      edits: 'noteId',
      ownDecks: 'id',
      drafts: 'id',
      media: 'id',
    })
    this.version(3).stores({
      fits: 'id, at',
      forecasts: 'id, [exam+day]',
    })
    this.version(4).stores({
      days: '[kind+day]',
      tallies: 'cardId, missed',
    })
    this.version(5).stores({ mocks: 'id, [kind+at]' })
    for (const facts of [this.reviews, this.mocks]) {
      facts.hook('updating', refuse)
      facts.hook('deleting', refuse)
    }
  }

  override close(options = { disableAutoOpen: true }): void {
    super.close(options)
    if (options.disableAutoOpen) this.changes.close()
  }
}

/**
 * Runs `action`; if the connection is lost under it, opens it again and runs the whole action once
 * more. So `action` must be harmless to repeat, which a single transaction is.
 *
 * @throws StorageFault where storage fails; errors of another kind pass through as they are
 */
export async function withDb<T>(db: StudyDb, action: (db: StudyDb) => PromiseLike<T>): Promise<T> {
  // Inside a transaction there is nothing to repeat but the transaction itself.
  if (Dexie.currentTransaction) return action(db)
  const connection = db.backendDB()
  try {
    return await action(db)
  } catch (error) {
    if (!isLostConnection(error) || db.hasBeenClosed()) throw storageFault(error)
    return againWithDb(db, connection, action)
  }
}

async function againWithDb<T>(
  db: StudyDb,
  lost: IDBDatabase | null,
  action: (db: StudyDb) => PromiseLike<T>,
): Promise<T> {
  try {
    // Another action may have opened it again in the meantime.
    if (db.backendDB() === lost) db.close({ disableAutoOpen: false })
    await db.open()
    return await action(db)
  } catch (error) {
    throw storageFault(error)
  }
}

function storageFault(error: unknown): unknown {
  return isStorageError(error) ? faultOf(error) : error
}

/**
 * Tells when this tab stands in the way of another, or another in its way: `outdated` when a newer
 * version of the app takes over the database, `deleted` when the data was deleted elsewhere, `blocked`
 * while an older tab keeps this one from opening. Returns a function that ends it.
 */
export function watchDb(db: StudyDb, onFault: (fault: StorageFault) => void): () => void {
  const versionChange = ({ newVersion }: IDBVersionChangeEvent) =>
    onFault(new StorageFault(newVersion ? 'outdated' : 'deleted'))
  const blocked = () => onFault(new StorageFault('blocked'))
  db.on('versionchange', versionChange)
  db.on('blocked', blocked)
  return () => {
    db.on('versionchange').unsubscribe(versionChange)
    db.on('blocked').unsubscribe(blocked)
  }
}

function refuse(): never {
  throw new Error('A log only grows: entries are never changed or deleted.')
}
