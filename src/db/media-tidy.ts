import * as v from 'valibot'
import { DAY_MS } from '../core/time.ts'
import { InstantSchema } from '../core/time-schemas.ts'
import type { Instant } from '../core/time.ts'
import { notesAfter } from './browse.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

/**
 * How long an image is kept after nothing refers to it any more: a deleted note can be brought back, and a
 * browser's own undo can bring back what was taken out of a text.
 */
export const KEPT_DAYS = 30

/** Looked for at most this often. */
const EVERY_MS = DAY_MS
const KEY = 'mediaTidy'
/** Notes read at a time: few enough not to hold up a key press. */
const BATCH = 250

/** A row of `local`: when images were last looked through, and since when which of them are of no use. */
const TidySchema = v.object({
  at: InstantSchema,
  unused: v.record(v.string(), InstantSchema),
})
type Tidy = v.InferOutput<typeof TidySchema>

/**
 * Removes images that nothing has referred to for `KEPT_DAYS`: no note that is not deleted, no edit and no
 * draft. Looks at most once a day, and reads no notes where there are no images.
 *
 * @param elsewhere texts outside of the database that may refer to images, such as drafts of closed pages
 * @returns how many were removed
 * @throws StorageFault where storage fails; nothing is removed then
 */
export async function tidyMedia(
  db: StudyDb,
  now: Instant,
  elsewhere: () => readonly string[],
): Promise<number> {
  const last = await lastTidy(db)
  if (last && Math.abs(now - last.at) < EVERY_MS) return 0
  const ids = await withDb(db, () => db.media.toCollection().primaryKeys())
  if (ids.length === 0) return 0
  const used = await usedImages(db, elsewhere())
  const unused = Object.fromEntries(
    // A clock that was ahead has noted a time that is still to come.
    ids.filter((id) => !used.has(id)).map((id) => [id, Math.min(last?.unused[id] ?? now, now)]),
  )
  return finish(db, { at: now, unused }, elsewhere)
}

/** Notes what was found and removes what is long of no use, which is looked at once more as one. */
async function finish(
  db: StudyDb,
  { at, unused }: Tidy,
  elsewhere: () => readonly string[],
): Promise<number> {
  const before = at - KEPT_DAYS * DAY_MS
  const old = Object.keys(unused).filter((id) => (unused[id] ?? at) <= before)
  if (old.length === 0) {
    await withDb(db, () => db.local.put({ key: KEY, value: { at, unused } }))
    return 0
  }
  return withDb(db, () =>
    db.transaction('rw', [db.media, db.notes, db.edits, db.drafts, db.local], async () => {
      // Something may have been written since.
      const used = await usedImages(db, elsewhere())
      const rows = await db.media.bulkGet(old)
      const gone = rows
        .filter((row) => row !== undefined)
        // Brought in once more since: its text is perhaps still being written.
        .filter(({ id, createdAt }) => !used.has(id) && createdAt <= before)
        .map(({ id }) => id)
      await db.media.bulkDelete(gone)
      const left = Object.entries(unused).filter(([id]) => !gone.includes(id))
      await db.local.put({ key: KEY, value: { at, unused: Object.fromEntries(left) } })
      return gone.length
    }),
  )
}

async function lastTidy(db: StudyDb): Promise<Tidy | null> {
  const row = await withDb(db, () => db.local.get(KEY))
  return row && v.is(TidySchema, row.value) ? row.value : null
}

/** Ids of all images that something refers to, wherever in it that stands. */
async function usedImages(db: StudyDb, elsewhere: readonly string[]): Promise<ReadonlySet<string>> {
  const used = new Set<string>()
  const add = (text: string) => {
    for (const [, id = ''] of text.matchAll(/media:([0-9a-f]{64})/g)) used.add(id)
  }
  elsewhere.forEach(add)
  const [edits, drafts] = await withDb(db, () =>
    // An async function, as Dexie would otherwise lose sight of the transaction.
    db.transaction('r', db.edits, db.drafts, async () =>
      Promise.all([db.edits.toArray(), db.drafts.toArray()]),
    ),
  )
  for (const row of [...edits, ...drafts]) add(JSON.stringify(row))
  let batch = await notesAfter(db, null, BATCH)
  while (batch.length > 0) {
    for (const note of batch) if (note.own && !note.retired) add(JSON.stringify(note))
    batch = await notesAfter(db, batch.at(-1)?.id ?? null, BATCH)
  }
  return used
}
