import { useHotkeys } from '../hooks/use-hotkeys.ts'
import { TROUBLE } from '../words/study.ts'
import { Button } from './button.tsx'
import { Kbd } from './kbd.tsx'
import { StudyDock } from './study-dock.tsx'
import styles from './study-dock.module.css'

interface TroubleDockProps {
  /** What happened, for people. */
  readonly message: string
  readonly onRetry: () => void
}

/** In the place of the action, when the last one could not be saved: what happened, and once more. */
export function TroubleDock({ message, onRetry }: TroubleDockProps) {
  useHotkeys({ Space: onRetry, Enter: onRetry })
  const note = (
    <div className={styles['trouble']} role="alert">
      <strong>{TROUBLE.notSaved}</strong> {message} {TROUBLE.kept}
    </div>
  )
  return (
    <StudyDock note={note}>
      <Button aria-keyshortcuts="Space Enter" onClick={onRetry}>
        {TROUBLE.retry} <Kbd>Space</Kbd>
      </Button>
    </StudyDock>
  )
}
