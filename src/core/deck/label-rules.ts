import { FORMS, isNoteType } from './grammar.ts'
import type { SectionRule } from './rule.ts'
import { textOf } from './tree.ts'

/** Every type has its labels, and no others. */
export const checkLabels: SectionRule = (section, say) => {
  if (!isNoteType(section.type)) return
  const { needs, allows } = FORMS[section.type]
  for (const label of needs) {
    if (textOf(section, label) === '') {
      say('E060', `"${section.id}" (${section.type}) needs "${label}:"`)
    }
  }
  for (const [label, { line }] of section.blocks) {
    if (!allows.includes(label)) {
      say('E061', `"${label}:" is not used by type ${section.type}`, line)
    }
  }
}

/** The reverse question of a `reversed` card is written out. */
export const checkBack: SectionRule = (section, say) => {
  if (section.type !== 'reversed') return
  const back = textOf(section, 'Back')
  if (back === '') {
    say('E060', `"${section.id}" (reversed) needs "Back:" with the written reverse question`)
  } else if (!back.includes(' => ')) {
    const line = section.blocks.get('Back')?.line
    say('E077', '"Back:" must be "reverse question => answer"', line)
  }
}
