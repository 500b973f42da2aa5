import type { SaveState } from '../hooks/use-setting.ts'
import { SETTINGS } from '../words/settings.ts'
import styles from './save-note.module.css'

interface SaveNoteProps {
  readonly state: SaveState
  /** Part of a long job that is done, 0 to 1. */
  readonly progress?: number | null
  /** What the long job is. */
  readonly label?: string
}

/** Says beside a control that its value is being saved, or saved. */
export function SaveNote({ state, progress = null, label = SETTINGS.saving }: SaveNoteProps) {
  if (state === 'saving' && progress !== null)
    return <progress className={styles['progress']} value={progress} aria-label={label} />
  if (state === 'saved') return SETTINGS.saved
  return null
}
