import { useId, useRef } from 'react'
import type { ReactNode, Ref } from 'react'
import { cardTitleOf } from '../../core/card-title.ts'
import { ratingOf } from '../../core/answer/judge.ts'
import type { Note } from '../../core/note.ts'
import type { Answer, Rating } from '../../core/review.ts'
import { useSwipe } from '../hooks/use-swipe.ts'
import type { Judged } from '../study/attempt.ts'
import { afterHint } from '../study/grades.ts'
import type { Previews } from '../study/grades.ts'
import { usePrefs } from '../study/prefs.ts'
import type { Face, Question } from '../study/question.ts'
import type { Draft } from '../study/resume.ts'
import { pulse } from '../study/pulse.ts'
import { useAttempt } from '../study/use-attempt.ts'
import type { AttemptState } from '../study/use-attempt.ts'
import { swipes, useCardActions } from '../study/use-card-actions.ts'
import type { Trouble } from '../study/view.ts'
import { useAnswerFocus, useQuestionFocus } from '../study/use-card-focus.ts'
import type { ShownNote } from '../notes/load-notes.ts'
import { CARD } from '../words/study.ts'
import { resultWords, taskWords, verdictWords } from '../words/verdict.ts'
import { AttemptInput } from './attempt-input.tsx'
import { CardDock } from './card-dock.tsx'
import { CardHints } from './card-hints.tsx'
import { CardNotes } from './card-notes.tsx'
import type { CardContext } from './card-notes.tsx'
import { ChangedFact } from './changed-fact.tsx'
import { Html } from './html.tsx'
import { Outcome } from './outcome.tsx'
import { QuestionText } from './question-text.tsx'
import { WhereLine } from './where-line.tsx'
import styles from './card-view.module.css'

export interface CardViewProps {
  readonly note: Note & Pick<ShownNote, 'changes'>
  readonly face: Face
  readonly cardKey: string
  /** Names this showing: options are shuffled by it. */
  readonly showingId: string
  readonly context: CardContext
  /** How many domains the exam has. */
  readonly domains: number
  readonly buttons: 'two' | 'four'
  /** The states that each rating leads to, as of now. */
  readonly previews: () => Previews | null
  /** The answer as far as it had been made before an interruption, or null. */
  readonly draft: Draft | null
  readonly onDraft: (draft: Draft) => void
  readonly areNotesOpen: boolean
  readonly onNotes: (open: boolean) => void
  readonly onRate: (rating: Rating, answer?: Answer) => void
  /** Why the rating could not be saved; it waits to be tried again. */
  readonly trouble: Trouble | null
  readonly onRetry: () => void
  readonly onReload: () => void
  /** Says something to screen readers. */
  readonly onSay: (words: string) => void
  /** Gets what reads the card aloud, for a button elsewhere. */
  readonly speaker: Ref<() => void>
  /** What helps with a card that does not stick; shown with the answer. */
  readonly help: ReactNode
}

/** One card on screen, from its question to its rating. Mounted anew for every showing. */
export function CardView(props: CardViewProps) {
  const { note, face, cardKey, showingId, context, buttons, onRate, onSay } = props
  const { question, why, scenario } = face
  const change = note.changes?.[cardKey]
  const id = useId()
  const [sheet, group] = [useRef<HTMLElement>(null), useRef<HTMLElement>(null)]
  const { thinkFirst, swipe, haptics } = usePrefs()
  const waits =
    thinkFirst === 'always' || (thinkFirst === 'review' && context.state?.phase === 'review')
  const state = useAttempt(question, showingId, {
    thinkFirst: waits,
    draft: props.draft,
    onDraft: props.onDraft,
  })
  const { options, judged, hints } = state
  const isSelfGraded = question.kind === 'recall'
  const isHelped = hints.some(({ isFree }) => !isFree)
  const previews = judged ? previewsFor(props, isSelfGraded && isHelped) : null

  const rate = (rating: Rating, guessed = false) => {
    if (!judged) return
    if (haptics) pulse(rating)
    const helped = isSelfGraded && isHelped && buttons === 'two' && rating === 'good'
    onRate(helped ? 'hard' : rating, isSelfGraded ? undefined : answerOf(judged, guessed))
  }
  const guess = () => {
    if (judged?.right && !isSelfGraded) rate(ratingOf(judged, { guessed: true }), true)
  }
  useQuestionFocus(id, group)
  useAnswerFocus(judged !== null, isInPlace(question) ? id : null, group, () => {
    if (judged && previews) onSay(resultWords(question, judged, previews))
  })
  useCardActions({ ...props, state, group, questionId: id, rate, guess })
  useSwipe(sheet, {
    ...swipes(state, isSelfGraded, rate),
    isOn: props.trouble === null,
    isSwipeOn: swipe,
  })

  return (
    <>
      <article
        ref={sheet}
        className={`${styles['sheet']} ${swipe ? styles['swipes'] : ''} enter`}
        aria-labelledby={id}
      >
        <WhereLine place={context.place} domains={props.domains} scenario={scenario} />
        <QuestionText
          question={question}
          answered={judged !== null}
          title={cardTitleOf(note, cardKey)}
          id={id}
          hinted={hints.some(({ isFree }) => isFree)}
        />
        <section
          ref={group}
          className={styles['answer']}
          aria-label={judged ? CARD.answer : CARD.yourAnswer}
          tabIndex={-1}
        >
          <Cue question={question} judged={judged} areOptionsHidden={state.areOptionsHidden} />
          {judged ? (
            <Outcome question={question} options={options} judged={judged} />
          ) : (
            <Asking state={state} question={question} questionId={id} onSay={onSay} />
          )}
          {judged && change ? <ChangedFact change={change} /> : null}
          {judged && why ? <Html html={why} className={styles['why']} /> : null}
          {judged ? props.help : null}
        </section>
      </article>
      <CardNotes
        note={note}
        context={context}
        answered={judged !== null}
        open={props.areNotesOpen}
        onToggle={props.onNotes}
      />
      <CardDock
        trouble={props.trouble}
        state={state}
        previews={previews}
        isSelfGraded={isSelfGraded}
        buttons={buttons}
        onRate={rate}
        onGuessed={guess}
        onRetry={props.onRetry}
        onReload={props.onReload}
      />
    </>
  )
}

/** After a hint, "Got it" comes to less where there are two buttons. */
function previewsFor({ previews, buttons }: CardViewProps, isHelped: boolean): Previews | null {
  const found = previews()
  return found && isHelped && buttons === 'two' ? afterHint(found) : found
}

interface AskingProps {
  readonly state: AttemptState
  readonly question: Question
  readonly questionId: string
  readonly onSay: (words: string) => void
}

/** Where the answer is made, and the hints to it. */
function Asking({ state, question, questionId, onSay }: AskingProps) {
  const { options, attempt, change, check, areOptionsHidden } = state
  return (
    <>
      {areOptionsHidden ? null : (
        <AttemptInput
          question={question}
          options={options}
          attempt={attempt}
          questionId={questionId}
          onAttempt={change}
          onCheck={check}
          onSay={onSay}
        />
      )}
      <CardHints state={state} onHint={() => onSay(state.showHint() ?? '')} />
    </>
  )
}

interface CueProps {
  readonly question: Question
  readonly judged: Judged | null
  readonly areOptionsHidden: boolean
}

/** What is to be done, and in the same place afterwards whether it was right. */
function Cue({ question, judged, areOptionsHidden }: CueProps) {
  if (!judged) {
    const words = areOptionsHidden ? CARD.thinkFirst : taskWords(question)
    return <p className={styles['cue']}>{words}</p>
  }
  if (isInPlace(question)) return <p className={styles['cue']}>{CARD.grade}</p>
  if (question.kind === 'recall') return <hr className={styles['rule']} />
  const state = judged.right ? styles['right'] : styles['wrong']
  return <p className={`${styles['cue']} ${state}`}>{verdictWords(judged)}</p>
}

function answerOf({ chosen, right }: Judged, guessed: boolean): Answer {
  return { chosen: [...chosen], right, ...(guessed ? { guessed } : {}) }
}

function isInPlace(question: Question): boolean {
  return question.kind === 'recall' && question.inPlace
}
