import { lazy, Suspense } from 'react'
import { useNavigate } from 'react-router'
import { scopeFilter } from '../../core/study/queue.ts'
import type { Instant } from '../../core/time.ts'
import { useApp } from '../app.ts'
import { Button } from '../components/button.tsx'
import { Kbd } from '../components/kbd.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { SessionEnd } from '../components/session-end.tsx'
import { StudyDock } from '../components/study-dock.tsx'
import { TroubleDock } from '../components/trouble-dock.tsx'
import { useTidyImages } from '../editor/tidy-images.ts'
import { useChanges } from '../hooks/use-changes.ts'
import { useHotkeys } from '../hooks/use-hotkeys.ts'
import { useLater } from '../hooks/use-later.ts'
import { endWords } from '../words/session-end.ts'
import { END } from '../words/study.ts'
import type { StudyDesk } from './desk.ts'
import type { Asked } from './scope.ts'
import { retentionOf, sessionDone } from './session-done.ts'
import styles from './sitting.module.css'
import { troubleOf } from './view.ts'
import type { StudyView } from './view.ts'

/** Looks at the whole log: comes after the end is shown, and not with the first card. */
const SessionFit = lazy(async () => ({
  default: (await import('../memory/session-fit.tsx')).SessionFit,
}))

interface EndViewProps {
  readonly desk: StudyDesk
  readonly view: StudyView
  /** What the learner had asked for. */
  readonly asked: Asked
  /** Wanted recall at the due moment, 0 to 1. */
  readonly wanted: number
  readonly now: Instant
}

/** After the last card, and where there was none: what was done, what comes, and the ways on. */
export function EndView({ desk, view, asked, wanted, now }: EndViewProps) {
  const { updates } = useApp()
  const { session, outlook } = view
  const isTimeOver =
    session.endsAt !== null && now >= session.endsAt && session.queue.entries.length > 0
  const canGoOn = (outlook?.left ?? 0) > 0
  const goOn = isTimeOver ? END.goOn : END.again
  const trouble = troubleOf(view.trouble)
  useChanges(() => void desk.refresh())
  useTidyImages()

  const words = endWords({
    done: sessionDone(session.answered),
    retention: retentionOf(session.answered),
    wanted,
    limit: isTimeOver ? asked.minutes : null,
    isEnough: session.limit !== null && session.queue.entries.length > 0 && !isTimeOver,
    mode: session.mode,
    asked: session.scope.cards ? 'set' : Object.keys(session.scope).length > 0 ? 'part' : 'all',
    found: session.day.cards.filter(scopeFilter(session.day, session.scope)).length,
    hasCards: session.day.cards.length > 0,
    today: session.day.today,
    outlook,
    now,
  })
  return (
    <div className={styles['over']}>
      <SessionEnd {...words} />
      {session.answered.length > 0 ? (
        <Suspense>
          <SessionFit today={session.day.today} />
        </Suspense>
      ) : null}
      {outlook ? <NextDay inMs={outlook.untilNextDayMs} onDay={() => void desk.refresh()} /> : null}
      {trouble === null ? (
        <WaysOn name={canGoOn ? goOn : null} onGoOn={() => desk.resume()} />
      ) : (
        <TroubleDock
          trouble={trouble}
          onRetry={() => desk.retry()}
          onReload={() => updates.update()}
        />
      )}
    </div>
  )
}

interface NextDayProps {
  readonly inMs: number
  readonly onDay: () => void
}

/** Waits for the next study day while the end of a session is looked at. */
function NextDay({ inMs, onDay }: NextDayProps) {
  useLater(inMs, onDay)
  return null
}

interface WaysOnProps {
  /** What going on is called, or null where there is nothing to go on with. */
  readonly name: string | null
  readonly onGoOn: () => void
}

function WaysOn({ name, onGoOn }: WaysOnProps) {
  const navigate = useNavigate()
  const main = name === null ? () => void navigate('/') : onGoOn
  useHotkeys({ Space: main, Enter: main })
  return (
    <StudyDock second={name === null ? null : <Back look="word" />}>
      {name === null ? (
        <Back look="accent" />
      ) : (
        <Button aria-keyshortcuts="Space Enter" onClick={onGoOn}>
          {name} <Kbd>Space</Kbd>
        </Button>
      )}
    </StudyDock>
  )
}

function Back({ look }: { readonly look: 'accent' | 'word' }) {
  return (
    <LinkButton look={look} to="/" aria-keyshortcuts="Escape">
      {END.back} {look === 'accent' ? <Kbd>Space</Kbd> : <Kbd>Esc</Kbd>}
    </LinkButton>
  )
}
