import { useId, useRef } from 'react'
import { cardTitleOf } from '../../core/card-title.ts'
import { ratingOf } from '../../core/answer/judge.ts'
import type { Note } from '../../core/note.ts'
import type { Answer, Rating } from '../../core/review.ts'
import { useHotkeys } from '../hooks/use-hotkeys.ts'
import { isMultiple } from '../study/attempt.ts'
import type { Judged } from '../study/attempt.ts'
import type { Previews } from '../study/grades.ts'
import { askingKeys, ratingKeys } from '../study/card-keys.ts'
import type { Face, Question } from '../study/question.ts'
import type { Draft } from '../study/resume.ts'
import { useAttempt } from '../study/use-attempt.ts'
import { useAnswerFocus, useQuestionFocus } from '../study/use-card-focus.ts'
import { CARD } from '../words/study.ts'
import { resultWords, taskWords, verdictWords } from '../words/verdict.ts'
import { AttemptInput } from './attempt-input.tsx'
import { CardDock } from './card-dock.tsx'
import { CardNotes } from './card-notes.tsx'
import type { CardContext } from './card-notes.tsx'
import { choiceId } from './choice-list.tsx'
import { Html } from './html.tsx'
import { Outcome } from './outcome.tsx'
import { QuestionText } from './question-text.tsx'
import { WhereLine } from './where-line.tsx'
import styles from './card-view.module.css'

interface CardViewProps {
  readonly note: Note
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
  readonly trouble: string | null
  readonly onRetry: () => void
  /** Says something to screen readers. */
  readonly onSay: (words: string) => void
}

/** One card on screen, from its question to its rating. Mounted anew for every showing. */
export function CardView(props: CardViewProps) {
  const { note, face, cardKey, showingId, context, buttons, onRate, onSay } = props
  const { question, why, scenario } = face
  const id = useId()
  const group = useRef<HTMLElement>(null)
  const state = useAttempt(question, showingId, props.draft, props.onDraft)
  const { options, attempt, judged } = state
  const isSelfGraded = question.kind === 'recall'
  const previews = judged ? props.previews() : null

  const rate = (rating: Rating, guessed = false) => {
    if (!judged) return
    onRate(rating, isSelfGraded ? undefined : answerOf(judged, guessed))
  }
  const guess = () => {
    if (judged?.right && !isSelfGraded) rate(ratingOf(judged, { guessed: true }), true)
  }
  useQuestionFocus(id, group)
  useAnswerFocus(judged !== null, isInPlace(question) ? id : null, group, () => {
    if (judged && previews) onSay(resultWords(question, judged, previews))
  })
  useHotkeys({
    ...(props.trouble !== null
      ? {}
      : judged
        ? ratingKeys(judged, isSelfGraded, buttons, rate, guess)
        : askingKeys(state, isMultiple(question), isSelfGraded, (key) =>
            document.getElementById(choiceId(id, key))?.focus({ preventScroll: true }),
          )),
    i: () => props.onNotes(!props.areNotesOpen),
    s: () => judged && openSource(note),
  })

  return (
    <>
      <article className={`${styles['sheet']} enter`} aria-labelledby={id}>
        <WhereLine place={context.place} domains={props.domains} scenario={scenario} />
        <QuestionText
          question={question}
          answered={judged !== null}
          title={cardTitleOf(note, cardKey)}
          id={id}
        />
        <section
          ref={group}
          className={styles['answer']}
          aria-label={judged ? CARD.answer : CARD.yourAnswer}
          tabIndex={-1}
        >
          <Cue question={question} judged={judged} />
          {judged ? (
            <Outcome question={question} options={options} judged={judged} />
          ) : (
            <AttemptInput
              question={question}
              options={options}
              attempt={attempt}
              questionId={id}
              onAttempt={state.change}
              onCheck={state.check}
              onSay={onSay}
            />
          )}
          {judged && why ? <Html html={why} className={styles['why']} /> : null}
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
      />
    </>
  )
}

interface CueProps {
  readonly question: Question
  readonly judged: Judged | null
}

/** What is to be done, and in the same place afterwards whether it was right. */
function Cue({ question, judged }: CueProps) {
  if (!judged) return <p className={styles['cue']}>{taskWords(question)}</p>
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

function openSource({ sources }: Note): void {
  const [source] = sources
  if (source) window.open(source.url, '_blank', 'noopener,noreferrer')
}
