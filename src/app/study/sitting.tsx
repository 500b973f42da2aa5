import { useEffect, useState, useSyncExternalStore } from 'react'
import { Link, useNavigate } from 'react-router'
import { splitCardId } from '../../core/note.ts'
import { useApp } from '../app.ts'
import { CardMenu } from '../components/card-menu.tsx'
import { KeysHelp } from '../components/keys-help.tsx'
import { SessionRail } from '../components/session-rail.tsx'
import { SessionTop } from '../components/session-top.tsx'
import { useHotkeys } from '../hooks/use-hotkeys.ts'
import { documentTitle } from '../words/frame.ts'
import { MENU, SESSION } from '../words/study.ts'
import { StudyDesk } from './desk.ts'
import { EndView } from './end-view.tsx'
import { examOnScreen, railOf } from './rail.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { EndLink, SessionActions } from './session-actions.tsx'
import { SessionNotices } from './session-notices.tsx'
import { minutesLeft } from './session-done.ts'
import { extent } from './session.ts'
import type { Setup } from './setup.ts'
import { ShowingView } from './showing-view.tsx'
import { troubleWords } from './view.ts'
import styles from './sitting.module.css'

interface SittingProps {
  readonly setup: Setup
}

/** One session on screen: the card, or what comes after the last one, and what stands around. */
export function Sitting({ setup }: SittingProps) {
  const app = useApp()
  const navigate = useNavigate()
  const [desk] = useState(() => new StudyDesk(app, setup))
  const view = useSyncExternalStore(desk.view.subscribe, desk.view.get)
  const [panel, setPanel] = useState<'keys' | 'menu' | null>(null)
  const [said, say] = useState('')
  useEffect(() => desk.open(), [desk])

  const { session } = view
  const card = session.showing?.entry.card ?? null
  const size = extent(session)
  const isOver = card === null
  const actions = (
    <SessionActions
      canUndo={view.canUndo}
      canRedo={view.canRedo}
      hasCard={!isOver}
      onUndo={() => desk.undo()}
      onRedo={() => desk.redo()}
      onMenu={() => setPanel('menu')}
      onKeys={() => setPanel('keys')}
    />
  )
  useHotkeys({
    u: () => desk.undo(),
    'Ctrl+z': () => desk.undo(),
    'Shift+u': () => desk.redo(),
    'Ctrl+Shift+z': () => desk.redo(),
    'Ctrl+y': () => desk.redo(),
    Escape: () => void navigate('/'),
    '?': () => setPanel('keys'),
    ...(card && {
      m: () => setPanel('menu'),
      '-': () => desk.bury(),
      '!': () => desk.suspend(),
      '@': () => desk.suspend(),
    }),
  })

  return (
    <div className={styles['study']} data-exam={examOnScreen(session)?.toLowerCase()}>
      <title>{documentTitle(SESSION.title)}</title>
      <SessionRail
        name={session.scope.exam ?? setup.settings.exams.join(', ')}
        {...size}
        minutesLeft={isOver ? null : minutesLeft(session)}
        exams={railOf(session)}
        isOver={isOver}
        actions={actions}
      />
      <main className={styles['desk']} tabIndex={-1} aria-label={SESSION.title}>
        <SessionTop end={<EndLink />} actions={actions} {...size} isOver={isOver} />
        <SessionNotices view={view} onUndo={() => desk.undo()} />
        {isOver ? (
          <EndView desk={desk} view={view} asked={setup.asked} now={app.now()} />
        ) : (
          <ShowingView desk={desk} view={view} onSay={say} />
        )}
        <div className="vh" aria-live="polite">
          {said}
        </div>
      </main>
      <LeaveGuard trouble={troubleWords(view.trouble)} onRetry={() => desk.retry()} />
      <KeysHelp open={panel === 'keys'} onClose={() => setPanel(null)} />
      {card ? (
        <CardMenu
          open={panel === 'menu'}
          flag={session.day.marks.get(card.cardId)?.flag ?? 0}
          details={<Link to={cardPath(card.cardId)}>{MENU.details}</Link>}
          onClose={() => setPanel(null)}
          onBury={() => desk.bury()}
          onSuspend={() => desk.suspend()}
          onFlag={(flag) => desk.flag(flag)}
        />
      ) : null}
    </div>
  )
}

function cardPath(cardId: string): string {
  const { noteId, key } = splitCardId(cardId)
  return `/cards/${encodeURIComponent(noteId)}/${encodeURIComponent(key)}`
}
