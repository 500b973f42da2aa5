import type { Rating } from '../../core/review.ts'
import { choose } from './attempt.ts'
import type { Judged } from './attempt.ts'
import type { AttemptState } from './use-attempt.ts'

type Keys = Readonly<Record<string, () => void>>

/** The keys while an answer is being made: letters and numbers choose, Space and Enter check. */
export function askingKeys(
  state: AttemptState,
  isMultiple: boolean,
  isSelfGraded: boolean,
  onChosen: (key: string) => void,
): Keys {
  const { options, attempt, change, check, giveUp } = state
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
  return {
    Space: check,
    Enter: check,
    ...(isSelfGraded ? {} : { n: giveUp }),
    ...Object.fromEntries(choices),
  }
}

/** The keys once the answer is shown: numbers rate, Space and Enter take what is suggested. */
export function ratingKeys(
  judged: Judged,
  isSelfGraded: boolean,
  buttons: 'two' | 'four',
  rate: (rating: Rating) => void,
  guess: () => void,
): Keys {
  const suggested = () => rate(judged.rating)
  const confirm = { Space: suggested, Enter: suggested }
  const grades = { '2': () => rate('hard'), '3': () => rate('good'), '4': () => rate('easy') }
  if (isSelfGraded) {
    const again = () => rate('again')
    if (buttons === 'four') return { ...confirm, '1': again, ...grades }
    return { ...confirm, '1': again, '2': () => rate('good') }
  }
  if (!judged.right) return confirm
  if (buttons === 'two') return { ...confirm, g: guess }
  return { ...confirm, g: guess, '1': guess, ...grades }
}
