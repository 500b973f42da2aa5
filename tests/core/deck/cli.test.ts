import { describe, expect, test } from 'vitest'
import type { CliIndex } from '../../../src/core/deck/cli-index.ts'
import { checkDecks } from '../../../src/core/deck/check-decks.ts'
import { META, SURROUNDINGS, codesOf, deckWith } from '../../support/decks.ts'

const cli: CliIndex = {
  everywhere: ['--help -h', '--output -o'],
  commands: new Map([
    ['az vm create', ['--name -n', '--resource-group -g', '--zone']],
    ['az group create', ['--name --resource-group -n -g']],
  ]),
}
const command = (...lines: readonly string[]) =>
  deckWith('command', ['Q: How?', 'A:', '```', ...lines, '```'].join('\n'), `${META}shell: az\n`)

describe('the commands in an answer', () => {
  test.each([
    ['exist with their options', ['az vm create --name a -g b --zone=1 -o table'], []],
    ['exist', ['az vm build --name a'], ['E110 17']],
    ['have options that exist', ['az vm create --zones 1'], ['E111 17']],
    ['go on after a backslash', ['az vm create \\', '  --zones 1'], ['E111 17']],
    ['end where a pipe begins', ['az vm create -n a | jq --raw'], []],
    ['keep quoted text together', ['az vm create --name "a --b"'], []],
    ['are looked for in every line', ['x=1', 'az group create --nam a'], ['E111 18']],
    ['of other programs are not looked up', ['azcopy copy --what'], []],
  ])('%s', (_, lines, codes) => {
    expect(codesOf(command(...lines), { cli })).toEqual(codes)
  })

  test('are looked up in explanations as well', () => {
    const text = deckWith('basic', 'Q: How?\nA: So\nWhy:\n```bash\naz vm drop\n```')
    expect(codesOf(text, { cli })).toEqual(['E110 17'])
  })

  test('are corrected by name', () => {
    const text = command('az vm craete', 'az vm create --resourcegroup x')
    const sources = { decks: [{ file: 'x.md', text }], lock: null, retired: null }
    const { messages } = checkDecks(sources, { ...SURROUNDINGS, cli })
    expect(messages.map((message) => message.text)).toEqual([
      'no such command "az vm craete" (did you mean "az vm create"?)',
      '"az vm create" has no option --resourcegroup (did you mean "--resource-group"?)',
    ])
  })
})
