import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useNavigate, useRevalidator } from 'react-router'
import type { DraftOwner } from '../../db/drafts.ts'
import { StorageFault } from '../../db/faults.ts'
import { useApp } from '../app.ts'
import { CARD } from '../words/card.ts'
import { EDITOR } from '../words/editor.ts'
import { doEditorAct } from './act.ts'
import type { EditorAct, EditorResult } from './act.ts'
import { nextDraft, withRoom } from './draft.ts'
import type { Draft } from './draft.ts'
import type { EditorView } from './load-editor.ts'
import { adviceOnly, errorCount, saidOf } from './said.ts'
import { useAutosave } from './use-autosave.ts'
import { useBeside } from './use-beside.ts'
import { useConflict } from './use-conflict.ts'

/** A note that was just added, to be shown or taken back. */
interface Added {
  readonly draft: Draft
  readonly deck: string
  readonly card: string
}

/** The state of the editor: what is typed, what is said of it, and what can be done. */
export function useEditor(view: EditorView, back: string | null) {
  const app = useApp()
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const [draft, setDraft] = useState(view.draft)
  const [saved, setSaved] = useState(view.saved)
  const [isTried, setTried] = useState(false)
  const [isDeleted, setDeleted] = useState(view.isDeleted)
  const [added, setAdded] = useState<Added | null>(null)
  const { act, problem } = useActs()
  const [words, say] = useState('')
  const formId = useId()

  const isDirty = useMemo(() => JSON.stringify(draft) !== JSON.stringify(saved), [draft, saved])
  const kept = useMemo(() => keptOf(view, draft, saved), [view, draft, saved])
  const [owner] = useState<DraftOwner>(() => ({ by: app.newId(), from: view.from }))
  const draftState = useAutosave(view.draftId, owner, isDeleted ? null : kept, isDirty)
  const allSaid = useMemo(() => saidOf(draft, view.mode === 'shipped'), [draft, view.mode])
  const said = useMemo(() => (isTried ? allSaid : adviceOnly(allSaid)), [allSaid, isTried])
  useFocusOn(formId, added)
  const conflict = useConflict({
    view,
    draft,
    saved,
    isDeleted,
    onDeleted: setDeleted,
    onDraft: setDraft,
    onSaved: setSaved,
    say,
  })

  const isReady = () => readyWith(formId, allSaid, { say, onTry: () => setTried(true) })
  /** Leads to the other text first, if one was saved elsewhere that the learner has not decided about. */
  const save = async (over = saved) => {
    if (!isReady()) return
    if (conflict.theirs && over === saved) return conflict.overtaken(conflict.theirs)
    const result = await act({
      act: 'save',
      mode: view.mode,
      draft,
      over,
      deckId: app.newId(),
      owner,
    })
    if (result?.kind === 'overtaken') return conflict.overtaken(result.theirs)
    if (result?.kind !== 'saved') return
    conflict.settled()
    const card = `/cards/${result.noteId}/${result.key}`
    // Nothing is left to be kept as a draft when the page is left.
    setSaved(draft)
    if (view.mode !== 'new') return navigate(back ?? card)
    const next = nextDraft(app.newId(), draft)
    const empty = { ...next, text: withRoom(next.text) }
    setSaved(empty)
    setDraft(empty)
    setTried(false)
    setAdded({ draft, deck: result.deck, card })
    say(EDITOR.added(result.deck))
  }
  const takeBack = async () => {
    if (!added) return
    await act({ act: 'delete', noteId: added.draft.noteId, isDeleted: true })
    setDraft(added.draft)
    setAdded(null)
  }
  const saveMine = () => (conflict.theirs ? save({ ...conflict.theirs }) : save())
  /** `isInstead`: the note stays as it was saved elsewhere, and only the copy has the text from here. */
  const copy = async (isInstead = false) => {
    if (!isReady()) return
    const own = draft.deck.trim() === '' ? { ...draft, deck: EDITOR.firstDeck } : draft
    const noteId = app.newId()
    const result = await act({ act: 'copy', draft: own, noteId, deckId: app.newId() })
    if (result?.kind !== 'copied') return
    if (isInstead) setSaved(draft)
    await navigate(`/notes/${noteId}/edit?copy`)
  }
  const remove = async (toDelete: boolean) => {
    const result = await act({ act: 'delete', noteId: view.noteId, isDeleted: toDelete })
    if (!result) return
    setDeleted(toDelete)
    // The frame learns that there is something to undo.
    void revalidate()
    say(toDelete ? EDITOR.deleted : EDITOR.restored)
  }
  const startAgain = () => {
    setDraft(saved)
    setTried(false)
    say(view.mode === 'new' ? EDITOR.draftDrop : EDITOR.draftDropSaved)
  }
  const change = (next: Partial<Draft>) => setDraft((before) => ({ ...before, ...next }))
  const what = { draft, isDirty, draftState, isDeleted, added, problem, words, said, formId }
  const acts = { say, change, save, saveMine, takeBack, copy, remove, startAgain }
  const beside = useBeside(view, draft, setDraft)
  return { ...what, ...acts, conflict, beside }
}

/** What is kept as a draft: with the text that it was begun over, for a later look. */
function keptOf({ mode }: EditorView, draft: Draft, saved: Draft): Draft {
  return mode === 'new' ? draft : { ...draft, over: saved.text }
}

/** Says what stands in the way of saving, and leads to the first of it. */
function readyWith(
  formId: string,
  said: ReturnType<typeof saidOf>,
  { say, onTry }: { readonly say: (words: string) => void; readonly onTry: () => void },
): boolean {
  const count = errorCount(said)
  if (count === 0) return true
  onTry()
  say(EDITOR.toFix(count))
  requestAnimationFrame(() => focusFirstError(formId, said))
  return false
}

/** Does something once at a time; what fails is said and changes nothing. */
function useActs() {
  const app = useApp()
  const [problem, setProblem] = useState<string | null>(null)
  const isBusy = useRef(false)
  const act = async (what: EditorAct): Promise<EditorResult | null> => {
    if (isBusy.current) return null
    isBusy.current = true
    setProblem(null)
    try {
      return await doEditorAct(app, what)
    } catch (error) {
      if (!(error instanceof StorageFault)) throw error
      setProblem(`${CARD.failed} ${error.message}`)
      return null
    } finally {
      isBusy.current = false
    }
  }
  return { act, problem }
}

/** After a card was added the next one begins at its question. */
function useFocusOn(formId: string, added: Added | null): void {
  useEffect(() => {
    if (added)
      fieldsIn(formId)
        .find(({ dataset }) => dataset['path'] === 'ask')
        ?.focus()
  }, [formId, added])
}

function focusFirstError(
  formId: string,
  said: ReadonlyMap<string, { readonly errors: readonly string[] }>,
): void {
  const isWrong = ({ dataset }: HTMLElement) =>
    (said.get(dataset['path'] ?? '')?.errors.length ?? 0) > 0
  fieldsIn(formId).find(isWrong)?.focus()
}

function fieldsIn(formId: string): HTMLElement[] {
  const form = document.getElementById(formId)
  return [...(form?.querySelectorAll<HTMLElement>('[data-path]') ?? [])]
}
