import * as v from 'valibot'
import { MarkSchema } from '../../core/mark.ts'
import { splitCardId } from '../../core/note.ts'
import type { CardId, NoteId } from '../../core/note.ts'
import type { Review } from '../../core/review.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import { fullText } from '../../core/text/note-text.ts'
import { studyDayOf } from '../../core/time.ts'
import { deviceId } from '../../db/device.ts'
import { decide, discardEdit, saveEdit } from '../../db/edits.ts'
import { changeMark } from '../../db/marks.ts'
import { recordReview } from '../../db/reviews.ts'
import { loadSettings } from '../../db/settings.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { CARD, FLAGS } from '../words/card.ts'
import { EDIT } from '../words/editor.ts'

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64))

/** What can be done with a card. Ids are made when the act is offered: twice pressed is once done. */
export const ActSchema = v.variant('act', [
  v.strictObject({ act: v.literal('suspend'), suspended: v.boolean() }),
  v.strictObject({ act: v.literal('bury'), buried: v.boolean() }),
  v.strictObject({ act: v.literal('flag'), flag: MarkSchema.entries.flag }),
  v.strictObject({ act: v.literal('reset'), id }),
  v.strictObject({ act: v.literal('undo'), id, target: id }),
  v.strictObject({ act: v.literal('discardEdit') }),
  /** The text as JSON. */
  v.strictObject({ act: v.literal('restoreEdit'), text: v.string() }),
  v.strictObject({
    act: v.literal('decide'),
    path: v.pipe(v.string(), v.maxLength(80)),
    side: v.picklist(['mine', 'release']),
  }),
])
export type Act = v.InferOutput<typeof ActSchema>

/**
 * Does something with a card and says in words what was done.
 *
 * @throws StorageFault where it could not be saved
 */
export async function doAct(app: App, cardId: CardId, act: Act): Promise<string> {
  switch (act.act) {
    case 'suspend':
      await mark(app, cardId, { suspended: act.suspended })
      return act.suspended ? CARD.suspended : CARD.unsuspended
    case 'bury':
      await mark(app, cardId, { buriedUntil: act.buried ? (await today(app)) + 1 : null })
      return act.buried ? CARD.buried : CARD.unburied
    case 'flag':
      await mark(app, cardId, { flag: act.flag })
      return `${CARD.flag}: ${FLAGS[act.flag]}.`
    case 'reset':
      await record(app, cardId, { kind: 'reset', id: act.id })
      return CARD.resetDone
    case 'discardEdit':
    case 'restoreEdit':
    case 'decide':
      return edit(app, splitCardId(cardId).noteId, act)
    default:
      await record(app, cardId, { kind: 'undone', id: act.id, target: act.target })
      return CARD.resetUndone
  }
}

type EditAct = Extract<Act, { act: 'discardEdit' | 'restoreEdit' | 'decide' }>

async function edit(app: App, noteId: NoteId, act: EditAct): Promise<string> {
  const written = { at: app.now(), device: await deviceId(app.db, app.newId) }
  if (act.act === 'decide') {
    await decide(app.db, noteId, act.path, act.side, written)
    return EDIT.decided
  }
  if (act.act === 'discardEdit') await discardEdit(app.db, noteId, written)
  else await saveEdit(app.db, noteId, fullText(JSON.parse(act.text)), written)
  return act.act === 'discardEdit' ? EDIT.discarded : EDIT.restored
}

async function mark(
  app: App,
  cardId: CardId,
  change: Parameters<typeof changeMark>[2],
): Promise<void> {
  await changeMark(app.db, cardId, change, app.now(), await deviceId(app.db, app.newId))
}

async function record(
  app: App,
  cardId: CardId,
  entry: { kind: 'reset'; id: string } | { kind: 'undone'; id: string; target: string },
): Promise<void> {
  const at = app.now()
  const device = await deviceId(app.db, app.newId)
  const review: Review = { ...entry, cardId, at, utcOffsetMin: app.utcOffsetMin(at), device }
  await recordReview(app.db, review, schedulerSettingsOf(await loadSettings(app.db)))
}

async function today(app: App): Promise<number> {
  const { rolloverHour } = await loadSettings(app.db)
  const now = app.now()
  return studyDayOf(now, clockAt(app, now, rolloverHour))
}
