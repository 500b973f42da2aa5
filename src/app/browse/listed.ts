import type { SearchDay } from '../../core/search/row.ts'
import type { Settings } from '../../core/settings.ts'
import type { Collection as Stored } from '../../db/browse.ts'
import type { BulkAct } from '../../db/bulk-acts.ts'
import type { BrowseRow } from './rows.ts'

/** All cards as the list shows them, at one moment. */
export interface Listed {
  readonly rows: readonly BrowseRow[]
  readonly exams: Stored['exams']
  /** Titles of the learner's decks. */
  readonly decks: readonly string[]
  readonly settings: Settings
  readonly day: SearchDay & { readonly now: number; readonly utcOffsetMin: number }
  /** What was done last to many cards and can be undone. */
  readonly lastAct: BulkAct | null
  /** Cards from the first on of which everything is known but texts: all of them, once they were read. */
  readonly known: number
  /** What kept the rest from being read. */
  readonly fault: unknown
  /** Share of the notes whose texts were read, 0 to 1. */
  readonly read: number
  /** Study days whose ratings are known. */
  readonly ratedDays: number
  /** Whether the logs were read that tell which cards do not stick. */
  readonly leechesKnown: boolean
  /** Raised when a text was read, so that titles are looked up again. */
  readonly texts: number
}
