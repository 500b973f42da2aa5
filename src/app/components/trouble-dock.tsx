import type { Trouble } from '../study/view.ts'
import { useHotkeys } from '../hooks/use-hotkeys.ts'
import { OUTDATED } from '../words/outdated.ts'
import { TROUBLE } from '../words/study.ts'
import { Button } from './button.tsx'
import { Kbd } from './kbd.tsx'
import { StudyDock } from './study-dock.tsx'
import styles from './study-dock.module.css'

interface TroubleDockProps {
  readonly trouble: Trouble
  readonly onRetry: () => void
  /** Where trying again is in vain. */
  readonly onReload: () => void
}

/** In the place of the action, when the last one could not be saved: what happened, and once more. */
export function TroubleDock({ trouble, onRetry, onReload }: TroubleDockProps) {
  const { words, isOutdated } = trouble
  const wayOut = isOutdated ? onReload : onRetry
  useHotkeys({ Space: wayOut, Enter: wayOut })
  const note = (
    <div className={styles['trouble']} role="alert">
      <strong>{TROUBLE.notSaved}</strong> {words} {isOutdated ? OUTDATED.comesBack : TROUBLE.kept}
    </div>
  )
  return (
    <StudyDock note={note}>
      <Button aria-keyshortcuts="Space Enter" onClick={wayOut}>
        {isOutdated ? OUTDATED.reload : TROUBLE.retry} <Kbd>Space</Kbd>
      </Button>
    </StudyDock>
  )
}
