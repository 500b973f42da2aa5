import { SHELLS } from '../note.ts'
import { FENCE, listed } from './grammar.ts'
import { quoted } from './message.ts'
import type { SectionRule } from './rule.ts'
import { listOf, textOf } from './tree.ts'

const NUMBER = /^-?\d+(\.\d+)?$/

/** `5,000` as it is compared: `5000`. Null if the text is no bare number. */
export function bareNumber(text: string): string | null {
  const plain = text.replaceAll(',', '')
  return NUMBER.test(plain) ? plain : null
}

/** The answer of a number card is typed and compared: a bare number with its unit apart. */
export const checkNumber: SectionRule = (section, say) => {
  if (section.type !== 'number') return
  const rule = 'answer of a number card must be a bare number (unit goes to "unit:")'
  const answer = textOf(section, 'A')
  if (bareNumber(answer) === null) {
    say('E065', `${rule}: ${quoted(answer)}`, section.blocks.get('A')?.line)
  }
  const accept = section.meta.get('accept')
  for (const other of listOf(accept?.value, ';')) {
    if (bareNumber(other) === null) say('E065', `${rule}: ${quoted(other)}`, accept?.line)
  }
  if (!section.meta.has('unit')) say('E066', `"${section.id}" (number) needs "unit:"`)
}

/** The answer of a command card is code for a known shell. */
export const checkCommand: SectionRule = (section, say) => {
  if (section.type !== 'command') return
  const shell = section.meta.get('shell')?.value ?? ''
  if (!(SHELLS as readonly string[]).includes(shell)) {
    say('E067', `"${section.id}" (command) needs "shell:" one of ${listed(SHELLS)}`)
  }
  for (const label of ['A', 'Also'] as const) {
    const text = textOf(section, label)
    if (text.includes(FENCE) || (label === 'Also' && !section.blocks.has(label))) continue
    const line = section.blocks.get(label)?.line
    say('E068', 'answer of a command card must be a fenced code block', line)
  }
}
