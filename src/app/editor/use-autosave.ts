import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { dropDraft, saveDraft } from '../../db/drafts.ts'
import { StorageFault } from '../../db/faults.ts'
import { useApp } from '../app.ts'
import type { Draft } from './draft.ts'

/** After the last key for so long the draft is written. */
const PAUSE_MS = 300

export type DraftState = 'clean' | 'kept' | 'failed'

/**
 * Keeps what is typed as a draft, shortly after each change and at once when the page is left: by another
 * screen, another tab, or because it is closed. A draft that says what is saved is dropped.
 *
 * @param draft null while there is nothing to keep, as after the note was saved
 */
export function useAutosave(draftId: string, draft: Draft | null, isDirty: boolean): DraftState {
  const { db, now } = useApp()
  const [state, setState] = useState<DraftState>('clean')
  const waiting = useRef<Draft | null>(null)

  const write = useEffectEvent(async () => {
    const next = waiting.current
    waiting.current = null
    if (!next) return
    try {
      await saveDraft(db, draftId, next, now())
      setState('kept')
    } catch (error) {
      if (!(error instanceof StorageFault)) throw error
      setState('failed')
    }
  })

  useEffect(() => {
    if (!draft) {
      waiting.current = null
      return undefined
    }
    if (!isDirty) {
      waiting.current = null
      void dropDraft(db, draftId).catch(() => null)
      return undefined
    }
    waiting.current = draft
    const timer = setTimeout(() => void write(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [db, draftId, draft, isDirty])

  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void write()
    }
    const leaving = () => void write()
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', leaving)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', leaving)
      leaving()
    }
  }, [])
  return isDirty ? state : 'clean'
}
