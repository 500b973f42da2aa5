import { textOfHtml } from '../../core/card-title.ts'
import { choiceCounts } from '../../core/choice-counts.ts'
import type { Note } from '../../core/note.ts'
import type { Review } from '../../core/review.ts'
import type { ChosenOption } from '../components/choice-counts.tsx'
import { authorsOptions } from '../study/attempt.ts'
import { faceOf } from '../study/question.ts'

/** The options of a card with how often each was chosen, most often first; none if nothing ever was. */
export function chosenOptions(
  note: Note,
  key: string,
  reviews: readonly Review[],
): readonly ChosenOption[] {
  const question = faceOf(note, key)?.question
  const counts = choiceCounts(reviews, note.rev)
  if (!question || counts.size === 0) return []
  return authorsOptions(question)
    .map((option) => ({
      key: option.key,
      text: textOfHtml(option.html),
      right: option.right,
      times: counts.get(option.key) ?? 0,
    }))
    .toSorted((a, b) => b.times - a.times)
}
