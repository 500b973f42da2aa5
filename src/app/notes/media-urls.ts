import type { StudyDb } from '../../db/db.ts'
import { mediaByIds } from '../../db/media.ts'

/** Addresses made so far. They live as long as the page; the bytes behind them are on disk. */
const urls = new Map<string, string>()

/** An address for each of the learner's images; those that are not there have none. */
export async function mediaUrls(
  db: StudyDb,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)]
  const missing = wanted.filter((id) => !urls.has(id))
  if (missing.length > 0) {
    for (const [id, { bytes, type }] of await mediaByIds(db, missing)) {
      urls.set(id, URL.createObjectURL(new Blob([bytes], { type })))
    }
  }
  return new Map(wanted.flatMap((id) => (urls.has(id) ? [[id, urls.get(id) ?? '']] : [])))
}
