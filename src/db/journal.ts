import type { Mark } from '../core/mark.ts'
import type { CardId } from '../core/note.ts'
import type { Instant } from '../core/time.ts'
import type { StudyDb } from './db.ts'
import type { TextStep } from './text-steps.ts'

/** What can be set on a card, all of it. */
export type Marking = Pick<Mark, 'suspended' | 'flag' | 'buriedUntil'>

/** One thing that the learner did here, as undo and redo know it. */
export interface Act {
  /** Place among all acts: later ones have higher numbers. */
  readonly seq: number
  readonly at: Instant
  /** Entries that it added to the log: ratings and new starts. */
  readonly entries: readonly { readonly id: string; readonly cardId: CardId }[]
  /** Marks that it changed, as they were before and after. */
  readonly marks: readonly MarkStep[]
  /** Id of an act on many cards, which keeps by itself what it changed. */
  readonly bulk?: string
  /** Id of an import, which keeps by itself what it changed. It is taken back by `undoImport`, and not done again. */
  readonly imported?: string
  /** What it did to what the learner wrote. */
  readonly texts?: readonly TextStep[]
  /** The id of the undo that took it back, or null while it holds. */
  readonly undoneBy: string | null
  /** The id of the redo that it holds by, if it was taken back before. */
  readonly redoneBy?: string
}

export interface MarkStep {
  readonly cardId: CardId
  readonly before: Marking
  readonly after: Marking
}

/** What an act is made of, before it has its place. */
export type ActParts = Pick<Act, 'at'> &
  Partial<Pick<Act, 'entries' | 'marks' | 'bulk' | 'imported' | 'texts'>>

/** Acts are rows of `local`: they concern what was done on this installation. */
const PREFIX = 'act/'
const FIRST = 1_000_000_000

/** Acts that are kept; older answers can still be taken back, as the log knows them. */
const MOST = 2000

function keyOf(seq: number): string {
  return `${PREFIX}${String(seq).padStart(12, '0')}`
}

function all(db: StudyDb) {
  return db.local.where('key').between(PREFIX, `${PREFIX}\uffff`)
}

/**
 * Notes an act, inside the transaction that does it (which must include `local`). What had been taken
 * back before can then no longer be done again.
 */
export async function noteAct(db: StudyDb, parts: ActParts): Promise<void> {
  let last = await latest(db)
  while (last && last.undoneBy !== null) {
    await removeAct(db, last)
    last = await latest(db)
  }
  const seq = (last?.seq ?? FIRST) + 1
  await putAct(db, { seq, entries: [], marks: [], undoneBy: null, ...parts })
  if (seq % 100 === 0)
    await db.local
      .where('key')
      .between(PREFIX, keyOf(seq - MOST))
      .delete()
}

/** Notes before all others an act that only the log knew, as one that was taken back just now. */
export async function noteOldAct(db: StudyDb, parts: ActParts, undoneBy: string): Promise<Act> {
  const first = actOf(await all(db).first())
  const seq = (first?.seq ?? FIRST) - 1
  const act = { seq, entries: [], marks: [], ...parts, undoneBy }
  await putAct(db, act)
  return act
}

export async function putAct(db: StudyDb, act: Act): Promise<void> {
  await db.local.put({ key: keyOf(act.seq), value: act })
}

export async function removeAct(db: StudyDb, { seq }: Act): Promise<void> {
  await db.local.delete(keyOf(seq))
}

/** The act that undo takes back next: the latest that holds; null if none is noted. */
export async function toUndo(db: StudyDb): Promise<Act | null> {
  return lastThat(db, ({ undoneBy }) => undoneBy === null)
}

/** The act that redo does again: of those taken back after the latest that holds, the earliest. */
export async function toRedo(db: StudyDb): Promise<Act | null> {
  const holds = await toUndo(db)
  const after = holds
    ? db.local.where('key').between(keyOf(holds.seq + 1), `${PREFIX}\uffff`)
    : all(db)
  return actOf(await after.first())
}

/** The act that added an entry to the log, looked for among the latest; null if it is not noted. */
export async function actOfEntry(db: StudyDb, id: string): Promise<Act | null> {
  return lastThat(db, ({ entries }) => entries.some((entry) => entry.id === id))
}

/**
 * The act on many cards was undone by itself: as a step of undo where it was its turn. Otherwise it is no
 * step any more, and its place is returned.
 */
export async function noteBulkUndone(
  db: StudyDb,
  bulk: string,
  undoneBy: string,
): Promise<number | null> {
  const act = await lastThat(db, (each) => each.bulk === bulk && each.undoneBy === null)
  if (!act) return null
  const last = await toUndo(db)
  if (last?.seq === act.seq) {
    await putAct(db, { ...act, undoneBy })
    return null
  }
  await removeAct(db, act)
  return act.seq
}

/** An import that was taken back is no step any more. */
export async function removeImportAct(db: StudyDb, imported: string): Promise<void> {
  const act = await lastThat(db, (each) => each.imported === imported)
  if (act) await removeAct(db, act)
}

/** The acts after a place, in their order, those taken back too. */
export async function actsAfter(db: StudyDb, seq: number): Promise<Act[]> {
  const later = await db.local
    .where('key')
    .between(keyOf(seq + 1), `${PREFIX}\uffff`)
    .toArray()
  return later.flatMap((row) => actOf(row) ?? [])
}

async function latest(db: StudyDb): Promise<Act | null> {
  return actOf(await all(db).last())
}

/** From the latest act back. */
async function lastThat(db: StudyDb, fits: (act: Act) => boolean): Promise<Act | null> {
  const acts = all(db).filter(({ value }) => isAct(value) && fits(value))
  const row = await acts.last()
  return actOf(row)
}

function actOf(row: { readonly value: unknown } | undefined): Act | null {
  return row && isAct(row.value) ? row.value : null
}

/** Whether nothing that can be set on a card differs. */
export function isSameMarking(one: Marking, other: Marking): boolean {
  return (
    one.suspended === other.suspended &&
    one.flag === other.flag &&
    one.buriedUntil === other.buriedUntil
  )
}

function isAct(value: unknown): value is Act {
  return typeof value === 'object' && value !== null && 'seq' in value && 'undoneBy' in value
}
