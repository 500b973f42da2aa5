import { useEffect, useState } from 'react'
import { historyOf } from '../../core/card-history.ts'
import { splitCardId } from '../../core/note.ts'
import type { CardId, Note } from '../../core/note.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import { reviewsOfCard } from '../../db/reviews.ts'
import { useApp } from '../app.ts'
import { ChoiceCounts } from '../components/choice-counts.tsx'
import type { ChosenOption } from '../components/choice-counts.tsx'
import { Dialog } from '../components/dialog.tsx'
import { HistoryTable } from '../components/history-table.tsx'
import type { HistoryLine } from '../components/history-table.tsx'
import { chosenOptions } from '../details/chosen-options.ts'
import { historyLines } from '../details/history-lines.ts'
import { HISTORY } from '../words/card-acts.ts'

interface HistoryPanelProps {
  readonly cardId: CardId
  readonly note: Note
  readonly buttons: 'two' | 'four'
  readonly today: StudyDayNumber
  /** Before the answer is shown, what was chosen would give it away. */
  readonly isAnswered: boolean
  readonly onClose: () => void
}

interface Loaded {
  readonly lines: readonly HistoryLine[]
  readonly options: readonly ChosenOption[]
}

/** The log of the card on screen, and what was chosen how often, without leaving the session. */
export function HistoryPanel(props: HistoryPanelProps) {
  const { cardId, note, buttons, today, isAnswered, onClose } = props
  const { db } = useApp()
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  useEffect(() => {
    const { key } = splitCardId(cardId)
    const load = async () => {
      const reviews = await reviewsOfCard(db, cardId)
      const lines = historyLines(historyOf(reviews), { note, key, buttons, today })
      return { lines, options: chosenOptions(note, key, reviews) }
    }
    void load()
      .catch(() => null)
      .then(setLoaded)
  }, [db, cardId, note, buttons, today])
  const lines = loaded?.lines ?? []
  return (
    <Dialog open onClose={onClose} title={HISTORY.title}>
      {lines.length > 0 ? (
        <HistoryTable lines={isAnswered ? lines : lines.map(withoutAnswer)} />
      ) : (
        <p>{loaded ? HISTORY.empty : ''}</p>
      )}
      {isAnswered && loaded && loaded.options.length > 0 ? (
        <section aria-label={HISTORY.chosen}>
          <h3 className="small">{HISTORY.chosen}</h3>
          <ChoiceCounts options={loaded.options} />
        </section>
      ) : null}
    </Dialog>
  )
}

function withoutAnswer(line: HistoryLine): HistoryLine {
  return { ...line, remarks: [] }
}
