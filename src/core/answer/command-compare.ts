import { align } from './align.ts'
import { isOn, rawOf } from './command-call.ts'
import type { Call, CallOption } from './command-call.ts'
import { optionIndexOf, optionName } from './command-options.ts'
import type { OptionIndex, OptionName } from './command-options.ts'
import type { CommandPart, Finding } from './command-part.ts'
import type { Word } from './command-words.ts'
import { nearest } from '../deck/nearest.ts'
import type { Shell } from '../note.ts'

/**
 * Compares typed commands with those of one accepted form, command by command.
 *
 * @param used names of options in all accepted forms
 */
export function compareCalls(
  shell: Shell,
  wanted: readonly Call[],
  given: readonly Call[],
  used: readonly string[],
): Finding[] {
  return align(wanted, given, (a, b) => headKey(a, shell) === headKey(b, shell)).flatMap(
    ({ left, right }) =>
      Array.from({ length: Math.max(left.length, right.length) }, (_, index) =>
        comparePair(shell, left[index], right[index], used),
      ).flat(),
  )
}

function comparePair(
  shell: Shell,
  wanted: Call | undefined,
  given: Call | undefined,
  used: readonly string[],
): Finding[] {
  if (!given) return wanted ? [serious({ state: 'missing', expected: textOf(wanted) })] : []
  if (!wanted) {
    return [serious({ state: 'extra', typed: textOf(given), remark: 'one command too many' })]
  }
  const index = optionIndexOf(shell, wanted.syntax, used)
  return [
    compareHeads(wanted, given, shell),
    ...compareOperands(wanted.operands, given.operands, shell),
    ...compareOptions(namedOptions(wanted, index), namedOptions(given, index), index),
  ]
}

/** Short names of AzCopy's commands. */
const AZCOPY: Readonly<Record<string, string>> = {
  'azcopy cp': 'azcopy copy',
  'azcopy ls': 'azcopy list',
  'azcopy rm': 'azcopy remove',
}

function headKey({ head, joint }: Call, shell: Shell): string {
  const text = head.map((word) => word.text).join(' ')
  const pipe = joint.startsWith('|') ? `${joint} ` : ''
  if (shell !== 'azcopy') return `${pipe}${text.toLowerCase()}`
  const plain = text.replace(/^(?:\.[\\/])?azcopy(?:\.exe)?(?= |$)/, 'azcopy')
  return `${pipe}${AZCOPY[plain] ?? plain}`
}

function compareHeads(wanted: Call, given: Call, shell: Shell): Finding {
  const pair = { expected: headText(wanted), typed: headText(given) }
  if (headKey(wanted, shell) !== headKey(given, shell))
    return serious({ state: 'different', ...pair })
  const exact = wanted.head.every(({ text }, index) => text === given.head[index]?.text)
  if (exact || shell !== 'az') return none({ state: 'same', ...pair })
  return slight({ state: 'same', ...pair, remark: CASE_DIFFERS })
}

function headText({ joint, head }: Call): string {
  return joint.startsWith('|') ? `${joint} ${rawOf(head)}` : rawOf(head)
}

function textOf(call: Call): string {
  const options = call.options.map(optionText)
  return [headText(call), ...call.operands.map(({ raw }) => raw), ...options].join(' ')
}

function compareOperands(wanted: readonly Word[], given: readonly Word[], shell: Shell): Finding[] {
  return Array.from({ length: Math.max(wanted.length, given.length) }, (_, index) => {
    const [expected, typed] = [wanted[index], given[index]]
    if (!typed) return serious({ state: 'missing', expected: expected?.raw ?? '' })
    if (!expected) return serious({ state: 'unknown', typed: typed.raw, remark: NOT_IN_ANSWER })
    const likeness = likenessOf([expected], [typed], shell)
    return valueFinding({ expected: expected.raw, typed: typed.raw }, likeness, [])
  })
}

interface NamedOption extends CallOption, OptionName {}

function namedOptions({ options }: Call, index: OptionIndex): NamedOption[] {
  return options.map((option) => ({ ...option, ...optionName(option.typed, index) }))
}

/** The options of the answer in its order, then those that are not in it. */
function compareOptions(
  wanted: readonly NamedOption[],
  given: readonly NamedOption[],
  index: OptionIndex,
): Finding[] {
  const left = [...given]
  const found = wanted.map((option) => {
    const at = left.findIndex(({ key }) => key === option.key)
    return at < 0
      ? serious({ state: 'missing', expected: optionText(option) })
      : compareOption(option, left.splice(at, 1)[0] ?? option, index.shell)
  })
  const keys = new Set(wanted.map(({ key }) => key))
  return [...found, ...left.map((option) => strayFinding(option, keys.has(option.key), index))]
}

function compareOption(wanted: NamedOption, given: NamedOption, shell: Shell): Finding {
  const pair = { expected: optionText(wanted), typed: optionText(given) }
  const likeness = likenessOf(wanted.values, given.values, shell)
  return valueFinding(pair, likeness, wanted.typed === given.typed ? [] : nameRemarks(given))
}

function nameRemarks({ how, name, typed }: NamedOption): Remark[] {
  if (how === 'alias') {
    const kind = typed.startsWith('--') ? 'other name' : 'short form'
    return [{ text: `${kind} of ${name}`, slight: false }]
  }
  if (how === 'abbreviation') return [{ text: `abbreviation of ${name}`, slight: true }]
  return how === 'case' ? [{ text: CASE_DIFFERS, slight: true }] : []
}

/** Extras that keep a command from doing its work. */
const STOPS = /^--?(?:help|what-?if|dry-run)$/i

/** An option that the answer does not have, or not so often. */
function strayFinding(option: NamedOption, isRepeated: boolean, index: OptionIndex): Finding {
  const typed = optionText(option)
  if (isRepeated) return serious({ state: 'unknown', typed, remark: 'given more than once' })
  if (option.how === 'unknown') {
    return serious({ state: 'unknown', typed, remark: unknownRemark(option.typed, index) })
  }
  if (STOPS.test(option.name)) {
    return serious({ state: 'different', typed, remark: 'keeps the command from doing its work' })
  }
  return slight({ state: 'extra', typed, remark: 'exists, but is not needed' })
}

function unknownRemark(typed: string, { names, complete }: OptionIndex): string {
  const near = nearest(typed, names)
  const problem = complete ? 'no such option' : NOT_IN_ANSWER
  return near === null ? problem : `${problem}; the nearest is ${near}`
}

const CASE_DIFFERS = 'upper and lower case differ'
const CASE_COUNTS = 'upper and lower case count here'
const NOT_IN_ANSWER = 'not part of the answer'

type Likeness = 'same' | 'case' | 'case-counts' | 'different'

function likenessOf(wanted: readonly Word[], given: readonly Word[], shell: Shell): Likeness {
  if (isOn(wanted) && isOn(given)) return 'same'
  if (wanted.length !== given.length) return 'different'
  const equal = (fold: (text: string) => string) =>
    wanted.every(({ text }, index) => fold(text) === fold(given[index]?.text ?? ''))
  if (equal((text) => text)) return 'same'
  if (!equal((text) => text.toLowerCase())) return 'different'
  return shell === 'pwsh' ? 'same' : shell === 'az' ? 'case' : 'case-counts'
}

interface Remark {
  readonly text: string
  readonly slight: boolean
}

/** The finding on an operand, or on an option and its values, with what is to be said of its name. */
function valueFinding(
  pair: Pick<CommandPart, 'expected' | 'typed'>,
  likeness: Likeness,
  names: readonly Remark[],
): Finding {
  const isWrong = likeness === 'different' || likeness === 'case-counts'
  const remarks = [
    ...names,
    ...(likeness === 'case' ? [{ text: CASE_DIFFERS, slight: true }] : []),
    ...(likeness === 'case-counts' ? [{ text: CASE_COUNTS, slight: true }] : []),
  ]
  const remark = [...new Set(remarks.map(({ text }) => text))].join('; ')
  const part: CommandPart = {
    state: isWrong ? 'different' : 'same',
    ...pair,
    ...(remark === '' ? {} : { remark }),
  }
  if (isWrong) return serious(part)
  return remarks.some((each) => each.slight) ? slight(part) : none(part)
}

function optionText({ typed, values }: CallOption): string {
  return values.length === 0 ? typed : `${typed} ${rawOf(values)}`
}

function none(part: CommandPart): Finding {
  return { part, fault: 'none' }
}

function slight(part: CommandPart): Finding {
  return { part, fault: 'slight' }
}

function serious(part: CommandPart): Finding {
  return { part, fault: 'serious' }
}
