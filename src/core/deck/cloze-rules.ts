import { clozeNumbers, deletionsIn } from './deletions.ts'
import type { SectionRule } from './rule.ts'
import { textOf } from './tree.ts'

const MAX_DELETIONS = 3

/** Deletions of a cloze. */
export const checkCloze: SectionRule = (section, say) => {
  if (section.type !== 'cloze') return
  const text = textOf(section, 'T')
  const deletions = deletionsIn(text)
  const numbers = clozeNumbers(deletions)
  if (deletions.length === 0) say('E062', `"${section.id}" has no {{c1::...}} deletion`)
  if (numbers.some((number, index) => number !== index + 1)) {
    const found = `[${numbers.join(', ')}]`
    say('W063', `cloze numbers are ${found}: fine after a removal, otherwise count from 1`)
  }
  if (text.split('{{').length - 1 !== deletions.length) {
    say('E064', 'unbalanced or malformed {{...}}', section.blocks.get('T')?.line)
  }
  if (numbers.length > MAX_DELETIONS) {
    say('W121', `${numbers.length} deletions in one cloze card: split it`)
  }
}
