import { effectiveRatings } from '../core/log.ts'
import type { CatalogNote } from '../core/catalog.ts'
import { cardIdOf } from '../core/note.ts'
import type { CardId, Note } from '../core/note.ts'
import type { Rescheduled } from '../core/review.ts'
import { studyDayOf } from '../core/time.ts'
import { addEntries } from './bulk-log.ts'
import type { StoredNote, StudyDb } from './db.ts'
import type { InstallMoment } from './install-exam.ts'
import { reviewsOfCard } from './reviews.ts'

/** Earlier texts of a note that are kept: those that a learner may have seen last. */
const MOST_EARLIER = 4

/** A release of a note as it is stored; what it said before its fact changed is kept with it. */
export function storedNote(note: Note, known: StoredNote | undefined): StoredNote {
  const earlier = (known?.earlier ?? []).filter(({ rev }) => rev < note.rev)
  const { rev = note.rev, body = note.body, why = null } = known ?? {}
  const all = rev < note.rev ? [...earlier, { rev, body, why }] : earlier
  return { ...note, retired: false, ...(all.length > 0 && { earlier: all.slice(-MOST_EARLIER) }) }
}

/** The note where its fact changed since it was stored, else null. */
export function raisedFrom(note: Note, known: StoredNote | undefined): Note | null {
  return known && note.rev > known.rev ? note : null
}

/**
 * Brings the cards of notes up for review whose fact changed, those among them that the learner's edit made:
 * all in review that are due later and were not rated at the new revision. An entry of the log says so, so that every replay comes to the same day.
 * Inside a transaction over what `addEntries` needs.
 */
export async function bringUp(
  db: StudyDb,
  notes: readonly Note[],
  catalog: readonly CatalogNote[],
  moment: InstallMoment,
): Promise<readonly CardId[]> {
  const today = studyDayOf(moment.at, { ...moment, rolloverHour: moment.settings.rolloverHour })
  const entries: Rescheduled[] = []
  const keysOf = new Map(catalog.map(({ id, keys }) => [id, keys]))
  for (const note of notes) {
    const ids = (keysOf.get(note.id) ?? []).map((key) => cardIdOf(note.id, key))
    const states = await db.cardStates.bulkGet(ids)
    for (const state of states) {
      if (!state || state.dueAt !== null || state.dueDay <= today) continue
      const seen = effectiveRatings(await reviewsOfCard(db, state.cardId)).at(-1)
      if (!seen || seen.rev >= note.rev) continue
      entries.push(entryFor(state.cardId, note.rev, today, moment))
    }
  }
  if (entries.length > 0) await addEntries(db, entries, moment.settings)
  return entries.map(({ cardId }) => cardId)
}

function entryFor(
  cardId: CardId,
  rev: number,
  dueDay: number,
  { at, utcOffsetMin, device, newId }: InstallMoment,
): Rescheduled {
  return { kind: 'rescheduled', id: newId(), cardId, at, utcOffsetMin, device, dueDay, rev }
}
