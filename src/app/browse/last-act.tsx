import { DAY_MS } from '../../core/time.ts'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { TaskProgress } from '../components/task-progress.tsx'
import { actWords, BROWSE } from '../words/browse.ts'
import type { Listed } from './listed.ts'
import styles from './page.module.css'
import type { Bulk } from './use-bulk.ts'

interface ActProps {
  readonly bulk: Bulk
  readonly listed: Listed
}

/** What came of the act just now, with its undo. */
export function Said({ bulk: { said, share, isBusy, onUndo }, listed: { lastAct } }: ActProps) {
  const canUndo = lastAct !== null && said !== null && !said.isProblem
  return (
    <>
      {/* Always there, so that what comes is announced; the notice is for those who see it. */}
      <output className="vh">{said && !said.isProblem ? said.words : ''}</output>
      {share === null ? null : <TaskProgress label={BROWSE.saving} share={share} />}
      {said ? (
        <Notice
          kind={said.isProblem ? 'error' : 'quiet'}
          action={
            canUndo ? (
              <Button look="word" disabled={isBusy} onClick={() => onUndo(lastAct.id)}>
                {said.isUndone ? BROWSE.undoBefore : BROWSE.undo}
              </Button>
            ) : null
          }
        >
          {said.words}
        </Notice>
      ) : null}
    </>
  )
}

/** What was done last to many cards, before the page was opened; it can be undone for a day. */
export function LastAct({ bulk: { isBusy, onUndo }, listed: { lastAct, day } }: ActProps) {
  if (!lastAct || day.now - lastAct.at > DAY_MS) return null
  return (
    <div className={styles['last']}>
      <Notice
        action={
          <Button look="word" disabled={isBusy} onClick={() => onUndo(lastAct.id)}>
            {BROWSE.undo}
          </Button>
        }
      >
        {actWords(lastAct, day.today)}
      </Notice>
    </div>
  )
}
