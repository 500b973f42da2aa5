import * as v from 'valibot'
import type { Instant } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { putSetting } from './put-setting.ts'

/** A search that the learner keeps. */
const SavedSearchSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  query: v.pipe(v.string(), v.maxLength(2000)),
  sort: v.nullable(v.string()),
})
export type SavedSearch = v.InferOutput<typeof SavedSearchSchema> & { readonly id: string }

export interface BrowseSettings {
  /** By name. */
  readonly searches: readonly SavedSearch[]
  /** Names of the columns shown, or null until the learner chose. */
  readonly columns: readonly string[] | null
}

/** Rows of `settings`, each with its own last write: two devices can save searches and keep both. */
const SEARCH = 'browse/search/'
const COLUMNS = 'browse/columns'

export async function loadBrowseSettings(db: StudyDb): Promise<BrowseSettings> {
  const rows = await withDb(db, () => db.settings.where('key').startsWith('browse/').toArray())
  const columns = rows.find(({ key }) => key === COLUMNS)?.value
  const searches = rows.flatMap(({ key, value }) =>
    key.startsWith(SEARCH) && v.is(SavedSearchSchema, value)
      ? [{ ...value, id: key.slice(SEARCH.length) }]
      : [],
  )
  return {
    searches: searches.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    columns: v.is(v.array(v.string()), columns) ? columns : null,
  }
}

/** Keeps a search, also under an id that exists. */
export async function saveSearch(
  db: StudyDb,
  { id, ...search }: SavedSearch,
  now: Instant,
  device: string,
): Promise<void> {
  await putSetting(db, SEARCH + id, v.parse(SavedSearchSchema, search), now, device)
}

/** The row stays without its content, so that another device learns of it. */
export async function deleteSearch(
  db: StudyDb,
  id: string,
  now: Instant,
  device: string,
): Promise<void> {
  await putSetting(db, SEARCH + id, null, now, device)
}

export async function saveColumns(
  db: StudyDb,
  columns: readonly string[],
  now: Instant,
  device: string,
): Promise<void> {
  await putSetting(db, COLUMNS, [...columns], now, device)
}
