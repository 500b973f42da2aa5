import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { DEEDS, SESSION, TROUBLE } from '../words/study.ts'
import styles from './sitting.module.css'
import type { StudyView } from './view.ts'

interface SessionNoticesProps {
  readonly view: StudyView
  readonly onUndo: () => void
}

/** What is true and worth a word, above the card. */
export function SessionNotices({ view, onUndo }: SessionNoticesProps) {
  const { deed, isElsewhere, isClockBack } = view
  const canTakeBack =
    deed === 'buried' || deed === 'postponed' || deed === 'suspended' || deed === 'flagged'
  const undo = (
    <Button look="word" onClick={onUndo}>
      {SESSION.undo}
    </Button>
  )
  return (
    <div className={styles['notices']}>
      {isClockBack ? <Notice>{TROUBLE.clockBack}</Notice> : null}
      {isElsewhere ? <Notice>{TROUBLE.elsewhere}</Notice> : null}
      {deed ? <Notice action={canTakeBack ? undo : null}>{DEEDS[deed]}</Notice> : null}
    </div>
  )
}
