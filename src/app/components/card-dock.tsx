import type { Rating } from '../../core/review.ts'
import type { Previews } from '../study/grades.ts'
import type { Trouble } from '../study/view.ts'
import type { AttemptState } from '../study/use-attempt.ts'
import { LACKS } from '../words/study.ts'
import { AskDock, RateDock } from './answer-dock.tsx'
import { TroubleDock } from './trouble-dock.tsx'

interface CardDockProps {
  readonly trouble: Trouble | null
  readonly state: AttemptState
  /** Null while the answer is not shown. */
  readonly previews: Previews | null
  readonly isSelfGraded: boolean
  readonly buttons: 'two' | 'four'
  readonly onRate: (rating: Rating) => void
  readonly onGuessed: () => void
  readonly onRetry: () => void
  readonly onReload: () => void
}

/** What can be done with a card at this moment: answer it, rate it, or save once more. */
export function CardDock(props: CardDockProps) {
  const { trouble, state, previews, isSelfGraded, buttons, onRate, onGuessed } = props
  const { judged, lack, check, giveUp } = state
  if (trouble) {
    const { onRetry, onReload } = props
    return <TroubleDock {...{ trouble, onRetry, onReload }} />
  }
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
