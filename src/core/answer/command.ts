import { callOf, flagsOf } from './command-call.ts'
import type { Call } from './command-call.ts'
import { compareCalls } from './command-compare.ts'
import type { CommandPart, Finding } from './command-part.ts'
import { plainCommand } from './command-text.ts'
import { compareTokens } from './command-tokens.ts'
import { statementsOf } from './command-words.ts'
import type { Verdict } from './judge.ts'
import type { CommandBody, CommandSyntax, Shell } from '../note.ts'

export type { CommandPart } from './command-part.ts'

export interface CommandVerdict extends Verdict {
  /** The comparison, in the order of the accepted form; what it does not have stands last. */
  readonly parts: readonly CommandPart[]
  /** The accepted form that was compared with: 0 is `answer`, 1 the first of `also`. */
  readonly form: number
  /** Right, but only because something was forgiven that the parts tell: rated `hard`. */
  readonly normalisedOnly: boolean
}

type CommandAnswer = Pick<CommandBody, 'shell' | 'answer' | 'also' | 'syntax'>

/**
 * Judges a typed command against the answer and its other accepted forms; the best match counts.
 *
 * Right and `good`, as everybody types so: blanks, continued lines, quotes around plain values,
 * `--name=value`, short names of options, options in another order, a prompt or fence around it all;
 * in PowerShell also upper and lower case.
 *
 * Right but `hard`: upper and lower case of Azure CLI names and values, of which no list says where they
 * count; names of options cut short; options that exist and are not needed.
 *
 * Wrong: everything else, above all another value (values keep their order), a missing option, and one
 * that does not exist; its remark names the nearest that does. Where no index of the command is at hand,
 * an option must be in an accepted form or be one that every command has.
 *
 * Queries, templates and scripts (`kql`, `bicep`, `bash`) are compared token by token, case and order
 * included.
 */
export function judgeCommand(body: CommandAnswer, typed: string): CommandVerdict {
  const [best, ...others] = attemptsOf(body, typed.slice(0, LONGEST))
  const { findings, form } = others.reduce((a, b) => (isBetter(b, a) ? b : a), best)
  const right = findings.length > 0 && count(findings, 'serious') === 0
  const normalisedOnly = right && count(findings, 'slight') > 0
  const rating = !right ? 'again' : normalisedOnly ? 'hard' : 'good'
  const parts = findings.map(({ part }) => part)
  return { right, rating, chosen: [], parts, form, normalisedOnly }
}

/** Characters looked at: nobody types more, and the comparison takes their square. */
const LONGEST = 4000

interface Attempt {
  readonly findings: readonly Finding[]
  readonly form: number
}

function attemptsOf(body: CommandAnswer, typed: string): [Attempt, ...Attempt[]] {
  const { shell, answer, also, syntax } = body
  const [compared, ...others] = isTokenised(shell)
    ? [answer, ...also].map((form) =>
        compareTokens(shell, plainCommand(form, shell), plainCommand(typed, shell)),
      )
    : compareForms(shell, syntax, [answer, ...also], typed)
  return [
    { findings: compared ?? [], form: 0 },
    ...others.map((findings, index) => ({ findings, form: index + 1 })),
  ]
}

function isTokenised(shell: Shell): boolean {
  return shell === 'kql' || shell === 'bicep' || shell === 'bash'
}

function compareForms(
  shell: Shell,
  syntax: readonly CommandSyntax[],
  forms: readonly string[],
  typed: string,
): Finding[][] {
  const read = (text: string, flags: ReadonlySet<string>): Call[] =>
    statementsOf(plainCommand(text, shell), shell).map((statement) =>
      callOf(statement, { shell, syntax, flags }),
    )
  // Only the accepted forms tell which options stand alone; they are read once more with that knowledge.
  const flags = flagsOf(forms.flatMap((form) => read(form, new Set())))
  const wanted = forms.map((form) => read(form, flags))
  const used = wanted.flat().flatMap(({ options }) => options.map((option) => option.typed))
  const given = read(typed, flags)
  return wanted.map((calls) => compareCalls(shell, calls, given, [...new Set(used)]))
}

function isBetter({ findings: a }: Attempt, { findings: b }: Attempt): boolean {
  const serious = count(a, 'serious') - count(b, 'serious')
  return serious < 0 || (serious === 0 && count(a, 'slight') < count(b, 'slight'))
}

function count(findings: readonly Finding[], fault: Finding['fault']): number {
  return findings.filter((finding) => finding.fault === fault).length
}
