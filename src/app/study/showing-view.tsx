import { lazy, Suspense, useMemo, useState } from 'react'
import type { Ref } from 'react'
import { mayBeLeech } from '../../core/leech.ts'
import { splitCardId } from '../../core/note.ts'
import { examsOf } from '../../core/study/study-day.ts'
import { Button } from '../components/button.tsx'
import { CardView } from '../components/card-view.tsx'
import type { CardContext } from '../components/card-notes.tsx'
import { ScenarioStem } from '../components/scenario-stem.tsx'
import { SessionEnd } from '../components/session-end.tsx'
import { StudyDock } from '../components/study-dock.tsx'
import { REST_DAYS } from '../words/leech.ts'
import { CARD } from '../words/study.ts'
import type { StudyDesk } from './desk.ts'
import { faceOf } from './question.ts'
import { domainCount, placeOf } from './session.ts'
import type { Session, Showing } from './session.ts'
import { troubleOf } from './view.ts'
import type { StudyView } from './view.ts'
import styles from './sitting.module.css'

const LeechHelp = lazy(async () => ({
  default: (await import('./leech-help.tsx')).LeechHelp,
}))

interface ShowingViewProps {
  readonly desk: StudyDesk
  readonly view: StudyView
  /** Gets what reads the card aloud. */
  readonly speaker: Ref<() => void>
  readonly onSay: (words: string) => void
  readonly onReload: () => void
}

/** The card on screen, with the situation it belongs to if it is part of a scenario. */
export function ShowingView({ desk, view, speaker, onSay, onReload }: ShowingViewProps) {
  const [areNotesOpen, setNotesOpen] = useState(isWide)
  // Beside a scenario there is no margin: its details stay folded until they are asked for.
  const [areBelowOpen, setBelowOpen] = useState(false)
  const { session, note, buttons } = view
  const { showing } = session
  const { key } = splitCardId(showing?.entry.card.cardId ?? '')
  // The same as long as the card is on screen: what is read aloud and drawn depends on it.
  const face = useMemo(() => note && faceOf(note, key), [note, key])
  if (!showing) return null
  if (!note || !face) return <Missing key={showing.id} onSkip={() => desk.bury()} />
  const context = contextOf(session, showing)
  const { rules } = desk
  return (
    <>
      {face.scenario ? <ScenarioStem key={note.id} stem={face.scenario.stem} /> : null}
      <CardView
        key={showing.id}
        note={note}
        face={face}
        cardKey={key}
        showingId={showing.id}
        context={context}
        domains={domainCount(session.day, context.place?.exam)}
        buttons={buttons}
        draft={desk.draftOf(showing.id)}
        onDraft={(draft) => desk.draft(draft)}
        previews={() => desk.previews()}
        areNotesOpen={face.scenario ? areBelowOpen : areNotesOpen}
        onNotes={face.scenario ? setBelowOpen : setNotesOpen}
        onRate={(rating, answer) => desk.rate(rating, answer)}
        trouble={troubleOf(view.trouble)}
        onRetry={() => desk.retry()}
        onReload={onReload}
        onSay={onSay}
        speaker={speaker}
        help={
          rules && mayBeLeech(context.state, rules.threshold) ? (
            <Suspense>
              <LeechHelp
                cardId={showing.entry.card.cardId}
                note={note}
                rules={rules}
                onRest={() => desk.postpone(REST_DAYS)}
              />
            </Suspense>
          ) : null
        }
      />
    </>
  )
}

function contextOf(session: Session, { entry, shownAt }: Showing): CardContext {
  const { card, reason } = entry
  const { day } = session
  return {
    place: placeOf(session, card),
    exams: examsOf(day, card),
    reason,
    state: day.states.get(card.cardId) ?? null,
    shownAt,
    today: day.today,
  }
}

/** A card of the catalog whose text the database does not have. */
function Missing({ onSkip }: { readonly onSkip: () => void }) {
  return (
    <div className={styles['over']}>
      <SessionEnd heading={CARD.missing} lead={CARD.missingLead} />
      <StudyDock>
        <Button onClick={onSkip}>{CARD.skip}</Button>
      </StudyDock>
    </div>
  )
}

function isWide(): boolean {
  return window.matchMedia('(min-width: 60em)').matches
}
