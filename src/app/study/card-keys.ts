import type { Action } from '../../core/keys.ts'
import type { Rating } from '../../core/review.ts'
import { choose } from './attempt.ts'
import type { Judged } from './attempt.ts'
import type { AttemptState } from './use-attempt.ts'

type Acts = Readonly<Partial<Record<Action, () => void>>>

/** What can be done by key while an answer is being made. */
export function askingActs({ check, giveUp }: AttemptState, isSelfGraded: boolean): Acts {
  return { show: check, ...(isSelfGraded ? {} : { unsure: giveUp }) }
}

/** Letters and numbers choose an option. */
export function optionKeys(
  { options, attempt, change }: AttemptState,
  isMultiple: boolean,
  onChosen: (key: string) => void,
): Readonly<Record<string, () => void>> {
  const choices = options.flatMap(({ key }, index) => {
    const pick = () => {
      change(choose(attempt, key, isMultiple))
      onChosen(key)
    }
    return [
      [String.fromCodePoint(97 + index), pick],
      [String(index + 1), pick],
    ]
  })
  return Object.fromEntries(choices)
}

/** What can be done by key once the answer is shown. */
export function ratingActs(
  judged: Judged,
  isSelfGraded: boolean,
  buttons: 'two' | 'four',
  rate: (rating: Rating) => void,
  guess: () => void,
): Acts {
  const confirm = { continue: () => rate(judged.rating) }
  const [again, hard] = [() => rate('again'), () => rate('hard')]
  const [good, easy] = [() => rate('good'), () => rate('easy')]
  if (isSelfGraded) {
    if (buttons === 'two') return { ...confirm, grade1: again, grade2: good }
    return { ...confirm, grade1: again, grade2: hard, grade3: good, grade4: easy }
  }
  if (!judged.right) return confirm
  if (buttons === 'two') return { ...confirm, guessed: guess }
  return { ...confirm, guessed: guess, grade1: guess, grade2: hard, grade3: good, grade4: easy }
}
