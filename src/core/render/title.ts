import type { NoteText } from '../text/note-text.ts'
import { plainText } from './markdown.ts'

const TITLE_CHARACTERS = 120

/** The question without markup, cut between words; a deletion of a cloze stays hidden. */
export function titleOf({ ask }: Pick<NoteText, 'ask'>): string {
  const text = plainText(ask.replaceAll(/\{\{c\d+::.+?\}\}/g, '…'))
  if (text.length <= TITLE_CHARACTERS) return text
  const cut = text.slice(0, TITLE_CHARACTERS)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), TITLE_CHARACTERS / 2))}…`
}
