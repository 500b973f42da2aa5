import type { ReactNode } from 'react'
import type { Rating } from '../../core/review.ts'
import type { Judged } from '../study/attempt.ts'
import { onlyGrade, rightGrades, selfGrades } from '../study/grades.ts'
import type { Grade, Previews } from '../study/grades.ts'
import { CARD } from '../words/study.ts'
import { Button } from './button.tsx'
import { GradeBar } from './grade-bar.tsx'
import { Kbd } from './kbd.tsx'
import { StudyDock } from './study-dock.tsx'

interface AskDockProps {
  readonly isSelfGraded: boolean
  /** What the answer lacks. */
  readonly note: string | null
  readonly onCheck: () => void
  readonly onGiveUp: () => void
}

/** Below a question: show the answer, or check the one that was made. */
export function AskDock({ isSelfGraded, note, onCheck, onGiveUp }: AskDockProps) {
  if (isSelfGraded) {
    return (
      <StudyDock>
        <Button aria-keyshortcuts="Space Enter" onClick={onCheck}>
          {CARD.show} <Kbd>Space</Kbd>
        </Button>
      </StudyDock>
    )
  }
  const giveUp = (
    <Button look="word" aria-keyshortcuts="N" onClick={onGiveUp}>
      {CARD.unsure} <Kbd>N</Kbd>
    </Button>
  )
  return (
    <StudyDock note={note} second={giveUp}>
      <Button aria-keyshortcuts="Enter" onClick={onCheck}>
        {CARD.check} <Kbd>Enter</Kbd>
      </Button>
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
    <WaitButton look="word" grade={onlyGrade(previews, 'again')} shortcut="G" onPress={onGuessed}>
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
      <WaitButton look="accent" grade={next} shortcut="Space" onPress={() => onRate(next.rating)}>
        {CARD.next}
      </WaitButton>
    </StudyDock>
  )
}

interface WaitButtonProps {
  readonly look: 'accent' | 'word'
  readonly grade: Grade
  readonly shortcut: string
  readonly onPress: () => void
  readonly children: ReactNode
}

/** A button that says when the card comes back. */
function WaitButton({ look, grade, shortcut, onPress, children }: WaitButtonProps) {
  const wait = (
    <>
      <span aria-hidden="true">{CARD.again(grade.interval)}</span>
      <span className="vh">, {CARD.comesBack(grade.spoken)}</span> <Kbd>{shortcut}</Kbd>
    </>
  )
  return (
    <Button
      look={look}
      aria-keyshortcuts={shortcut}
      // The second tap of a double tap on "Check" lands here and says nothing.
      onClick={({ detail }) => detail < 2 && onPress()}
      sub={look === 'accent' ? wait : null}
    >
      {children}
      {look === 'accent' ? null : (
        <>
          <span className="vh">, {CARD.comesBack(grade.spoken)}</span> <Kbd>{shortcut}</Kbd>
        </>
      )}
    </Button>
  )
}
