import { endLine, headLine, rowLine } from '../core/backup/format.ts'
import { backupEdit, backupImage, backupNote } from './backup-rows.ts'
import { notesAfter } from './browse.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import type { Written } from './written.ts'

/** Rows read at a time: enough to be quick, few enough for a phone's memory. */
const BATCH = 2000
/** Images are large, so fewer. */
const IMAGES = 8
const NOTES = 250

/** Rows written so far, and all that there will be, about. */
export type OnRows = (done: number, total: number) => void

/**
 * Everything of the learner as the lines of a backup, without line ends. What the build ships and what can be
 * computed is not in it. Read batch by batch and not in one transaction: facts are only ever added and every
 * row stands for itself, so what is written meanwhile is either in it or not, and nothing is half.
 *
 * @throws StorageFault
 */
export async function* backupLines(
  db: StudyDb,
  { at, device }: Written,
  onRows?: OnRows,
): AsyncGenerator<string, void> {
  yield headLine({ madeAt: at, device })
  const total = await rowCount(db)
  let rows = 0
  for await (const line of rowLines(db)) {
    yield line
    rows += 1
    if (rows % BATCH === 0) onRows?.(rows, Math.max(rows, total))
  }
  yield endLine(rows)
  onRows?.(rows, rows)
}

async function* rowLines(db: StudyDb): AsyncGenerator<string, void> {
  const small = [db.settings, db.ownDecks, db.edits, db.noteTags, db.marks, db.fits, db.forecasts]
  const [settings, decks, edits, tags, marks, fits, forecasts] = await withDb(db, () =>
    db.transaction('r', small, async () =>
      Promise.all([
        db.settings.toArray(),
        db.ownDecks.toArray(),
        db.edits.toArray(),
        db.noteTags.toArray(),
        db.marks.toArray(),
        db.fits.toArray(),
        db.forecasts.toArray(),
      ]),
    ),
  )
  for (const row of settings) yield rowLine('setting', row)
  for (const row of decks) yield rowLine('deck', row)
  yield* noteLines(db)
  yield* imageLines(db)
  for (const row of edits) yield rowLine('edit', backupEdit(row))
  for (const row of tags) yield rowLine('tags', row)
  for (const row of marks) yield rowLine('mark', row)
  for (const row of fits) yield rowLine('fit', row)
  for (const row of forecasts) yield rowLine('forecast', row)
  yield* reviewLines(db)
  yield* mockLines(db)
}

async function* noteLines(db: StudyDb): AsyncGenerator<string, void> {
  let batch = await notesAfter(db, null, NOTES)
  while (batch.length > 0) {
    for (const note of batch) {
      const row = backupNote(note)
      if (row) yield rowLine('note', row)
    }
    batch = await notesAfter(db, batch.at(-1)?.id ?? null, NOTES)
  }
}

async function* imageLines(db: StudyDb): AsyncGenerator<string, void> {
  const ids = await withDb(db, () => db.media.toCollection().primaryKeys())
  for (let from = 0; from < ids.length; from += IMAGES) {
    const rows = await withDb(db, () => db.media.bulkGet(ids.slice(from, from + IMAGES)))
    for (const row of rows) {
      if (row) yield rowLine('image', backupImage(row))
    }
  }
}

async function* reviewLines(db: StudyDb): AsyncGenerator<string, void> {
  let last = ''
  for (;;) {
    const from = last
    const batch = await withDb(db, () => db.reviews.where('id').above(from).limit(BATCH).toArray())
    for (const review of batch) yield rowLine('review', review)
    const end = batch.at(-1)
    if (!end) return
    last = end.id
  }
}

async function* mockLines(db: StudyDb): AsyncGenerator<string, void> {
  let last = ''
  for (;;) {
    const from = last
    const batch = await withDb(db, () => db.mocks.where('id').above(from).limit(BATCH).toArray())
    for (const step of batch) yield rowLine('mock', step)
    const end = batch.at(-1)
    if (!end) return
    last = end.id
  }
}

async function rowCount(db: StudyDb): Promise<number> {
  const rows = [db.settings, db.ownDecks, db.media, db.edits, db.noteTags, db.marks]
  const tables = [...rows, db.fits, db.forecasts, db.reviews, db.mocks]
  const counts = await withDb(db, () => Promise.all(tables.map((table) => table.count())))
  return counts.reduce((sum, count) => sum + count, 0)
}
