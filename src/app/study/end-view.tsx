import { useNavigate } from 'react-router'
import type { Instant } from '../../core/time.ts'
import { Button } from '../components/button.tsx'
import { Kbd } from '../components/kbd.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { SessionEnd } from '../components/session-end.tsx'
import { StudyDock } from '../components/study-dock.tsx'
import { useChanges } from '../hooks/use-changes.ts'
import { useHotkeys } from '../hooks/use-hotkeys.ts'
import { useLater } from '../hooks/use-later.ts'
import { endWords } from '../words/session-end.ts'
import { END } from '../words/study.ts'
import type { StudyDesk } from './desk.ts'
import { sessionDone } from './session-done.ts'
import type { StudyView } from './view.ts'

interface EndViewProps {
  readonly desk: StudyDesk
  readonly view: StudyView
  /** What the learner had asked for, or null. */
  readonly minutes: number | null
  readonly now: Instant
}

/** After the last card, and where there was none: what was done, what comes, and the ways on. */
export function EndView({ desk, view, minutes, now }: EndViewProps) {
  const navigate = useNavigate()
  const { session, outlook } = view
  const isTimeOver = session.endsAt !== null && session.queue.entries.length > 0
  const canGoOn = (outlook?.left ?? 0) > 0
  const resume = () => desk.resume()
  const leave = () => void navigate('/')
  useHotkeys({ Space: canGoOn ? resume : leave, Enter: canGoOn ? resume : leave })
  useChanges(() => void desk.refresh())

  const words = endWords({
    done: sessionDone(session.answered),
    limit: isTimeOver ? minutes : null,
    isPart: session.scope.part !== undefined || session.scope.exam !== undefined,
    hasCards: session.day.cards.length > 0,
    today: session.day.today,
    outlook,
    now,
  })
  return (
    <>
      <SessionEnd {...words} />
      {outlook ? <NextDay inMs={outlook.untilNextDayMs} onDay={() => void desk.refresh()} /> : null}
      <StudyDock second={canGoOn ? <Back look="word" /> : null}>
        {canGoOn ? (
          <Button aria-keyshortcuts="Space Enter" onClick={resume}>
            {isTimeOver ? END.goOn : END.again} <Kbd>Space</Kbd>
          </Button>
        ) : (
          <Back look="accent" />
        )}
      </StudyDock>
    </>
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

function Back({ look }: { readonly look: 'accent' | 'word' }) {
  return (
    <LinkButton look={look} to="/" aria-keyshortcuts="Escape">
      {END.back} {look === 'accent' ? <Kbd>Space</Kbd> : <Kbd>Esc</Kbd>}
    </LinkButton>
  )
}
