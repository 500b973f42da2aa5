import { textOfHtml } from '../../core/card-title.ts'
import type { Judged } from '../study/attempt.ts'
import { waitWords } from '../study/grades.ts'
import type { Previews } from '../study/grades.ts'
import type { Question } from '../study/question.ts'
import { CARD, COMMAND, NUMBER } from './study.ts'

/** What is asked for, in a few words, before the answer. */
export function taskWords(question: Question): string {
  switch (question.kind) {
    case 'recall':
      return CARD.recall
    case 'choice':
      return question.body.type === 'multi' ? CARD.chooseSeveral : CARD.chooseOne
    case 'which':
      return CARD.chooseOne
    case 'order':
      return question.body.decoys.length > 0 ? CARD.orderDecoys : CARD.order
    case 'number':
      return CARD.typeNumber
    default:
      return CARD.typeCommand(COMMAND.shells[question.body.shell])
  }
}

/** Whether the answer was right, in a few words. */
export function verdictWords({ right, rating, attempt }: Judged): string {
  if (right) return rating === 'hard' ? CARD.alsoRight : CARD.right
  return attempt ? CARD.wrong : CARD.unknown
}

/** For screen readers: whether it was right, the answer, and when the card comes back. */
export function resultWords(question: Question, judged: Judged, previews: Previews): string {
  if (question.kind === 'recall') return spokenAnswer(question)
  const answer = judged.right ? '' : ` ${CARD.theAnswer(spokenAnswer(question))}`
  const [, wait] = waitWords(previews, judged.rating)
  return `${verdictWords(judged)}${answer} ${CARD.comesBackSentence(wait)}`
}

/** The answer in plain words. */
export function spokenAnswer(question: Question): string {
  switch (question.kind) {
    case 'recall':
      return question.spoken ?? textOfHtml(question.answer)
    case 'choice':
      return textsOf(question.body.options.filter(({ right }) => right))
    case 'which':
      return textsOf(question.body.options.filter(({ key }) => key === question.row.answer))
    case 'number':
      return NUMBER.withUnit(question.body.value, question.body.unit)
    case 'command':
      return question.body.answer
    default:
      return textsOf(question.body.steps)
  }
}

function textsOf(items: readonly { readonly html: string }[]): string {
  return items.map(({ html }) => textOfHtml(html)).join('; ')
}
