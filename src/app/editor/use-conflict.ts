import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useApp } from '../app.ts'
import { useChanges } from '../hooks/use-changes.ts'
import { CONFLICT } from '../words/conflict.ts'
import type { Draft } from './draft.ts'
import type { EditorView } from './load-editor.ts'
import { isOvertaken, isSameDraft, savedNow } from './saved-now.ts'

interface Editing {
  readonly view: EditorView
  readonly draft: Draft
  /** What was saved when the draft was begun, as far as the learner has seen it. */
  readonly saved: Draft
  readonly isDeleted: boolean
  readonly onDeleted: (isDeleted: boolean) => void
  readonly onDraft: (draft: Draft) => void
  readonly onSaved: (saved: Draft) => void
  readonly say: (words: string) => void
}

/**
 * Watches for another tab that saves the note that is edited here. Where nothing was typed here the editor
 * follows; otherwise both texts are shown, and neither is lost before the learner has chosen.
 */
export function useConflict(editing: Editing) {
  const { view, draft, saved, isDeleted, onDeleted, onDraft, onSaved, say } = editing
  const app = useApp()
  const [theirs, setTheirs] = useState(view.theirs)
  /** One's own text after theirs was taken over. */
  const [aside, setAside] = useState<Draft | null>(null)
  const region = useRef<HTMLElement>(null)
  /** How often the learner was led to it. */
  const [led, setLed] = useState(0)
  useEffect(() => {
    if (led > 0) region.current?.focus()
  }, [led])

  const show = useEffectEvent((next: Draft) => {
    setTheirs(next)
    say(CONFLICT.title)
    // The other tab ended the draft that both shared: this one's is kept anew.
    onDraft({ ...draft })
  })
  const look = useEffectEvent(async () => {
    const now = await savedNow(app, view.noteId).catch(() => null)
    if (!now) return
    // Undo brings it back, and may take it away again; what was typed since is not taken away.
    if (now.isDeleted !== isDeleted && isSameDraft(draft, saved)) onDeleted(now.isDeleted)
    if (isSameDraft(now.draft, theirs ?? saved)) return
    if (isOvertaken(now.draft, saved, draft) && !isSameDraft(draft, saved)) return show(now.draft)
    if (!isSameDraft(draft, saved) && !isSameDraft(draft, now.draft)) return
    onSaved(now.draft)
    onDraft(now.draft)
    say(CONFLICT.followed)
  })
  useChanges(() => {
    if (view.mode !== 'new') void look()
  })

  return {
    theirs,
    aside: aside && isSameDraft(draft, saved) ? aside : null,
    region,
    /** What another tab saved stands in the way; the learner is led to it. */
    overtaken: (next: Draft) => {
      setTheirs(next)
      say(CONFLICT.title)
      setLed((times) => times + 1)
    },
    settled: () => setTheirs(null),
    takeTheirs: () => {
      if (!theirs) return
      setAside(draft)
      onSaved(theirs)
      onDraft(theirs)
      setTheirs(null)
      say(CONFLICT.tookTheirs)
    },
    backToMine: () => {
      if (aside) onDraft({ ...aside, ...(saved.began && { began: saved.began }) })
      setAside(null)
    },
  }
}
