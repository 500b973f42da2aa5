import { faultOf } from '../../db/faults.ts'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { DEEDS, SESSION, TROUBLE } from '../words/study.ts'
import styles from './sitting.module.css'
import type { StudyView } from './view.ts'

interface SessionNoticesProps {
  readonly view: StudyView
  readonly onRetry: () => void
  readonly onUndo: () => void
}

/** What the learner has to know now: a failure first, then what else is true. */
export function SessionNotices({ view, onRetry, onUndo }: SessionNoticesProps) {
  const { trouble, deed, isElsewhere, isClockBack } = view
  const canTakeBack = deed === 'buried' || deed === 'suspended' || deed === 'flagged'
  return (
    <div className={styles['notices']}>
      {trouble === null ? null : (
        <Notice
          kind="error"
          action={
            <Button look="plain" compact onClick={onRetry}>
              {TROUBLE.retry}
            </Button>
          }
        >
          <strong>{TROUBLE.notSaved}</strong> {faultOf(trouble).message} {TROUBLE.kept}
        </Notice>
      )}
      {isClockBack ? <Notice>{TROUBLE.clockBack}</Notice> : null}
      {isElsewhere ? <Notice>{TROUBLE.elsewhere}</Notice> : null}
      {deed ? (
        <Notice
          action={
            canTakeBack ? (
              <Button look="word" onClick={onUndo}>
                {SESSION.undo}
              </Button>
            ) : undefined
          }
        >
          {DEEDS[deed]}
        </Notice>
      ) : null}
    </div>
  )
}
