import type { Rating } from '../../core/review.ts'
import type { Previews } from '../study/grades.ts'
import type { AttemptState } from '../study/use-attempt.ts'
import { LACKS } from '../words/study.ts'
import { AskDock, RateDock } from './answer-dock.tsx'
import { TroubleDock } from './trouble-dock.tsx'

interface CardDockProps {
  readonly trouble: string | null
  readonly state: AttemptState
  /** Null while the answer is not shown. */
  readonly previews: Previews | null
  readonly isSelfGraded: boolean
  readonly buttons: 'two' | 'four'
  readonly onRate: (rating: Rating) => void
  readonly onGuessed: () => void
  readonly onRetry: () => void
}

/** What can be done with a card at this moment: answer it, rate it, or save once more. */
export function CardDock(props: CardDockProps) {
  const { trouble, state, previews, isSelfGraded, buttons, onRate, onGuessed, onRetry } = props
  const { judged, lack, check, giveUp } = state
  if (trouble !== null) return <TroubleDock message={trouble} onRetry={onRetry} />
  if (judged && previews) {
    return (
      <RateDock
        isSelfGraded={isSelfGraded}
        judged={judged}
        previews={previews}
        buttons={buttons}
        onRate={onRate}
        onGuessed={onGuessed}
      />
    )
  }
  return (
    <AskDock
      isSelfGraded={isSelfGraded}
      areOptionsHidden={state.areOptionsHidden}
      note={lack ? LACKS[lack] : null}
      onCheck={check}
      onGiveUp={giveUp}
    />
  )
}
