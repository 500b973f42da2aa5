import { useState } from 'react'
import { neighbour } from '../../core/mock/run.ts'
import { answeredParts } from '../../core/mock/score.ts'
import { Button } from '../components/button.tsx'
import { Kbd } from '../components/kbd.tsx'
import { MockList } from '../components/mock-list.tsx'
import { ScenarioStem } from '../components/scenario-stem.tsx'
import { StudyDock } from '../components/study-dock.tsx'
import { useHotkeys } from '../hooks/use-hotkeys.ts'
import { useTapGuard } from '../hooks/use-tap-guard.ts'
import { RUN } from '../words/mock.ts'
import { CARD, LACKS } from '../words/study.ts'
import type { MockDesk, MockView } from './desk.ts'
import { itemOf } from './item.ts'
import type { MockItem } from './item.ts'
import { openQuestions } from './marks.ts'
import { MissingQuestion, QuestionView } from './question-view.tsx'
import styles from './run-screen.module.css'

export interface PartProps {
  readonly desk: MockDesk
  readonly view: MockView
  readonly onGo: (to: number | 'review') => void
}

/** The question on screen, with what leads on from it. */
export function Question({
  desk,
  view,
  onGo,
  onSay,
}: PartProps & { readonly onSay: (s: string) => void }) {
  const { run } = view
  const q = run.current
  const asked = run.begun.questions[q]
  const note = asked && desk.notes.get(asked.noteId)
  const seed = `${run.id}/${q}`
  const [item] = useState<MockItem | null>(() => (note ? itemOf(note, asked.key, seed) : null))
  const [lack, setLack] = useState<string | null>(null)
  const state = run.asked[q]
  const isPractice = run.begun.mode === 'practice'
  const next = () => onGo(neighbour(run, 1) ?? 'review')
  const before = neighbour(run, -1)
  const isToCheck = isPractice && item !== null && state?.isChecked === false
  const check = () => {
    if (item && answeredParts(item.body, state?.answer ?? null) === 0) setLack(LACKS.choose)
    else desk.check()
  }
  const enter = isToCheck ? check : next
  useHotkeys({
    Enter: enter,
    n: next,
    m: () => desk.flag(),
    ...(before === null ? {} : { p: () => onGo(before) }),
    s: () => desk.trust('sure'),
    u: () => desk.trust('unsure'),
    g: () => desk.trust('guess'),
  })
  return (
    <>
      {item?.stem ? <ScenarioStem stem={item.stem} /> : null}
      {item && note ? (
        <QuestionView
          run={run}
          q={q}
          note={note}
          item={item}
          seed={seed}
          onAnswer={(answer) => {
            setLack(null)
            desk.answer(answer)
          }}
          onTrust={(trust) => desk.trust(trust)}
          onFlag={() => desk.flag()}
          onEnter={enter}
          onSay={onSay}
        />
      ) : (
        <MissingQuestion />
      )}
      {isToCheck ? (
        <CheckDock lack={lack} onCheck={check} onGiveUp={() => desk.check()} />
      ) : (
        <NextDock
          isLast={neighbour(run, 1) === null}
          onNext={next}
          onBack={before === null ? null : () => onGo(before)}
        />
      )}
    </>
  )
}

interface CheckDockProps {
  readonly lack: string | null
  readonly onCheck: () => void
  readonly onGiveUp: () => void
}

function CheckDock({ lack, onCheck, onGiveUp }: CheckDockProps) {
  return (
    <StudyDock
      note={lack}
      second={
        <Button look="word" onClick={onGiveUp}>
          {CARD.unsure}
        </Button>
      }
    >
      <Button aria-keyshortcuts="Enter" onClick={onCheck}>
        {RUN.check} <Kbd>Enter</Kbd>
      </Button>
    </StudyDock>
  )
}

interface NextDockProps {
  readonly isLast: boolean
  readonly onNext: () => void
  readonly onBack: (() => void) | null
}

function NextDock({ isLast, onNext, onBack }: NextDockProps) {
  const guard = useTapGuard()
  return (
    <StudyDock
      second={
        onBack ? (
          <Button look="word" aria-keyshortcuts="P" onClick={onBack}>
            {RUN.back} <Kbd>P</Kbd>
          </Button>
        ) : null
      }
    >
      <Button aria-keyshortcuts="Enter N" onClick={(event) => guard(event) && onNext()}>
        {isLast ? RUN.review : RUN.next} <Kbd>Enter</Kbd>
      </Button>
    </StudyDock>
  )
}

interface ReviewProps extends PartProps {
  readonly onSubmit: () => void
  readonly onDrop: () => void
}

/** Before the end: what is answered, what is open, what is marked. */
export function Review({ desk, view, onGo, onSubmit, onDrop }: ReviewProps) {
  const { run } = view
  const open = openQuestions(run, desk.notes).length
  const isPractice = run.begun.mode === 'practice'
  useHotkeys({ Enter: onSubmit })
  return (
    <>
      <section className={`${styles['review']} enter`} aria-label={RUN.reviewTitle}>
        <p className="eyebrow">{RUN.reviewTitle}</p>
        <h1 className="page-title" tabIndex={-1}>
          {RUN.reviewHeading(open)}
        </h1>
        <p className="note">{isPractice ? RUN.reviewLeadPractice : RUN.reviewLead}</p>
        <div className={styles['reviewList']}>
          <MockList run={run} notes={desk.notes} current={null} onGo={onGo} />
        </div>
      </section>
      <StudyDock
        second={
          <Button look="word" onClick={onDrop}>
            {RUN.drop}
          </Button>
        }
      >
        <Button aria-keyshortcuts="Enter" onClick={onSubmit}>
          {RUN.submit} <Kbd>Enter</Kbd>
        </Button>
      </StudyDock>
    </>
  )
}
