import * as v from 'valibot'
import { withDb } from './db.ts'
import type { MediaRow, StudyDb } from './db.ts'

/** Bytes that one stored image may have. */
export const MOST_IMAGE_BYTES = 1_000_000

const MediaSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  type: v.picklist(['image/webp', 'image/jpeg', 'image/png']),
  bytes: v.pipe(
    v.instance(ArrayBuffer),
    v.check(({ byteLength }) => byteLength > 0 && byteLength <= MOST_IMAGE_BYTES),
  ),
})

/**
 * Keeps an image; one that is there already is left as it is.
 *
 * @throws v.ValiError for what is no image within the limits; StorageFault
 */
export async function saveMedia(db: StudyDb, image: MediaRow): Promise<void> {
  v.parse(MediaSchema, image)
  await withDb(db, () => db.media.put(image))
}

/** The images with these ids; those that are unknown are left out. */
export async function mediaByIds(
  db: StudyDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MediaRow>> {
  const rows = await withDb(db, () => db.media.bulkGet([...ids]))
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])))
}
