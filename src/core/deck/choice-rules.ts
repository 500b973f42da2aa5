import { quoted } from './message.ts'
import type { Say, SectionRule } from './rule.ts'
import type { OptionItem, Section } from './tree.ts'

const MIN_OPTIONS = 2
const MAX_OPTIONS = 6
/** A correct option gives itself away when it is longer than every other by this factor and length. */
const LONG_FACTOR = 1.5
const LONG_CHARACTERS = 15

/** Options of single and multiple choice. */
export const checkChoice: SectionRule = (section, say) => {
  if (section.type !== 'single' && section.type !== 'multi') return
  const { id, options } = section
  if (options.length < MIN_OPTIONS || options.length > MAX_OPTIONS) {
    say('E052', `"${id}" has ${options.length} options, needs ${MIN_OPTIONS} to ${MAX_OPTIONS}`)
  }
  checkCorrect(section, say)
  options.forEach((option) => checkOption(option, say))
  if (new Set(options.map(({ text }) => text.toLowerCase())).size < options.length) {
    say('E057', `"${id}" has two identical options`)
  }
  checkLength(options, say)
}

function checkCorrect({ id, type, options }: Section, say: Say): void {
  const correct = options.filter(({ right }) => right).length
  if (type === 'single' && correct !== 1) {
    say('E053', `"${id}" (single) has ${correct} correct options, needs exactly 1`)
  }
  if (type === 'multi' && (correct < 2 || correct === options.length)) {
    const found = `${correct} of ${options.length} correct`
    say('E054', `"${id}" (multi) has ${found}: needs at least 2 and one wrong`)
  }
}

function checkOption({ text, rationale, line }: OptionItem, say: Say): void {
  if (rationale === '') {
    say('E055', `option has no rationale ("  > ..."): ${quoted(text, 40)}`, line)
  }
  if (/\b(all|none) of the above\b/i.test(text)) {
    say('E056', '"all/none of the above" is not allowed (options are shuffled)', line)
  }
}

function checkLength(options: readonly OptionItem[], say: Say): void {
  const lengths = (right: boolean) =>
    options.filter((option) => option.right === right).map(({ text }) => text.length)
  const [correct = 0, ...others] = lengths(true)
  if (correct === 0 || others.length > 0 || options.length < 3) return
  const longest = Math.max(...lengths(false))
  if (correct > LONG_FACTOR * longest && correct - longest > LONG_CHARACTERS) {
    const sizes = `(${correct} vs ${longest} characters)`
    const text = `correct option is much longer than every other one ${sizes}: gives the answer away`
    say('W120', text)
  }
}
