import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeCommand } from '../../../src/core/answer/command.ts'
import { SHELLS } from '../../../src/core/note.ts'
import type { CommandSyntax, Shell } from '../../../src/core/note.ts'

const SYNTAX: CommandSyntax = {
  command: 'az thing create',
  options: ['--help', '--ids', '--location', '--name', '--resource-group', '--tags', '--yes'],
  aliases: { '-g': '--resource-group', '-l': '--location', '-n': '--name', '-y': '--yes' },
}
const SHORT: Readonly<Record<string, string>> = {
  '--resource-group': '-g',
  '--location': '-l',
  '--name': '-n',
  '--yes': '-y',
}

const word = fc.stringMatching(/^[a-c][a-c1-3.-]{0,4}$/)
const option = fc.record({
  name: fc.constantFrom(...SYNTAX.options.filter((name) => name !== '--help')),
  values: fc.array(word, { minLength: 1, maxLength: 3 }),
})
const options = fc.uniqueArray(option, { selector: ({ name }) => name, minLength: 1, maxLength: 5 })

interface Written {
  readonly name: string
  readonly values: readonly string[]
}

function line(written: readonly Written[]): string {
  return ['az thing create', ...written.flatMap(({ name, values }) => [name, ...values])].join(' ')
}

function az(written: readonly Written[]) {
  return { shell: 'az' as const, answer: line(written), also: [], syntax: [SYNTAX] }
}

/** Text in which all that means something to a shell is frequent. */
const PIECES = [
  ...'az lock --name -n - -- — = : $ $( ( ) { } @{ " \' ` ``` \\ , ; | || && & # > //'.split(' '),
  ...'Get-AzVM -Name rg1 [?a==`b`] “ ’ 🙂 1h =='.split(' '),
  '\n',
  '\r\n',
  ' ',
  'PS> ',
  '\u{a0}',
  '\u{200b}',
]
const soup = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), { maxLength: 40 })
  .map((pieces) => pieces.join(''))
const shell: fc.Arbitrary<Shell> = fc.constantFrom(...SHELLS)
const syntax = fc.constantFrom([], [SYNTAX])

describe('any text', () => {
  test('never makes the judgement throw, and right and rating always agree', () => {
    fc.assert(
      fc.property(shell, soup, soup, syntax, (kind, answer, typed, known) => {
        const body = { shell: kind, answer, also: [typed.slice(1), answer.slice(1)], syntax: known }
        const verdict = judgeCommand(body, typed)
        expect(verdict.right).toBe(verdict.rating !== 'again')
        expect(verdict.normalisedOnly).toBe(verdict.rating === 'hard')
        expect([0, 1, 2]).toContain(verdict.form)
      }),
      { numRuns: 500 },
    )
  })

  test('is right and good as its own answer, if anything is left of it', () => {
    fc.assert(
      fc.property(shell, soup, syntax, (kind, answer, known) => {
        const verdict = judgeCommand({ shell: kind, answer, also: [], syntax: known }, answer)
        const parts = verdict.parts.map(({ state }) => state)
        expect(verdict.rating).toBe(parts.length > 0 ? 'good' : 'again')
        expect(new Set(parts)).toEqual(new Set(parts.length > 0 ? ['same'] : []))
      }),
      { numRuns: 500 },
    )
  })

  test('is right and good as a further accepted form', () => {
    fc.assert(
      fc.property(shell, soup, soup, (kind, answer, other) => {
        const body = { shell: kind, answer, also: [other], syntax: [] }
        const verdict = judgeCommand(body, other)
        fc.pre(verdict.parts.some(({ typed }) => typed !== undefined))
        expect(verdict.rating).toBe('good')
      }),
      { numRuns: 500 },
    )
  })

  test('of any length is judged in time', () => {
    const long = `az thing create ${'--tags (((("\'` '.repeat(20_000)}`
    for (const kind of SHELLS) {
      const body = { shell: kind, answer: 'az thing create --tags a', also: [], syntax: [SYNTAX] }
      expect(judgeCommand(body, long).right).toBe(false)
    }
  }, 5000)
})

describe('options', () => {
  const key = fc.func(fc.integer())

  test('may be given in any order', () => {
    fc.assert(
      fc.property(options, key, (written, rank) => {
        const typed = line(written.toSorted((a, b) => rank(a.name) - rank(b.name)))
        expect(judgeCommand(az(written), typed).rating).toBe('good')
      }),
    )
  })

  test('may be given by their short names', () => {
    fc.assert(
      fc.property(options, (written) => {
        const typed = line(
          written.map(({ name, values }) => ({ name: SHORT[name] ?? name, values })),
        )
        expect(judgeCommand(az(written), typed).rating).toBe('good')
      }),
    )
  })

  test('may be written with quotes, equals signs, blanks and line breaks', () => {
    const style = fc.record({
      quote: fc.constantFrom('', '"', "'"),
      sign: fc.constantFrom(' ', '=', '  ', ' \\\n  ', ' `\r\n', '\n'),
    })
    fc.assert(
      fc.property(options, fc.array(style, { minLength: 5, maxLength: 5 }), (written, styles) => {
        const typed = written.map(({ name, values: [first = '', ...rest] }, index) => {
          const { quote = '', sign = ' ' } = styles[index] ?? {}
          const joint = sign === '\n' ? ' ' : sign
          return `${sign === '\n' ? sign : ' '}${name}${joint}${[`${quote}${first}${quote}`, ...rest].join(' ')}`
        })
        expect(judgeCommand(az(written), `az thing create${typed.join('')}`).rating).toBe('good')
      }),
    )
  })

  test('are wrong once a value is changed, and one part says so', () => {
    fc.assert(
      fc.property(options, fc.nat(), fc.nat(), word, (written, which, place, other) => {
        const at = which % written.length
        const changed = written.map((each, index) =>
          index === at
            ? { ...each, values: each.values.with(place % each.values.length, `${other}x`) }
            : each,
        )
        const verdict = judgeCommand(az(written), line(changed))
        expect(verdict.rating).toBe('again')
        const off = verdict.parts.filter(({ state }) => state !== 'same')
        expect(off).toMatchObject([
          { state: 'different', expected: expect.stringContaining(written[at]?.name ?? '') },
        ])
      }),
    )
  })

  test('are wrong once one is missing', () => {
    fc.assert(
      fc.property(options, fc.nat(), (written, which) => {
        const rest = written.toSpliced(which % written.length, 1)
        const verdict = judgeCommand(az(written), line(rest))
        expect(verdict.rating).toBe('again')
        expect(verdict.parts.filter(({ state }) => state === 'missing')).toHaveLength(1)
      }),
    )
  })

  test('are right but hard with one more that exists', () => {
    fc.assert(
      fc.property(options, option, fc.nat(), (written, more, place) => {
        fc.pre(written.every(({ name }) => name !== more.name))
        const typed = line(written.toSpliced(place % (written.length + 1), 0, more))
        expect(judgeCommand(az(written), typed).rating).toBe('hard')
      }),
    )
  })
})
