import { useMemo } from 'react'
import { textOfHtml } from '../../core/card-title.ts'
import type { OrderBody } from '../../core/note.ts'
import { choose, isMultiple } from '../study/attempt.ts'
import type { Attempt, Option } from '../study/attempt.ts'
import type { Question } from '../study/question.ts'
import { ChoiceList } from './choice-list.tsx'
import { CommandField } from './command-field.tsx'
import { NumberField } from './number-field.tsx'
import { OrderList } from './order-list.tsx'

interface AttemptInputProps {
  readonly question: Question
  readonly options: readonly Option[]
  readonly attempt: Attempt
  /** Id of the question, which names what is answered here. */
  readonly questionId: string
  readonly onAttempt: (attempt: Attempt) => void
  readonly onCheck: () => void
  readonly onSay: (words: string) => void
}

/** Where a question is answered, whatever its kind. Nothing for what the learner says to themselves. */
export function AttemptInput(props: AttemptInputProps) {
  const { question, options, attempt, questionId, onAttempt, onCheck, onSay } = props
  const onType = (typed: string) => onAttempt({ ...attempt, typed })
  const field = { labelledBy: questionId, typed: attempt.typed, onType, onCheck }
  switch (question.kind) {
    case 'recall':
      return null
    case 'choice':
    case 'which': {
      const multiple = isMultiple(question)
      return (
        <ChoiceList
          choices={options}
          chosen={attempt.chosen}
          multiple={multiple}
          labelledBy={questionId}
          onChoose={(key) => onAttempt(choose(attempt, key, multiple))}
          onCheck={onCheck}
        />
      )
    }
    case 'number':
      return <NumberField {...field} unit={question.body.unit} />
    case 'command':
      return <CommandField {...field} />
    default:
      return (
        <Steps
          body={question.body}
          attempt={attempt}
          questionId={questionId}
          onAttempt={onAttempt}
          onCheck={onCheck}
          onSay={onSay}
        />
      )
  }
}

interface StepsProps extends Pick<
  AttemptInputProps,
  'attempt' | 'questionId' | 'onAttempt' | 'onCheck' | 'onSay'
> {
  readonly body: OrderBody
}

function Steps({ body, attempt, questionId, onAttempt, onCheck, onSay }: StepsProps) {
  const items = useMemo(() => {
    const steps = [...body.steps, ...body.decoys]
    return new Map(steps.map(({ key, html }) => [key, { html, text: textOfHtml(html) }]))
  }, [body])
  return (
    <OrderList
      items={items}
      arrangement={attempt.arrangement}
      labelledBy={questionId}
      onArrange={(arrangement) => onAttempt({ ...attempt, arrangement })}
      onCheck={onCheck}
      onSay={onSay}
    />
  )
}
