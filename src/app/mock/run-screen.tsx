import { useEffect, useState, useSyncExternalStore } from 'react'
import { Link, useNavigate } from 'react-router'
import { isOver, leaving, mayShow } from '../../core/mock/run.ts'
import { useApp } from '../app.ts'
import { Button } from '../components/button.tsx'
import { MockList } from '../components/mock-list.tsx'
import { Notice } from '../components/notice.tsx'
import { useHotkeys } from '../hooks/use-hotkeys.ts'
import { useKeyboardInset } from '../hooks/use-keyboard-inset.ts'
import { useSecond } from '../hooks/use-second.ts'
import { LeaveGuard } from '../study/leave-guard.tsx'
import { troubleOf } from '../study/view.ts'
import { documentTitle } from '../words/frame.ts'
import { MOCK, RUN } from '../words/mock.ts'
import { Clock } from './clock.tsx'
import { MockDesk } from './desk.ts'
import type { MockSetup } from './desk.ts'
import { RunDialogs } from './run-dialogs.tsx'
import type { Asking } from './run-dialogs.tsx'
import { Question, Review } from './run-parts.tsx'
import type { PartProps } from './run-parts.tsx'
import styles from './run-screen.module.css'

/** A run on screen, from its first question to its end. */
export function RunScreen({ setup }: { readonly setup: MockSetup }) {
  const app = useApp()
  const navigate = useNavigate()
  const [desk] = useState(() => new MockDesk(app, setup))
  const view = useSyncExternalStore(desk.view.subscribe, desk.view.get)
  const [wantsReview, setReview] = useState(false)
  const [asking, ask] = useState<Asking | null>(null)
  const [said, say] = useState('')
  const { run, isEnded } = view
  // After a case study was finished there may be no question to show.
  const isReview = wantsReview || !mayShow(run, run.current)
  useEffect(() => desk.open(), [desk])
  useSecond(() => desk.tick())
  useKeyboardInset()
  useEffect(() => {
    if (isEnded) void navigate(run.submitted ? `/mock/${run.id}` : '/mock', { replace: true })
  }, [isEnded, run, navigate])

  const show = (to: number | 'review') => {
    ask(null)
    setReview(to === 'review')
    if (to !== 'review') desk.go(to)
  }
  const go = (to: number | 'review') => {
    if (!isReview && leaving(run, to) !== null) ask({ kind: 'leave', to })
    else show(to)
  }
  const leave = (to: number | 'review') => {
    desk.closeAndGo(to)
    show(to)
  }
  const toList = () => ask({ kind: 'list' })
  useHotkeys({ l: toList, r: () => go('review') })

  return (
    <div className={styles['run']} data-exam={run.begun.exam.toLowerCase()}>
      <title>{documentTitle(MOCK.screen)}</title>
      <Rail view={view} desk={desk} current={isReview ? null : run.current} onGo={go} />
      <main className={styles['desk']} tabIndex={-1} aria-label={MOCK.screen}>
        <header className={styles['top']}>
          <Link to="/mock">{RUN.leave}</Link>
          <Clock run={run} />
          <Button look="word" onClick={toList}>
            {RUN.list}
          </Button>
        </header>
        <Notices view={view} desk={desk} />
        <div className={styles['body']} inert={view.isElsewhere || isOver(run)}>
          {isReview ? (
            <Review
              desk={desk}
              view={view}
              onGo={go}
              onSubmit={() => ask({ kind: 'submit' })}
              onDrop={() => ask({ kind: 'drop' })}
            />
          ) : (
            <Question key={run.current} desk={desk} view={view} onGo={go} onSay={say} />
          )}
        </div>
        <div className="vh" aria-live="polite">
          {said}
        </div>
      </main>
      <LeaveGuard trouble={troubleOf(view.trouble)} onRetry={() => desk.retry()} />
      <RunDialogs
        run={run}
        notes={desk.notes}
        asking={asking}
        onClose={() => ask(null)}
        onGo={(to) => {
          ask(null)
          go(to)
        }}
        onLeave={leave}
        onSubmit={() => {
          ask(null)
          desk.submit('learner')
        }}
        onDrop={() => {
          ask(null)
          desk.drop()
        }}
      />
    </div>
  )
}

/** On wide screens: the exam, its clock and all its questions. */
function Rail({ view, desk, current, onGo }: PartProps & { readonly current: number | null }) {
  const { run } = view
  return (
    <aside className={styles['rail']} aria-label={RUN.list}>
      <p className={styles['exam']}>{run.begun.exam}</p>
      <Clock run={run} />
      <div inert={view.isElsewhere}>
        <MockList run={run} notes={desk.notes} current={current} onGo={onGo} />
      </div>
      <p>
        <Link to="/mock">{RUN.leave}</Link>
      </p>
    </aside>
  )
}

function Notices({ desk, view }: Pick<PartProps, 'desk' | 'view'>) {
  const trouble = troubleOf(view.trouble)
  const { updates } = useApp()
  return (
    <div className={styles['notices']}>
      {view.isElsewhere ? (
        <Notice
          action={
            <Button look="word" onClick={() => void desk.takeOver()}>
              {RUN.takeOver}
            </Button>
          }
        >
          {/* What stands below cannot be reached now: this is what the page is about. */}
          <h1 className={styles['elsewhere']}>{RUN.elsewhere}</h1>
        </Notice>
      ) : null}
      {trouble === null ? null : (
        <Notice
          kind="error"
          action={
            <Button
              look="word"
              onClick={() => (trouble.isOutdated ? updates.update() : desk.retry())}
            >
              {trouble.isOutdated ? RUN.reload : RUN.retry}
            </Button>
          }
        >
          {RUN.notSaved} {trouble.words}
        </Notice>
      )}
    </div>
  )
}
