import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useNavigate } from 'react-router'
import { retentionOf } from '../../core/exam-schedule.ts'
import type { CardId } from '../../core/note.ts'
import type { Mark } from '../../core/mark.ts'
import { useApp } from '../app.ts'
import { SessionRail } from '../components/session-rail.tsx'
import { SessionTop } from '../components/session-top.tsx'
import { useKeyboardInset } from '../hooks/use-keyboard-inset.ts'
import { documentTitle } from '../words/frame.ts'
import { SESSION } from '../words/study.ts'
import { StudyDesk } from './desk.ts'
import { EndView } from './end-view.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { Panels } from './panels.tsx'
import type { Panel } from './panels.tsx'
import { PrefsContext, useActions } from './prefs.ts'
import { examOnScreen, railOf } from './rail.ts'
import { EndLink, SessionActions } from './session-actions.tsx'
import { minutesLeft } from './session-done.ts'
import { SessionNotices } from './session-notices.tsx'
import { extent } from './session.ts'
import type { Setup } from './setup.ts'
import { useEditCard } from './use-edit-card.ts'
import { ShowingView } from './showing-view.tsx'
import styles from './sitting.module.css'
import { troubleOf } from './view.ts'
import type { StudyView } from './view.ts'

interface SittingProps {
  readonly setup: Setup
}

/** One session on screen: the card, or what comes after the last one, and what stands around. */
export function Sitting({ setup }: SittingProps) {
  return (
    <PrefsContext value={setup.prefs}>
      <Desk setup={setup} />
    </PrefsContext>
  )
}

function Desk({ setup }: SittingProps) {
  const app = useApp()
  const [desk] = useState(() => new StudyDesk(app, setup))
  const view = useSyncExternalStore(desk.view.subscribe, desk.view.get)
  const [panel, setPanel] = useState<Panel | null>(null)
  const [said, setSaid] = useState({ words: '', showing: '' })
  const speaker = useRef<() => void>(null)
  useEffect(() => desk.open(), [desk])
  useKeyboardInset()
  const edit = useEditCard(setup.search)
  useSessionActions(desk, view, { onPanel: setPanel, onEdit: edit })

  const reload = () => app.updates.update()
  const { session } = view
  const isOver = session.showing === null
  const showing = session.showing?.id ?? ''
  const size = extent(session)
  // Bound to the showing: the same words of another one are news, and have to be said again.
  const say = (words: string) => setSaid({ words, showing })
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
        <SessionNotices view={view} onUndo={() => desk.undo()} onReload={reload} />
        {isOver ? (
          <EndView
            desk={desk}
            view={view}
            asked={setup.asked}
            wanted={retentionOf(setup.settings, session.scope.exam)}
            now={app.now()}
          />
        ) : (
          <ShowingView desk={desk} view={view} speaker={speaker} onSay={say} onReload={reload} />
        )}
        <div className="vh" aria-live="polite">
          {said.showing === showing ? said.words : ''}
        </div>
      </main>
      <LeaveGuard trouble={troubleOf(view.trouble)} onRetry={() => desk.retry()} />
      <Panels
        desk={desk}
        view={view}
        panel={panel}
        onPanel={setPanel}
        onEdit={edit}
        onSpeak={() => speaker.current?.()}
      />
    </div>
  )
}

/** What can be done by key at any moment of a session. */
function useSessionActions(
  desk: StudyDesk,
  { session }: StudyView,
  {
    onPanel,
    onEdit,
  }: { readonly onPanel: (panel: Panel) => void; readonly onEdit: (cardId: CardId) => void },
): void {
  const navigate = useNavigate()
  const cardId = session.showing?.entry.card.cardId
  const flagged = session.day.marks.get(cardId ?? '')?.flag ?? 0
  const toggle = (flag: Mark['flag']) => desk.flag(flagged === flag ? 0 : flag)
  useActions({
    undo: () => desk.undo(),
    redo: () => desk.redo(),
    end: () => void navigate('/'),
    keys: () => onPanel('keys'),
    ...(cardId !== undefined && {
      menu: () => onPanel('menu'),
      history: () => onPanel('history'),
      postpone: () => onPanel('postpone'),
      bury: () => desk.bury(),
      suspend: () => desk.suspend(),
      flag1: () => toggle(1),
      flag2: () => toggle(2),
      flag3: () => toggle(3),
      flag4: () => toggle(4),
      edit: () => onEdit(cardId),
    }),
  })
}
