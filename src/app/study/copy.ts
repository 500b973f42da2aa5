import { textOfHtml } from '../../core/card-title.ts'
import { COPY } from '../words/card-acts.ts'
import type { Question } from './question.ts'

const CODE = /<pre[^>]*>([^]*?)<\/pre>/

/** The command that a card is about: its answer, or the first block of code in it; null for others. */
export function commandOf(question: Question): string | null {
  if (question.kind === 'command') return question.body.answer
  if (question.kind !== 'recall') return null
  const [, code] = CODE.exec(question.answer) ?? []
  return code === undefined ? null : textOfHtml(code)
}

/** Copies a text, and says in words whether that could be done. */
export async function copyText(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text)
    return COPY.done
  } catch {
    return COPY.failed
  }
}
