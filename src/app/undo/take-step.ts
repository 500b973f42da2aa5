import { cardTitleOf } from '../../core/card-title.ts'
import { splitCardId } from '../../core/note.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import { deviceId } from '../../db/device.ts'
import { notesByIds } from '../../db/notes.ts'
import { loadSettings } from '../../db/settings.ts'
import type { TextStep } from '../../db/text-steps.ts'
import { redoLast, undoable, undoLast } from '../../db/undo.ts'
import type { Changed } from '../../db/undo.ts'
import type { App } from '../app.ts'
import type { OnShare } from '../in-worker.ts'
import { takenBackWords } from '../words/take-back.ts'
import { UNDO } from '../words/undo.ts'

export type Step = 'undo' | 'redo'

/** Acts on many cards that change their notes. */
const NOTE_ACTS: ReadonlySet<string> = new Set(['tag', 'untag', 'move'])

/** What a step came to. */
export interface StepTaken {
  readonly words: string
  /** The card that it is about, if it is about one. */
  readonly card: { readonly to: string; readonly title: string } | null
}

/**
 * Undoes or redoes one act, outside of a session.
 *
 * @param id names this step: the same twice is one step
 * @throws StorageFault where it could not be saved
 */
export async function takeStep(
  app: App,
  step: Step,
  id: string,
  onShare: OnShare = () => {},
): Promise<StepTaken> {
  const at = app.now()
  const device = await deviceId(app.db, app.newId)
  const stamp = { id, at, utcOffsetMin: app.utcOffsetMin(at), device }
  const { imported } = step === 'undo' ? await undoable(app.db, at) : {}
  if (imported !== undefined) return importTaken(app, imported, id, onShare)
  const scheduler = schedulerSettingsOf(await loadSettings(app.db))
  const change = step === 'undo' ? undoLast : redoLast
  const changed = await change(app.db, stamp, scheduler, onShare)
  if (!changed) return { words: UNDO.nothing[step], card: null }
  app.db.changes.echo({ kind: 'bulk' })
  const cards = [...new Set([...changed.states.keys(), ...changed.marks.map((m) => m.cardId)])]
  const [only, other] = cards
  const isOne = only !== undefined && other === undefined
  return {
    words: UNDO.done[step](kindOf(changed), changed.bulk?.notes || cards.length),
    card: isOne ? await cardLink(app, only) : null,
  }
}

/** An import is large, and taken back in the background. What does it is loaded with the first one. */
async function importTaken(
  app: App,
  importId: string,
  id: string,
  onShare: OnShare,
): Promise<StepTaken> {
  const { takeBackImport } = await import('../import/take-back.ts')
  const words = takenBackWords(await takeBackImport(app, importId, id, onShare))
  app.db.changes.echo({ kind: 'bulk' })
  return { words, card: null }
}

type Kind = Parameters<typeof UNDO.done.undo>[0]

function kindOf({ act, entries, marks, bulk }: Changed): Kind {
  const [text] = act.texts ?? []
  if (text) return textKind(text)
  if (bulk) return bulk.kind === 'reset' ? 'reset' : NOTE_ACTS.has(bulk.kind) ? 'note' : 'mark'
  if (entries.some(({ kind }) => kind === 'reset')) return 'reset'
  return entries.length > 0 || marks.length === 0 ? 'answer' : 'mark'
}

function textKind(step: TextStep): Kind {
  if (step.what === 'note') return step.deleted ? 'deleted' : 'broughtBack'
  return step.what === 'edit' ? 'discarded' : 'deck'
}

async function cardLink(app: App, cardId: string): Promise<StepTaken['card']> {
  const { noteId, key } = splitCardId(cardId)
  const note = (await notesByIds(app.db, [noteId])).get(noteId)
  if (!note) return null
  const to = `/cards/${encodeURIComponent(noteId)}/${encodeURIComponent(key)}`
  return { to, title: cardTitleOf(note, key) }
}
