import { useSyncExternalStore } from 'react'
import { useApp } from '../app.ts'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { OUTDATED } from '../words/outdated.ts'
import { DEEDS, SESSION, TROUBLE } from '../words/study.ts'
import styles from './sitting.module.css'
import type { StudyView } from './view.ts'

interface SessionNoticesProps {
  readonly view: StudyView
  readonly onUndo: () => void
  readonly onReload: () => void
}

/** What is true and worth a word, above the card. */
export function SessionNotices({ view, onUndo, onReload }: SessionNoticesProps) {
  const { updates } = useApp()
  const update = useSyncExternalStore(updates.state.subscribe, updates.state.get)
  const { deed, isElsewhere, isClockBack, trouble } = view
  const canTakeBack =
    deed === 'buried' || deed === 'postponed' || deed === 'suspended' || deed === 'flagged'
  const undo = (
    <Button look="word" onClick={onUndo}>
      {SESSION.undo}
    </Button>
  )
  return (
    <div className={styles['notices']}>
      {update === 'shut' && trouble === null ? (
        <Notice
          action={
            <Button look="word" onClick={onReload}>
              {OUTDATED.reload}
            </Button>
          }
        >
          {OUTDATED.shut}
        </Notice>
      ) : null}
      {isClockBack ? <Notice>{TROUBLE.clockBack}</Notice> : null}
      {isElsewhere ? <Notice>{TROUBLE.elsewhere}</Notice> : null}
      {deed ? <Notice action={canTakeBack ? undo : null}>{DEEDS[deed]}</Notice> : null}
    </div>
  )
}
