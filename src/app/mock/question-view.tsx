import { useId, useRef, useState } from 'react'
import type { Note } from '../../core/note.ts'
import { partsOf, pointsOf } from '../../core/mock/score.ts'
import type { MockAnswer as Answer } from '../../core/mock/score.ts'
import type { Asked, Run } from '../../core/mock/run.ts'
import { TRUST } from '../../core/mock/steps.ts'
import type { Trust } from '../../core/mock/steps.ts'
import { AttemptInput } from '../components/attempt-input.tsx'
import { sourceName } from '../components/card-notes.tsx'
import { Html } from '../components/html.tsx'
import { Kbd } from '../components/kbd.tsx'
import { MockAnswer } from '../components/mock-answer.tsx'
import { MockRows } from '../components/mock-rows.tsx'
import { QuestionText } from '../components/question-text.tsx'
import { Segmented } from '../components/segmented.tsx'
import { useHotkeys } from '../hooks/use-hotkeys.ts'
import { choose, emptyAttempt } from '../study/attempt.ts'
import { useAnswerFocus, useQuestionFocus } from '../study/use-card-focus.ts'
import { RUN } from '../words/mock.ts'
import { taskOf } from './item.ts'
import type { MockItem } from './item.ts'
import styles from './question-view.module.css'

interface QuestionViewProps {
  readonly run: Run
  readonly q: number
  readonly note: Note
  readonly item: MockItem
  /** Shuffles what the learner puts in order. */
  readonly seed: string
  readonly onAnswer: (answer: Answer) => void
  readonly onTrust: (trust: Trust | null) => void
  readonly onFlag: () => void
  /** Enter, where an answer is made: on to the next question, or its answer in practice. */
  readonly onEnter: () => void
  readonly onSay: (words: string) => void
}

/** One question on screen: in an exam to be answered, in practice with its answer once that was asked for. */
export function QuestionView(props: QuestionViewProps) {
  const { run, q, note, item, onSay } = props
  const asked = run.asked[q]
  const id = useId()
  const group = useRef<HTMLElement>(null)
  const isChecked = asked?.isChecked === true
  useQuestionFocus(id, group)
  useAnswerFocus(isChecked, null, group, () => onSay(verdictOf(item, asked).words))
  if (!asked) return null
  return (
    <article className={`${styles['sheet']} enter`} aria-labelledby={id}>
      <div className={styles['top']}>
        <p className="eyebrow">{RUN.position(q + 1, run.asked.length)}</p>
        <button
          type="button"
          className={styles['flag']}
          aria-pressed={asked.isFlagged}
          aria-keyshortcuts="M"
          onClick={props.onFlag}
        >
          <svg width="12" height="14" viewBox="0 0 12 14" aria-hidden="true">
            <path d="M1.5 13V1.5h9l-2.5 3 2.5 3h-9" />
          </svg>
          {RUN.flag} <Kbd>M</Kbd>
        </button>
      </div>
      <Asks item={item} id={id} />
      <section
        ref={group}
        className={styles['answer']}
        aria-label={isChecked ? RUN.answer : RUN.yourAnswer}
        tabIndex={-1}
      >
        {isChecked ? (
          <Explained note={note} item={item} asked={asked} />
        ) : (
          <Answering {...props} asked={asked} id={id} />
        )}
      </section>
      {isChecked ? null : <TrustField id={id} trust={asked.trust} onTrust={props.onTrust} />}
    </article>
  )
}

/** What is asked; of several rows what they share. */
function Asks({ item, id }: { readonly item: MockItem; readonly id: string }) {
  const { question, rows, title } = item
  if (rows.length === 0)
    return <QuestionText question={question} answered={false} title={title} id={id} />
  return (
    <h1 id={id} className={styles['shared']} tabIndex={-1}>
      <Html as="span" html={question.ask} />
    </h1>
  )
}

interface AnsweringProps extends QuestionViewProps {
  readonly asked: Asked
  readonly id: string
}

function Answering({ item, asked, id, seed, onAnswer, onEnter, onSay }: AnsweringProps) {
  const { question, rows, options, body } = item
  const [isFull, setFull] = useState(false)
  const attempt = asked.answer ?? emptyAttempt(question, seed)
  const isMultiple = body.type === 'multi'
  const most = partsOf(body)
  const change = (next: Answer) => {
    const isTooMuch = isMultiple && next.chosen.length > most
    setFull(isTooMuch)
    if (isTooMuch) onSay(RUN.enough(most))
    else onAnswer(next)
  }
  useHotkeys(
    question.kind === 'choice'
      ? Object.fromEntries(
          options.flatMap(({ key }, index) => {
            const pick = () => change(choose(attempt, key, isMultiple))
            return [
              [String.fromCodePoint(97 + index), pick],
              [String(index + 1), pick],
            ]
          }),
        )
      : {},
  )
  return (
    <>
      <p className={styles['cue']}>{isFull ? RUN.enough(most) : taskOf(item)}</p>
      {rows.length > 0 ? (
        <MockRows
          item={item}
          chosen={attempt.chosen}
          id={id}
          onChoose={(chosen) => change({ ...attempt, chosen })}
          onEnter={onEnter}
        />
      ) : (
        <AttemptInput
          question={question}
          options={options}
          attempt={attempt}
          questionId={id}
          onAttempt={change}
          onCheck={onEnter}
          onSay={onSay}
        />
      )}
    </>
  )
}

interface ExplainedProps {
  readonly note: Note
  readonly item: MockItem
  readonly asked: Asked
}

function Explained({ note, item, asked }: ExplainedProps) {
  const { words, look } = verdictOf(item, asked)
  return (
    <>
      <p className={`${styles['cue']} ${styles[look]}`}>{words}</p>
      <MockAnswer item={item} answer={asked.answer} />
      <p className={`${styles['sources']} small`}>
        {note.sources.map(({ url }) => (
          <a key={url} href={url} target="_blank" rel="noopener noreferrer">
            {sourceName(url)}
          </a>
        ))}
      </p>
    </>
  )
}

/** Whether an answer was right, in words and by its look. */
export function verdictOf(
  { body }: Pick<MockItem, 'body'>,
  asked: Pick<Asked, 'answer'> | undefined,
): { readonly words: string; readonly look: 'right' | 'part' | 'wrong' } {
  const answer = asked?.answer ?? null
  const [points, of] = [pointsOf(body, answer), partsOf(body)]
  if (points === of) return { words: RUN.right, look: 'right' }
  if (!answer) return { words: RUN.unanswered, look: 'wrong' }
  return points > 0
    ? { words: RUN.part(points, of), look: 'part' }
    : { words: RUN.wrong, look: 'wrong' }
}

interface TrustFieldProps {
  readonly id: string
  readonly trust: Trust | null
  readonly onTrust: (trust: Trust | null) => void
}

/** How sure the learner is; nobody has to say. */
function TrustField({ trust, onTrust }: TrustFieldProps) {
  return (
    <fieldset className={styles['trust']}>
      <legend className="small">{RUN.sure}</legend>
      <Segmented<Trust | ''>
        options={TRUST.map((value) => ({ value, label: RUN.trust[value] }))}
        value={trust ?? ''}
        onChange={(next) => onTrust(next === '' ? null : next)}
      />
    </fieldset>
  )
}

/** A question whose text is not on this device: it can be passed over. */
export function MissingQuestion() {
  return (
    <article className={styles['sheet']}>
      <h1 className="page-title" tabIndex={-1}>
        <Html as="span" html={RUN.missing} />
      </h1>
    </article>
  )
}
