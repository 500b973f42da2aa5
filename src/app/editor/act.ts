import * as v from 'valibot'
import { TagSchema } from '../../core/note-tags.ts'
import { OwnDeckSchema } from '../../core/own-decks.ts'
import type { NoteId } from '../../core/note.ts'
import { checkText } from '../../core/text/check-text.ts'
import { fullText } from '../../core/text/note-text.ts'
import type { NoteText } from '../../core/text/note-text.ts'
import { keysOfText } from '../../core/text/tree-of-text.ts'
import { usedText } from '../../core/text/used-text.ts'
import type { Instant } from '../../core/time.ts'
import { deviceId } from '../../db/device.ts'
import { saveEdit } from '../../db/edits.ts'
import type { DraftOwner } from '../../db/drafts.ts'
import { notesByIds } from '../../db/notes.ts'
import { saveOwnNote, setOwnNoteDeleted } from '../../db/own-notes.ts'
import { Overtaken } from '../../db/written.ts'
import type { Written } from '../../db/written.ts'
import type { App } from '../app.ts'
import { storedRenderer } from '../notes/render.ts'
import { NEW, readDraft, tagsIn } from './draft.ts'
import type { Draft } from './draft.ts'
import { isOvertaken, savedNow } from './saved-now.ts'

/** What can be done in the editor. Ids are made when the act is offered: twice pressed is once done. */
export type EditorAct =
  | {
      readonly act: 'save'
      readonly mode: 'new' | 'own' | 'shipped'
      readonly draft: Draft
      /** What was saved when the note was opened, or what the learner was shown since. */
      readonly over: Draft
      /** Id of the deck if it is a new one. */
      readonly deckId: string
      /** The editor that saves. */
      readonly owner?: DraftOwner
    }
  /** A copy of what is in the editor, as a note of its own. */
  | {
      readonly act: 'copy'
      readonly draft: Draft
      readonly noteId: string
      readonly deckId: string
    }
  | { readonly act: 'delete'; readonly noteId: string; readonly isDeleted: boolean }

/** What an act came to. */
export type EditorResult =
  | {
      readonly kind: 'saved'
      readonly noteId: string
      readonly deck: string
      /** Key of the note's first card. */
      readonly key: string
    }
  | { readonly kind: 'copied'; readonly noteId: string }
  | { readonly kind: 'deleted' | 'restored'; readonly noteId: string }
  /** Another text was saved elsewhere meanwhile; nothing was changed. */
  | { readonly kind: 'overtaken'; readonly theirs: Draft }
  /** The draft does not pass; the screen says where. */
  | { readonly kind: 'faulty' }

/**
 * Does what was asked for in the editor.
 *
 * @throws StorageFault where it could not be saved
 */
export async function doEditorAct(app: App, act: EditorAct): Promise<EditorResult> {
  const written = await writtenNow(app)
  switch (act.act) {
    case 'save':
      return save(app, act, written)
    case 'delete':
      await setOwnNoteDeleted(app.db, act.noteId, act.isDeleted, written)
      return { kind: act.isDeleted ? 'deleted' : 'restored', noteId: act.noteId }
    default:
      return copy(app, act, written)
  }
}

async function save(
  app: App,
  act: Extract<EditorAct, { act: 'save' }>,
  written: Written,
): Promise<EditorResult> {
  const draft = readDraft(act.draft)
  if (!draft || !isSound(draft, act.mode !== 'shipped')) return { kind: 'faulty' }
  const now = act.mode === 'new' ? null : await savedNow(app, draft.noteId)
  if (now && isOvertaken(now.draft, act.over, draft)) {
    return { kind: 'overtaken', theirs: now.draft }
  }
  try {
    return await saveOver(app, { ...act, draft }, now?.at, written)
  } catch (error) {
    // Saved elsewhere at this very moment: looked at once more.
    if (error instanceof Overtaken) return save(app, act, written)
    throw error
  }
}

async function saveOver(
  app: App,
  { mode, draft, deckId, owner }: Extract<EditorAct, { act: 'save' }>,
  seen: Instant | null | undefined,
  written: Written,
): Promise<EditorResult> {
  const text = usedText(draft.text)
  const key = keysOfText(text)[0] ?? '1'
  if (mode === 'shipped') {
    await saveEdit(app.db, draft.noteId, text, written, draft.began, seen, owner)
  }
  const noteId = mode === 'new' ? await freeId(app, draft, text) : draft.noteId
  const to = { deckId, draftId: mode === 'new' ? NEW : noteId, seen, ...(owner && { owner }) }
  if (mode !== 'shipped') await saveOwn(app, { ...draft, noteId }, to, written)
  return { kind: 'saved', noteId, deck: draft.deck, key }
}

/**
 * The id of a new note. Two tabs may have gone on with one draft: what the second saves is a note of its
 * own and does not replace that of the first.
 */
async function freeId(app: App, { noteId }: Draft, text: NoteText): Promise<NoteId> {
  const known = (await notesByIds(app.db, [noteId])).get(noteId)
  if (!known?.text || known.retired) return noteId
  const isSame = JSON.stringify(fullText(known.text)) === JSON.stringify(fullText(text))
  return isSame ? noteId : app.newId()
}

async function copy(
  app: App,
  { draft: sent, noteId, deckId }: Extract<EditorAct, { act: 'copy' }>,
  written: Written,
): Promise<EditorResult> {
  const draft = readDraft({ ...sent, noteId })
  if (!draft || !isSound(draft, true)) return { kind: 'faulty' }
  await saveOwn(app, draft, { deckId, draftId: noteId }, written)
  return { kind: 'copied', noteId }
}

async function saveOwn(
  app: App,
  draft: Draft,
  to: {
    readonly deckId: string
    readonly draftId: string
    readonly seen?: Instant | null | undefined
    readonly owner?: DraftOwner
  },
  written: Written,
): Promise<void> {
  const text = usedText(draft.text)
  const render = await storedRenderer([text])
  const input = {
    id: draft.noteId,
    deck: { id: to.deckId, title: draft.deck },
    tags: tagsIn(draft.tags),
    skills: draft.skill === '' ? [] : [draft.skill],
    text,
    rendered: render(text),
  }
  await saveOwnNote(app.db, input, written, to.draftId, to.seen, to.owner)
}

/** Whether a draft can be kept as a note: the same rules as beside the fields. */
function isSound(draft: Draft, isOwn: boolean): boolean {
  if (checkText(usedText(draft.text)).errors.length > 0) return false
  const isTagged = tagsIn(draft.tags).every((tag) => v.is(TagSchema, tag))
  return !isOwn || (isTagged && v.is(OwnDeckSchema.entries.title, draft.deck))
}

async function writtenNow(app: App): Promise<Written> {
  return { at: app.now(), device: await deviceId(app.db, app.newId) }
}
