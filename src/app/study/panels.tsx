import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { splitCardId } from '../../core/note.ts'
import type { CardId } from '../../core/note.ts'
import { CardMenu } from '../components/card-menu.tsx'
import { KeysHelp } from '../components/keys-help.tsx'
import { PostponeDialog } from '../components/postpone-dialog.tsx'
import { MENU } from '../words/card-acts.ts'
import type { StudyDesk } from './desk.ts'
import type { StudyView } from './view.ts'

const HistoryPanel = lazy(async () => ({
  default: (await import('./history-panel.tsx')).HistoryPanel,
}))

export type Panel = 'keys' | 'menu' | 'postpone' | 'history'

interface PanelsProps {
  readonly desk: StudyDesk
  readonly view: StudyView
  /** The one that is open, or null. */
  readonly panel: Panel | null
  readonly onPanel: (panel: Panel | null) => void
  readonly onEdit: (cardId: CardId) => void
  /** Reads the card on screen aloud. */
  readonly onSpeak: () => void
}

/** What opens over a session: the keys, and what can be done with the card on screen. */
export function Panels({ desk, view, panel, onPanel, onEdit, onSpeak }: PanelsProps) {
  const { session, note, buttons } = view
  const card = session.showing?.entry.card
  const close = () => onPanel(null)
  return (
    <>
      <KeysHelp open={panel === 'keys'} onClose={close} />
      {card ? (
        <CardMenu
          open={panel === 'menu'}
          flag={session.day.marks.get(card.cardId)?.flag ?? 0}
          details={<Link to={cardPath(card.cardId)}>{MENU.details}</Link>}
          onClose={close}
          onBury={() => desk.bury()}
          onPostpone={() => onPanel('postpone')}
          onSuspend={() => desk.suspend()}
          onHistory={() => onPanel('history')}
          onEdit={() => onEdit(card.cardId)}
          onSpeak={canSpeak() ? onSpeak : null}
          onFlag={(flag) => desk.flag(flag)}
        />
      ) : null}
      {card && panel === 'postpone' ? (
        <PostponeDialog onClose={close} onPostpone={(days) => desk.postpone(days)} />
      ) : null}
      {card && note && panel === 'history' ? (
        <Suspense>
          <HistoryPanel
            cardId={card.cardId}
            note={note}
            buttons={buttons}
            today={session.day.today}
            isAnswered={desk.keeper.isAnswered}
            onClose={close}
          />
        </Suspense>
      ) : null}
    </>
  )
}

function canSpeak(): boolean {
  return 'speechSynthesis' in window
}

function cardPath(cardId: string): string {
  const { noteId, key } = splitCardId(cardId)
  return `/cards/${encodeURIComponent(noteId)}/${encodeURIComponent(key)}`
}
