import type { CardId, NoteId } from '../../core/note.ts'
import type { Mark } from '../../core/mark.ts'
import { isSameTitle } from '../../core/own-decks.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import { studyDayOf } from '../../core/time.ts'
import { undoBulk } from '../../db/bulk-undo.ts'
import { moveNotes } from '../../db/bulk-move.ts'
import { logCards, markCards, tagNotes } from '../../db/bulk.ts'
import type { BulkStamp } from '../../db/bulk.ts'
import type { BulkResult } from '../../db/bulk-result.ts'
import { deviceId } from '../../db/device.ts'
import { ownDecks } from '../../db/own-decks.ts'
import { loadSettings } from '../../db/settings.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import type { OnShare } from '../in-worker.ts'
import { actWords, BROWSE, leftWords, moveWords, NOTHING_TO_DO } from '../words/browse.ts'
import type { BrowseRow } from './rows.ts'

/** What can be done to the selected cards. */
export type BulkChange =
  | { readonly kind: 'suspend' | 'unsuspend' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'flag'; readonly flag: Mark['flag'] }
  | { readonly kind: 'tag' | 'untag'; readonly tag: string }
  /** `deck` is the title of an own deck, there already or not. */
  | { readonly kind: 'move'; readonly deck: string }
  /** `inDays` counts from today. */
  | { readonly kind: 'due'; readonly inDays: number }

/** What an act came to. */
export interface Done {
  readonly result: BulkResult
  readonly words: string
}

/**
 * Does something to many cards, in one transaction. The same `id` again does nothing more.
 *
 * @throws StorageFault where it could not be saved; nothing is changed then
 */
export async function doBulk(
  app: App,
  rows: readonly BrowseRow[],
  change: BulkChange,
  id: string,
  onShare?: OnShare,
): Promise<Done> {
  const settings = await loadSettings(app.db)
  const stamp = await stampOf(app, id)
  const today = studyDayOf(stamp.at, clockAt(app, stamp.at, settings.rolloverHour))
  const result = await changed(app, rows, change, stamp, { today, onShare })
  if (change.kind === 'move')
    return { result, words: await movedWords(app, rows, change.deck, result.count) }
  return { result, words: wordsOf(rows, change, result.count, today) }
}

/** Takes back what was done last to many cards. */
export async function undoAct(
  app: App,
  actId: string,
  id: string,
  onShare?: OnShare,
): Promise<Done> {
  const settings = schedulerSettingsOf(await loadSettings(app.db))
  const result = await undoBulk(app.db, actId, await stampOf(app, id), settings, onShare)
  return { result, words: BROWSE.undone }
}

async function stampOf(app: App, id: string): Promise<BulkStamp> {
  const at = app.now()
  const device = await deviceId(app.db, app.newId)
  return { id, at, utcOffsetMin: app.utcOffsetMin(at), device }
}

async function changed(
  { db, newId }: App,
  rows: readonly BrowseRow[],
  change: BulkChange,
  stamp: BulkStamp,
  { today, onShare }: { readonly today: number; readonly onShare: OnShare | undefined },
): Promise<BulkResult> {
  const cards = rows.map(({ cardId }) => cardId)
  switch (change.kind) {
    case 'suspend':
    case 'unsuspend':
      return markCards(db, cards, { suspended: change.kind === 'suspend' }, stamp)
    case 'flag':
      return markCards(db, cards, { flag: change.flag }, stamp)
    case 'tag':
    case 'untag':
      return tagNotes(db, notesOf(rows), change, stamp)
    case 'move':
      return moveNotes(db, notesOf(rows), { id: newId(), title: change.deck }, stamp)
    default: {
      const scheduler = schedulerSettingsOf(await loadSettings(db))
      const entry =
        change.kind === 'reset'
          ? ({ kind: 'reset' } as const)
          : ({ kind: 'due', dueDay: today + change.inDays } as const)
      return logCards(db, cards, entry, stamp, scheduler, onShare)
    }
  }
}

function notesOf(rows: readonly BrowseRow[]): NoteId[] {
  return [...new Set(rows.map(({ note }) => note.id))]
}

function wordsOf(
  rows: readonly BrowseRow[],
  change: BulkChange,
  count: number,
  today: number,
): string {
  if (count === 0) return NOTHING_TO_DO
  const detail = {
    ...(change.kind === 'flag' && { flag: change.flag }),
    ...('tag' in change && { tag: change.tag.trim() }),
    ...(change.kind === 'due' && { dueDay: today + change.inDays }),
  }
  const parts = { kind: change.kind, count, ...detail, marks: [], notes: [], entries: [] }
  const asked = 'tag' in change ? notesOf(rows).length : new Set<CardId>(cardsOf(rows)).size
  const left = asked - count
  return [actWords(parts, today), left > 0 && !('tag' in change) && leftWords(left)]
    .filter((words) => words !== false)
    .join(' ')
}

async function movedWords(
  { db }: App,
  rows: readonly BrowseRow[],
  typed: string,
  count: number,
): Promise<string> {
  const known = (await ownDecks(db)).find(({ title }) => isSameTitle(title, typed))
  const shipped = notesOf(rows.filter(({ note }) => note.origin !== 'own')).length
  const there = notesOf(rows).length - shipped - count
  return moveWords({ deck: known?.title ?? typed.trim(), count, there, shipped })
}

function cardsOf(rows: readonly BrowseRow[]): CardId[] {
  return rows.map(({ cardId }) => cardId)
}
