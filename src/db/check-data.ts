import { sortedLog } from '../core/log.ts'
import { replay } from '../core/schedule.ts'
import type { CardState } from '../core/schedule.ts'
import type { Schedulers } from '../core/scheduler.ts'
import { cardKeysOf } from '../core/note.ts'
import type { NoteId } from '../core/note.ts'
import { OWN_EXAM } from '../core/own-exam.ts'
import { fullText } from '../core/text/note-text.ts'
import { keysOfText } from '../core/text/tree-of-text.ts'
import { notesAfter } from './browse.ts'
import { rebuildOwnCatalog, rekeyNotes } from './catalogs.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import { examRow } from './exams.ts'
import { rebuildCardStates } from './projection.ts'
import type { OnProgress } from './projection.ts'
import { reviewsAfter } from './reviews-after.ts'
import { schedulersOfBatches } from './schedulers.ts'

/** What a look through everything stored found, and what was put right. */
export interface DataCheck {
  readonly reviews: number
  readonly cards: number
  readonly notes: number
  /** Cards whose stored state was not what their log adds up to. They were computed anew. */
  readonly wrongStates: number
  /** States of cards of which the log knows nothing. They were removed. */
  readonly strayStates: number
  /** Own notes that were missing from their deck's list, or listed without being there. The list was made anew. */
  readonly catalog: number
  /** Edited notes whose list of cards was not that of the edit. It was put right. */
  readonly rekeyed: number
  /** Cards with a history of which no text is there any more. Nothing can be done, and nothing is lost. */
  readonly withoutText: number
  /** Images that own notes or edits show and that are not there. */
  readonly missingImages: number
}

/**
 * Looks through everything stored: compares every card's state with the replay of its log, looks for what
 * belongs to nothing, and puts right what can be computed. Facts are never touched.
 *
 * @throws StorageFault
 */
export async function checkData(
  db: StudyDb,
  settings: Schedulers,
  onProgress?: OnProgress,
): Promise<DataCheck> {
  const states = await checkStates(db, settings, onProgress)
  if (states.wrongStates + states.strayStates > 0) await rebuildCardStates(db, settings)
  const notes = await checkNotes(db, states.withHistory)
  return {
    reviews: states.reviews,
    cards: states.withHistory.size,
    wrongStates: states.wrongStates,
    strayStates: states.strayStates,
    ...notes,
  }
}

async function checkStates(db: StudyDb, settings: Schedulers, onProgress?: OnProgress) {
  const total = await withDb(db, () => db.reviews.count())
  const stored = new Map(
    (await withDb(db, () => db.cardStates.toArray())).map((state) => [state.cardId, state]),
  )
  const withHistory = new Set<string>()
  let [reviews, wrongStates] = [0, 0]
  const schedulersOf = await withDb(db, () => schedulersOfBatches(db, settings))
  let batch = await withDb(db, () => reviewsAfter(db, null))
  while (batch.length > 0) {
    const logs = Map.groupBy(batch, (review) => review.cardId)
    const schedulerOf = await schedulersOf([...logs.keys()])
    for (const [cardId, log] of logs) {
      withHistory.add(cardId)
      const state = replay(sortedLog(log), schedulerOf(cardId))
      if (!isSame(stored.get(cardId), state)) wrongStates += 1
    }
    reviews += batch.length
    onProgress?.(reviews, total)
    const last = batch.at(-1)?.cardId ?? null
    batch = await withDb(db, () => reviewsAfter(db, last))
  }
  const strayStates = [...stored.keys()].filter((cardId) => !withHistory.has(cardId)).length
  return { reviews, wrongStates, strayStates, withHistory }
}

function isSame(stored: CardState | undefined, replayed: CardState | null): boolean {
  if (!stored || !replayed) return !stored && !replayed
  const names = new Set([...Object.keys(stored), ...Object.keys(replayed)])
  return [...names].every((name) => Reflect.get(stored, name) === Reflect.get(replayed, name))
}

const NOTES = 250

async function checkNotes(db: StudyDb, withHistory: ReadonlySet<string>) {
  const known = new Set<NoteId>()
  const own = new Set<NoteId>()
  const shown = new Set<string>()
  const shippedKeys = new Map<NoteId, readonly string[]>()
  let batch = await notesAfter(db, null, NOTES)
  while (batch.length > 0) {
    for (const note of batch) {
      known.add(note.id)
      if (!note.own) shippedKeys.set(note.id, cardKeysOf(note.body))
      else if (!note.retired) {
        own.add(note.id)
        imagesIn(note.text).forEach((id) => shown.add(id))
      }
    }
    batch = await notesAfter(db, batch.at(-1)?.id ?? null, NOTES)
  }
  const edits = await withDb(db, () => db.edits.toArray())
  edits.forEach(({ mine }) => imagesIn(mine).forEach((id) => shown.add(id)))
  const images = new Set(await withDb(db, () => db.media.toCollection().primaryKeys()))
  return {
    notes: known.size,
    catalog: await checkOwnCatalog(db, own),
    rekeyed: await checkKeys(db, shippedKeys, edits),
    withoutText: [...withHistory].filter((id) => !known.has(id.slice(0, id.lastIndexOf('#'))))
      .length,
    missingImages: [...shown].filter((id) => !images.has(id)).length,
  }
}

async function checkOwnCatalog(db: StudyDb, own: ReadonlySet<NoteId>): Promise<number> {
  const row = await examRow(db, OWN_EXAM)
  const listed = new Set((row?.catalog ?? []).map(({ id }) => id))
  const wrong = own.symmetricDifference(listed).size
  if (wrong > 0) {
    await withDb(db, () =>
      db.transaction('rw', ['exams', 'notes', 'ownDecks'], async () => rebuildOwnCatalog(db)),
    )
    db.changes.announce({ kind: 'installed', exam: OWN_EXAM })
  }
  return wrong
}

async function checkKeys(
  db: StudyDb,
  shippedKeys: ReadonlyMap<NoteId, readonly string[]>,
  edits: readonly { readonly noteId: NoteId; readonly mine: unknown }[],
): Promise<number> {
  const wanted = new Map(shippedKeys)
  for (const { noteId, mine } of edits) {
    if (mine && wanted.has(noteId)) wanted.set(noteId, keysOfText(fullText(mine)))
  }
  const rows = await withDb(db, () => db.exams.toArray())
  const wrong = new Set(
    rows.flatMap(({ catalog }) =>
      catalog
        .filter(({ id, keys }) => wanted.has(id) && wanted.get(id)?.join() !== keys.join())
        .map(({ id }) => id),
    ),
  )
  if (wrong.size > 0) {
    await withDb(db, () => db.transaction('rw', ['exams'], async () => rekeyNotes(db, wanted)))
    for (const noteId of wrong) db.changes.announce({ kind: 'edited', noteId })
  }
  return wrong.size
}

function imagesIn(text: unknown): string[] {
  return Array.from(
    JSON.stringify(text ?? '').matchAll(/media:([0-9a-f]{64})/g),
    ([, id = '']) => id,
  )
}
