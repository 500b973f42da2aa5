import { checkText } from '../text/check-text.ts'
import { mapTexts, MOST_CHARACTERS } from '../text/note-text.ts'
import type { NoteText } from '../text/note-text.ts'
import type { LeftList } from './content.ts'

/** Whether a text can be a card of ours. If not, it is told why. */
export function fitting(text: NoteText, example: string, left: LeftList): boolean {
  let longest = 0
  mapTexts(text, (each) => {
    longest = Math.max(longest, each.length)
    return each
  })
  if (longest > MOST_CHARACTERS) {
    left.add('too long', example)
    return false
  }
  const [error] = checkText(text).errors
  if (!error) return true
  const isGap = error.code === 'E062' || error.code === 'E064'
  left.add(isGap ? 'gaps' : 'unfit', text.ask === '' ? example : text.ask)
  return false
}
