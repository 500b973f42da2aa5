import type { Html as HtmlText } from '../../core/note.ts'
import type { Judged, Option } from '../study/attempt.ts'
import type { Question } from '../study/question.ts'
import { COMMAND } from '../words/study.ts'
import { ChoiceOutcomes } from './choice-list.tsx'
import { CommandDiff } from './command-diff.tsx'
import { CopyButton } from './copy-button.tsx'
import { Html } from './html.tsx'
import { NumberOutcome } from './number-outcome.tsx'
import { OrderOutcome } from './order-outcome.tsx'
import styles from './outcome.module.css'

interface OutcomeProps {
  readonly question: Question
  /** The options in the order in which they were shown. */
  readonly options: readonly Option[]
  /** What the learner did, or null where the card is only looked at. */
  readonly judged: Judged | null
}

/** The answer of a card, every reason with it, and beside it what was answered. */
export function Outcome({ question, options, judged }: OutcomeProps) {
  switch (question.kind) {
    case 'recall':
      return question.inPlace ? null : <Html html={question.answer} className={styles['answer']} />
    case 'choice':
    case 'which':
      return <ChoiceOutcomes choices={options} chosen={judged ? judged.chosen : null} />
    case 'number': {
      const typed = judged?.attempt?.typed ?? null
      return <NumberOutcome body={question.body} right={judged?.right ?? false} typed={typed} />
    }
    case 'order':
      return <OrderOutcome body={question.body} places={judged?.order?.places ?? null} />
    default:
      return <CommandOutcome question={question} judged={judged} />
  }
}

interface CommandOutcomeProps {
  readonly question: Extract<Question, { kind: 'command' }>
  readonly judged: Judged | null
}

/** The difference where there is one, then the command and its other accepted forms. */
function CommandOutcome({ question: { body }, judged }: CommandOutcomeProps) {
  const { command, attempt } = judged ?? {}
  const forms = [body.answerHtml, ...body.alsoHtml]
  // The form that was compared stands first: the difference was made with it.
  const form = forms[command?.form ?? 0] ?? body.answerHtml
  return (
    <>
      {command && attempt ? <CommandDiff typed={attempt.typed} parts={command.parts} /> : null}
      <Code head={COMMAND.expected} html={[form]} copy={judged ? body.answer : null} />
      <Code head={COMMAND.also} html={forms.filter((each) => each !== form)} />
    </>
  )
}

interface CodeProps {
  readonly head: string
  readonly html: readonly HtmlText[]
  /** What can be copied, as plain text; null where it is only looked at. */
  readonly copy?: string | null
}

function Code({ head, html, copy = null }: CodeProps) {
  if (html.length === 0) return null
  return (
    <>
      <p className={`${styles['head']} ${styles['withAct']}`}>
        {head} {copy === null ? null : <CopyButton text={copy} />}
      </p>
      {html.map((each) => (
        <Html key={each} html={each} className={styles['code']} />
      ))}
    </>
  )
}
