import type { Statement, Word } from './command-words.ts'
import type { CommandSyntax, Shell } from '../note.ts'

/** An option as it was written, with the words that belong to it. */
export interface CallOption {
  readonly typed: string
  readonly values: readonly Word[]
}

/** One command taken apart: what is run, on what, and with which options. */
export interface Call {
  /** What stands before it, see `Statement`. */
  readonly joint: string
  /** The command itself, e.g. `az lock create`. */
  readonly head: readonly Word[]
  /** Words that belong to no option. */
  readonly operands: readonly Word[]
  readonly options: readonly CallOption[]
  /** What is known of the command, or null. */
  readonly syntax: CommandSyntax | null
}

/** What is known before a command is read. */
export interface Dialect {
  readonly shell: Shell
  readonly syntax: readonly CommandSyntax[]
  /** Small names of options that take no value; only where a word may follow that is none. */
  readonly flags: ReadonlySet<string>
}

/** Takes one command apart. Where the command is not known, all words before the first option are it. */
export function callOf({ joint, words }: Statement, dialect: Dialect): Call {
  const syntax = syntaxOf(words, dialect.syntax)
  const length = headLength(words, syntax, dialect.shell)
  const operands: Word[] = []
  const options: { typed: string; values: Word[] }[] = []
  for (const word of words.slice(length)) {
    const last = options.at(-1)
    if (isOption(word)) options.push(optionOf(word, dialect.shell))
    else if (last && takes(last, word, dialect)) last.values.push(word)
    else operands.push(word)
  }
  return { joint, head: words.slice(0, length), operands, options, syntax }
}

/** Names of the options that stand without a value, small. */
export function flagsOf(calls: readonly Call[]): ReadonlySet<string> {
  const options = calls.flatMap((call) => call.options).filter(({ values }) => isOn(values))
  return new Set(options.map(({ typed }) => typed.toLowerCase()))
}

/** A flag, or one that says that it is set: `--yes`, `--yes true`, `-Force:$true`. */
export function isOn(values: readonly Word[]): boolean {
  return values.length === 0 || (values.length === 1 && /^\$?true$/i.test(values[0]?.text ?? ''))
}

/** The words as they were typed, on one line. */
export function rawOf(words: readonly Word[]): string {
  return words
    .map(({ raw, listed }, index) => (index === 0 ? raw : joinedRaw(raw, listed)))
    .join('')
}

function joinedRaw(raw: string, listed: boolean): string {
  return listed ? `, ${raw}` : ` ${raw}`
}

/** An option begins with a dash and a letter: `-1` is a value. */
function isOption({ text, quoted }: Word): boolean {
  return !quoted && /^--?[A-Za-z]/.test(text)
}

/** The longest known command that the words begin with. */
function syntaxOf(words: readonly Word[], syntax: readonly CommandSyntax[]): CommandSyntax | null {
  const text = `${words.map((word) => word.text.toLowerCase()).join(' ')} `
  const known = syntax.filter(({ command }) => text.startsWith(`${command.toLowerCase()} `))
  return known.toSorted((a, b) => b.command.length - a.command.length)[0] ?? null
}

function headLength(words: readonly Word[], syntax: CommandSyntax | null, shell: Shell): number {
  if (syntax) return syntax.command.split(' ').length
  const option = words.findIndex(isOption)
  const leading = option < 0 ? words.length : option
  return Math.min(leading, shell === 'pwsh' ? 1 : shell === 'azcopy' ? 2 : leading)
}

function optionOf(word: Word, shell: Shell): { typed: string; values: Word[] } {
  const sign = shell === 'pwsh' ? ':' : '='
  const at = word.text.indexOf(sign)
  if (at < 0) return { typed: word.text, values: [] }
  const value = {
    ...word,
    raw: word.raw.slice(word.raw.indexOf(sign) + 1),
    text: word.text.slice(at + 1),
  }
  return { typed: word.text.slice(0, at), values: [{ ...value, listed: false }] }
}

/** Whether a word is a value of the option before it, or stands for itself. */
function takes(option: CallOption, word: Word, { shell, flags }: Dialect): boolean {
  if (shell === 'az' || word.listed) return true
  if (option.values.length > 0) return false
  return !flags.has(option.typed.toLowerCase())
}
