import type { ReactNode } from 'react'
import type { Rating } from '../../core/review.ts'
import type { Judged } from '../study/attempt.ts'
import { onlyGrade, rightGrades, selfGrades } from '../study/grades.ts'
import type { Grade, Previews } from '../study/grades.ts'
import { CARD } from '../words/study.ts'
import type { Action } from '../../core/keys.ts'
import { useTapGuard } from '../hooks/use-tap-guard.ts'
import { useAriaKeys } from '../study/prefs.ts'
import { ActionButton } from './action-button.tsx'
import { ActionKey } from './action-key.tsx'
import { Button } from './button.tsx'
import { GradeBar } from './grade-bar.tsx'
import { StudyDock } from './study-dock.tsx'

interface AskDockProps {
  readonly isSelfGraded: boolean
  /** The options wait until the learner has thought of an answer. */
  readonly areOptionsHidden: boolean
  /** What the answer lacks. */
  readonly note: string | null
  readonly onCheck: () => void
  readonly onGiveUp: () => void
}

/** Below a question: show the answer, or check the one that was made. */
export function AskDock(props: AskDockProps) {
  const { isSelfGraded, areOptionsHidden, note, onCheck, onGiveUp } = props
  if (isSelfGraded) {
    return (
      <StudyDock>
        <ActionButton action="show" onPress={onCheck}>
          {CARD.show}
        </ActionButton>
      </StudyDock>
    )
  }
  const giveUp = (
    <ActionButton look="word" action="unsure" onPress={onGiveUp}>
      {CARD.unsure}
    </ActionButton>
  )
  return (
    <StudyDock note={note} second={giveUp}>
      <ActionButton action="show" onPress={onCheck}>
        {areOptionsHidden ? CARD.showOptions : CARD.check}
      </ActionButton>
    </StudyDock>
  )
}

interface RateDockProps {
  readonly isSelfGraded: boolean
  readonly judged: Judged
  readonly previews: Previews
  readonly buttons: 'two' | 'four'
  readonly onRate: (rating: Rating) => void
  readonly onGuessed: () => void
}

/** Below an answer: how well it was known, or just on to the next card where the app has judged. */
export function RateDock(props: RateDockProps) {
  const { isSelfGraded, judged, previews, buttons, onRate, onGuessed } = props
  if (isSelfGraded) {
    return (
      <StudyDock>
        <GradeBar grades={selfGrades(previews, buttons)} onGrade={onRate} />
      </StudyDock>
    )
  }
  const guessed = judged.right ? (
    <WaitButton
      look="word"
      grade={onlyGrade(previews, 'again')}
      action="guessed"
      onPress={onGuessed}
    >
      {CARD.guessed}
    </WaitButton>
  ) : null
  if (judged.right && buttons === 'four') {
    return (
      <StudyDock second={guessed}>
        <GradeBar grades={rightGrades(previews, judged.rating)} marksSuggestion onGrade={onRate} />
      </StudyDock>
    )
  }
  const next = onlyGrade(previews, judged.rating)
  return (
    <StudyDock second={guessed}>
      <WaitButton look="accent" grade={next} action="continue" onPress={() => onRate(next.rating)}>
        {CARD.next}
      </WaitButton>
    </StudyDock>
  )
}

interface WaitButtonProps {
  readonly look: 'accent' | 'word'
  readonly grade: Grade
  readonly action: Action
  readonly onPress: () => void
  readonly children: ReactNode
}

/** A button that says when the card comes back. */
function WaitButton({ look, grade, action, onPress, children }: WaitButtonProps) {
  const guard = useTapGuard()
  const wait = (
    <>
      <span aria-hidden="true">{CARD.again(grade.interval)}</span>
      <span className="vh">, {CARD.comesBack(grade.spoken)}</span> <ActionKey of={action} />
    </>
  )
  return (
    <Button
      look={look}
      aria-keyshortcuts={useAriaKeys(action)}
      // The second tap of a double tap on "Check" lands here and says nothing.
      onClick={(event) => guard(event) && onPress()}
      sub={look === 'accent' ? wait : null}
    >
      {children}
      {look === 'accent' ? null : (
        <>
          <span className="vh">, {CARD.comesBack(grade.spoken)}</span> <ActionKey of={action} />
        </>
      )}
    </Button>
  )
}
