import { judgeCommand } from '../../core/answer/command.ts'
import type { CommandVerdict } from '../../core/answer/command.ts'
import { judgeChoice, judgeOrder, judgeWhich } from '../../core/answer/judge.ts'
import type { OrderVerdict, Verdict } from '../../core/answer/judge.ts'
import { judgeNumber } from '../../core/answer/number-answer.ts'
import type { UnreadableNumber } from '../../core/answer/number-answer.ts'
import { initialOrder, shuffled } from '../../core/shuffle.ts'
import { arrange, usedOf } from './arrangement.ts'
import type { Arrangement } from './arrangement.ts'
import type { Question } from './question.ts'

/** An answer as it is being made. Each kind of question uses one of the three. */
export interface Attempt {
  /** Keys of the options chosen, in the order chosen. */
  readonly chosen: readonly string[]
  readonly typed: string
  readonly arrangement: Arrangement
}

/** What came of it. `attempt` is null where the learner did not know. */
export interface Judged extends Verdict {
  readonly attempt: Attempt | null
  readonly command?: CommandVerdict
  readonly order?: OrderVerdict
}

/** What is missing before an answer can be judged. */
export type Lack = 'choose' | UnreadableNumber['hint'] | 'type'

export interface Option {
  readonly key: string
  readonly html: string
  readonly right: boolean
  readonly rationale: string | null
}

/** The options of a choice or a row in the order of this showing; none for other questions. */
export function optionsOf(question: Question, seed: string): Option[] {
  return shuffled(authorsOptions(question), seed)
}

/** The options in the order in which the author wrote them. */
export function authorsOptions(question: Question): Option[] {
  if (question.kind === 'choice') return [...question.body.options]
  if (question.kind !== 'which') return []
  const { body, row } = question
  return body.options.map(({ key, html }) => {
    const right = key === row.answer
    return { key, html, right, rationale: right ? row.rationale : null }
  })
}

/** Nothing chosen, nothing typed, and the steps in an order that is not the right one. */
export function emptyAttempt(question: Question, seed: string): Attempt {
  const { kind } = question
  const arrangement =
    kind === 'order' ? arrange(question.body, initialOrder(question.body, seed)) : []
  return { chosen: [], typed: '', arrangement }
}

/** One option stands for itself where only one can be right; elsewhere it is added or taken away. */
export function choose(attempt: Attempt, key: string, multiple: boolean): Attempt {
  const { chosen } = attempt
  if (!multiple) return { ...attempt, chosen: [key] }
  const without = chosen.filter((each) => each !== key)
  return { ...attempt, chosen: chosen.includes(key) ? without : [...chosen, key] }
}

export function isMultiple(question: Question): boolean {
  return question.kind === 'choice' && question.body.type === 'multi'
}

/** Judges an answer, or says what it lacks. Self-graded questions are never judged. */
export function judge(question: Question, attempt: Attempt): Judged | Lack {
  const { chosen, typed, arrangement } = attempt
  switch (question.kind) {
    case 'recall':
      return { right: true, rating: 'good', chosen: [], attempt }
    case 'choice':
      return chosen.length === 0 ? 'choose' : { ...judgeChoice(question.body, chosen), attempt }
    case 'which': {
      const [option] = chosen
      if (option === undefined) return 'choose'
      return { ...judgeWhich(question.body, question.row.key, option), attempt }
    }
    case 'number': {
      const verdict = judgeNumber(question.body, typed)
      return verdict.readable ? { ...verdict, attempt } : verdict.hint
    }
    case 'command': {
      if (typed.trim() === '') return 'type'
      const command = judgeCommand(question.body, typed)
      return { ...command, attempt, command }
    }
    default: {
      const order = judgeOrder(question.body, usedOf(arrangement))
      return { ...order, attempt, order }
    }
  }
}

/** The learner does not know: wrong, with nothing chosen. */
export function notKnown(): Judged {
  return { right: false, rating: 'again', chosen: [], attempt: null }
}
