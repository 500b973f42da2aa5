import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { dropDraft, saveDraft } from '../../db/drafts.ts'
import type { DraftOwner } from '../../db/drafts.ts'
import { StorageFault } from '../../db/faults.ts'
import { useApp } from '../app.ts'
import type { Draft } from './draft.ts'
import { dropMirror, mirrorDraft } from './draft-mirror.ts'

/** While somebody types, the draft is written this often. */
const EVERY_MS = 300

export type DraftState = 'clean' | 'kept' | 'failed'

/**
 * Keeps what is typed as a draft, shortly after each change and at once when the page is left: by another
 * screen, another tab, or because it is closed. A draft that says what is saved is dropped.
 *
 * @param owner which editor it is: what another one holds of the same text stays
 * @param draft null while there is nothing to keep, as after the note was saved
 */
export function useAutosave(
  draftId: string,
  owner: DraftOwner,
  draft: Draft | null,
  isDirty: boolean,
): DraftState {
  const { db, now } = useApp()
  const [state, setState] = useState<DraftState>('clean')
  const waiting = useRef<Draft | null>(null)
  /** What was mirrored last, as the page was left. */
  const left = useRef<Draft | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const write = useEffectEvent(async () => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
    const next = waiting.current
    waiting.current = null
    if (!next) return
    try {
      await saveDraft(db, draftId, next, now(), owner)
      // An earlier write that ends late takes nothing from what was left after it began.
      if (left.current === null || left.current === next) dropMirror(draftId, owner)
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
      dropMirror(draftId, owner)
      void dropDraft(db, draftId, owner).catch(() => null)
      return undefined
    }
    waiting.current = draft
    // Not put off by the next key: whoever types on and on is not to lose it all.
    timer.current ??= setTimeout(() => void write(), EVERY_MS)
    return undefined
  }, [db, draftId, owner, draft, isDirty])

  const leave = useEffectEvent(() => {
    if (waiting.current) {
      left.current = waiting.current
      mirrorDraft(draftId, waiting.current, now(), owner)
    }
    void write()
  })

  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') leave()
    }
    const leaving = () => leave()
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
