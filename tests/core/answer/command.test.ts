import { describe, expect, test } from 'vitest'
import { judgeCommand } from '../../../src/core/answer/command.ts'
import type { CommandVerdict } from '../../../src/core/answer/command.ts'
import type { CommandBody, CommandSyntax, Shell } from '../../../src/core/note.ts'

const EVERYWHERE = ['--debug', '--help', '--output', '--query', '--subscription', '--verbose']
const LOCK: CommandSyntax = {
  command: 'az lock create',
  options: [...EVERYWHERE, '--lock-type', '--name', '--notes', '--resource', '--resource-group'],
  aliases: { '-g': '--resource-group', '-n': '--name', '-t': '--lock-type', '-h': '--help' },
}
const GROUP_LOCK: CommandSyntax = {
  command: 'az group lock create',
  options: [...EVERYWHERE, '--lock-type', '--name', '--notes', '--resource-group'],
  aliases: { '-g': '--resource-group', '-n': '--name', '-t': '--lock-type' },
}
const DISKS: CommandSyntax = {
  command: 'az vm deallocate',
  options: [...EVERYWHERE, '--ids', '--name', '--no-wait', '--resource-group', '--tags'],
  aliases: { '-g': '--resource-group', '-n': '--name', '--vm': '--name' },
}

const of = (shell: Shell, answer: string, extra: Partial<CommandBody> = {}) => ({
  shell,
  answer,
  also: [],
  syntax: [],
  ...extra,
})
const LOCK_CARD = of(
  'az',
  'az lock create --name keep --lock-type CanNotDelete --resource-group rg1',
  {
    also: ['az group lock create --name keep --lock-type CanNotDelete --resource-group rg1'],
    syntax: [LOCK, GROUP_LOCK],
  },
)
const GOOD = { right: true, rating: 'good', normalisedOnly: false, chosen: [] }
const HARD = { right: true, rating: 'hard', normalisedOnly: true, chosen: [] }
const WRONG = { right: false, rating: 'again', normalisedOnly: false, chosen: [] }

/** The parts that are not simply the same. */
function told({ parts }: CommandVerdict) {
  return parts.filter(({ state, remark }) => state !== 'same' || remark !== undefined)
}

describe('what everybody types so is right and good', () => {
  test.each([
    ['as written', 'az lock create --name keep --lock-type CanNotDelete --resource-group rg1'],
    [
      'with more blanks and lines',
      '  az  lock create\t--name keep\n   --lock-type CanNotDelete --resource-group   rg1 \n',
    ],
    [
      'continued with backslashes',
      'az lock create \\\n  --name keep \\\n  --lock-type CanNotDelete \\\n --resource-group rg1',
    ],
    [
      'continued with backticks, and Windows line ends',
      'az lock create `\r\n  --name keep `\r\n  --lock-type CanNotDelete --resource-group rg1',
    ],
    ['with short names', 'az lock create -n keep -t CanNotDelete -g rg1'],
    [
      'in another order',
      'az lock create --resource-group rg1 --lock-type CanNotDelete --name keep',
    ],
    [
      'with equals signs',
      'az lock create --name=keep --lock-type=CanNotDelete --resource-group="rg1"',
    ],
    ['with quotes', `az lock create --name 'keep' --lock-type "CanNotDelete" -g "rg1"`],
    ['with typographic quotes', 'az lock create -n “keep” -t ‘CanNotDelete’ -g rg1'],
    [
      'with typographic dashes',
      'az lock create —name keep ––lock-type CanNotDelete –resource-group rg1',
    ],
    ['with a dash before a short name', 'az lock create –n keep −t CanNotDelete —g rg1'],
    ['with no-break blanks', 'az lock create -n\u{a0}keep -t CanNotDelete\u{200b} -g rg1'],
    ['after a prompt', '$ az lock create -n keep -t CanNotDelete -g rg1'],
    ['after the prompt of an administrator', '# az lock create -n keep -t CanNotDelete -g rg1'],
    ['after the prompt of a host', 'me@host:~/x$ az lock create -n keep -t CanNotDelete -g rg1'],
    [
      'after a PowerShell prompt',
      'PS C:\\Users\\me> az lock create -n keep -t CanNotDelete -g rg1',
    ],
    ['with prompts on its lines', '> az lock create -n keep \\\n> -t CanNotDelete -g rg1'],
    ['in a fence', '```bash\naz lock create -n keep -t CanNotDelete -g rg1\n```'],
    ['in a fence of one line', '```az lock create -n keep -t CanNotDelete -g rg1```'],
    ['in backticks', '`az lock create -n keep -t CanNotDelete -g rg1`'],
    ['with a semicolon', 'az lock create -n keep -t CanNotDelete -g rg1 ;'],
    ['with a comment above', '# keep it\naz lock create -n keep -t CanNotDelete -g rg1'],
    ['as another accepted form', 'az group lock create -g rg1 -n keep -t CanNotDelete'],
  ])('%s', (_, typed) => {
    expect(judgeCommand(LOCK_CARD, typed)).toMatchObject(GOOD)
  })

  test('a short name is explained', () => {
    const verdict = judgeCommand(LOCK_CARD, 'az lock create --name keep -t CanNotDelete -g rg1')
    expect(told(verdict)).toEqual([
      {
        state: 'same',
        expected: '--lock-type CanNotDelete',
        typed: '-t CanNotDelete',
        remark: 'short form of --lock-type',
      },
      {
        state: 'same',
        expected: '--resource-group rg1',
        typed: '-g rg1',
        remark: 'short form of --resource-group',
      },
    ])
  })

  test('another long name of the same option is explained as such', () => {
    const card = of('az', 'az vm deallocate --name vm1 -g rg1', { syntax: [DISKS] })
    const verdict = judgeCommand(card, 'az vm deallocate --vm vm1 -g rg1')
    expect(verdict).toMatchObject(GOOD)
    expect(told(verdict)).toMatchObject([{ remark: 'other name of --name' }])
  })

  test('a flag may be said to be set', () => {
    const card = of('az', 'az vm deallocate -n vm1 -g rg1 --no-wait', { syntax: [DISKS] })
    expect(judgeCommand(card, 'az vm deallocate --no-wait true -n vm1 -g rg1')).toMatchObject(GOOD)
    expect(judgeCommand(card, 'az vm deallocate --no-wait false -n vm1 -g rg1')).toMatchObject(
      WRONG,
    )
  })

  test('usual short names hold where the command is not in the index', () => {
    const card = of('az', 'az novel thing --name x --resource-group rg1 --location westeurope')
    expect(judgeCommand(card, 'az novel thing -l westeurope -n x -g rg1')).toMatchObject(GOOD)
  })
})

describe('what is forgiven is right and hard', () => {
  test.each([
    ['another case of a value', 'az lock create -n keep -t cannotdelete -g rg1'],
    ['another case of an option', 'az lock create --Name keep -t CanNotDelete -g rg1'],
    ['another case of a short name', 'az lock create -n keep -t CanNotDelete -G rg1'],
    ['another case of the command', 'AZ Lock create -n keep -t CanNotDelete -g rg1'],
  ])('%s', (_, typed) => {
    const verdict = judgeCommand(LOCK_CARD, typed)
    expect(verdict).toMatchObject(HARD)
    const remarks = told(verdict).map(({ remark }) => remark)
    expect(remarks.join('; ')).toContain('upper and lower case differ')
  })

  test('an option that exists and is not needed', () => {
    const typed = 'az lock create -n keep --notes "my lock" -t CanNotDelete -g rg1 -o table'
    const card = {
      ...LOCK_CARD,
      syntax: [{ ...LOCK, aliases: { ...LOCK.aliases, '-o': '--output' } }],
    }
    const verdict = judgeCommand(card, typed)
    expect(verdict).toMatchObject(HARD)
    expect(verdict.parts.filter(({ state }) => state !== 'same')).toEqual([
      { state: 'extra', typed: '--notes "my lock"', remark: 'exists, but is not needed' },
      { state: 'extra', typed: '-o table', remark: 'exists, but is not needed' },
    ])
  })

  test('a name that is cut short and can only mean one option', () => {
    const verdict = judgeCommand(LOCK_CARD, 'az lock create -n keep --lock CanNotDelete -g rg1')
    expect(verdict).toMatchObject(HARD)
    expect(told(verdict)[1]).toMatchObject({ remark: 'abbreviation of --lock-type' })
  })
})

describe('everything else is wrong', () => {
  test('another value', () => {
    const verdict = judgeCommand(LOCK_CARD, 'az lock create -n keep -t ReadOnly -g rg1')
    expect(verdict).toMatchObject(WRONG)
    expect(verdict.parts.filter(({ state }) => state !== 'same')).toEqual([
      {
        state: 'different',
        expected: '--lock-type CanNotDelete',
        typed: '-t ReadOnly',
        remark: 'short form of --lock-type',
      },
    ])
  })

  test('a missing option', () => {
    const verdict = judgeCommand(LOCK_CARD, 'az lock create -n keep -t CanNotDelete')
    expect(verdict).toMatchObject(WRONG)
    expect(verdict.parts.at(-1)).toEqual({ state: 'missing', expected: '--resource-group rg1' })
  })

  test.each([
    ['--locktype', 'no such option; the nearest is --lock-type'],
    ['-name', 'no such option; the nearest is --name'],
    ['--zone-redundant-xyz', 'no such option'],
  ])('the option %s, which does not exist: %s', (option, remark) => {
    const verdict = judgeCommand(
      LOCK_CARD,
      `az lock create -n keep -t CanNotDelete -g rg1 ${option} x`,
    )
    expect(verdict).toMatchObject(WRONG)
    expect(verdict.parts.at(-1)).toEqual({ state: 'unknown', typed: `${option} x`, remark })
  })

  test('a name that is cut short and can mean two options', () => {
    expect(
      judgeCommand(LOCK_CARD, 'az lock create -n keep -t CanNotDelete --res rg1'),
    ).toMatchObject(WRONG)
  })

  test('an option that the command of another accepted form has, and this one has not', () => {
    const typed = 'az group lock create -n keep -t CanNotDelete -g rg1 --resource vnet1'
    expect(judgeCommand(LOCK_CARD, typed).parts.at(-1)).toMatchObject({ state: 'unknown' })
  })

  test('another command', () => {
    const verdict = judgeCommand(LOCK_CARD, 'az lock add -n keep -t CanNotDelete -g rg1')
    expect(verdict).toMatchObject(WRONG)
    expect(verdict.parts[0]).toEqual({
      state: 'different',
      expected: 'az lock create',
      typed: 'az lock add',
    })
  })

  test.each(['--help', '-h'])('%s, which keeps the command from doing its work', (option) => {
    const verdict = judgeCommand(
      LOCK_CARD,
      `az lock create -n keep -t CanNotDelete -g rg1 ${option}`,
    )
    expect(verdict).toMatchObject(WRONG)
  })

  test('an option given twice', () => {
    const typed = 'az lock create -n keep -n other -t CanNotDelete -g rg1'
    const verdict = judgeCommand(LOCK_CARD, typed)
    expect(verdict).toMatchObject(WRONG)
    expect(verdict.parts.at(-1)).toMatchObject({ state: 'unknown', remark: 'given more than once' })
  })

  test.each(['', '  \n', '```\n```', ';'])('nothing at all: %j', (typed) => {
    const verdict = judgeCommand(LOCK_CARD, typed)
    expect(verdict).toMatchObject(WRONG)
    expect(verdict.parts.map(({ state }) => state)).toEqual(['missing'])
  })

  test('words in quotes that are no quotes', () => {
    expect(judgeCommand(LOCK_CARD, 'az lock create -n "keep -t CanNotDelete -g rg1')).toMatchObject(
      WRONG,
    )
  })
})

describe('values', () => {
  const card = of('az', 'az vm deallocate --ids a b --tags x=1 y=2', { syntax: [DISKS] })

  test('several values of one option keep their order', () => {
    expect(judgeCommand(card, 'az vm deallocate --tags x=1 y=2 --ids a b')).toMatchObject(GOOD)
    expect(judgeCommand(card, 'az vm deallocate --ids b a --tags x=1 y=2')).toMatchObject(WRONG)
    expect(judgeCommand(card, 'az vm deallocate --ids a --tags x=1 y=2')).toMatchObject(WRONG)
    expect(judgeCommand(card, 'az vm deallocate --ids "a b" --tags x=1 y=2')).toMatchObject(WRONG)
  })

  test('an option that is repeated keeps the order of its values', () => {
    const twice = of('az', 'az vm deallocate --ids a --ids b', { syntax: [DISKS] })
    expect(judgeCommand(twice, 'az vm deallocate --ids a --ids b')).toMatchObject(GOOD)
    expect(judgeCommand(twice, 'az vm deallocate --ids b --ids a')).toMatchObject(WRONG)
  })

  test('quotes within a word say the same as quotes around it', () => {
    const quoted = of('az', 'az vm deallocate --tags "a=b c"', { syntax: [DISKS] })
    expect(judgeCommand(quoted, `az vm deallocate --tags a='b c'`)).toMatchObject(GOOD)
    expect(judgeCommand(quoted, 'az vm deallocate --tags a=b c')).toMatchObject(WRONG)
  })

  test('quotes decide whether a variable is filled in', () => {
    const filled = of('az', 'az vm deallocate --ids "$id"', { syntax: [DISKS] })
    expect(judgeCommand(filled, 'az vm deallocate --ids $id')).toMatchObject(GOOD)
    expect(judgeCommand(filled, `az vm deallocate --ids '$id'`)).toMatchObject(WRONG)
    expect(judgeCommand(filled, String.raw`az vm deallocate --ids "\$id"`)).toMatchObject(WRONG)
  })

  test('a command within a command is one value', () => {
    const nested = of('az', 'az vm deallocate --ids $(az vm list -g rg1 --query "[].id" -o tsv)')
    const typed = `az vm deallocate --ids $(az vm list -g rg1  --query "[].id" -o tsv)`
    expect(judgeCommand(nested, typed)).toMatchObject(GOOD)
    expect(judgeCommand(nested, typed.replace('rg1', 'rg2'))).toMatchObject(WRONG)
  })

  test('a command within a command is shown as one value, although a pipe runs in it', () => {
    const ids = '--ids $(az vm list -g rg1 | jq -r ".[].id")'
    const nested = of('az', `az vm deallocate ${ids}`, { syntax: [DISKS] })
    const verdict = judgeCommand(nested, nested.answer)
    expect(verdict.parts.map(({ typed }) => typed)).toEqual(['az vm deallocate', ids])
  })

  test.each([
    ['az', String.raw`az novel thing --tag "a \"b\" c"`, `az novel thing --tag 'a "b" c'`],
    ['az', String.raw`az novel thing --tag a\ b`, 'az novel thing --tag "a b"'],
    [
      'az',
      String.raw`az novel thing --path C:\data\x`,
      String.raw`az novel thing --path 'C:\data\x'`,
    ],
    ['pwsh', 'New-Thing -Tag "a `"b`" c"', `New-Thing -Tag 'a "b" c'`],
    ['pwsh', 'New-Thing -Tag a` b', 'New-Thing -Tag "a b"'],
    ['pwsh', 'New-Thing -Tag "`$x"', `New-Thing -Tag '$x'`],
    ['pwsh', 'New-Thing -Tag "-x"', `New-Thing -Tag:'-x'`],
  ] as const)('what a shell reads the same is the same: %s, %s, %s', (shell, answer, typed) => {
    expect(judgeCommand(of(shell, answer), typed)).toMatchObject(GOOD)
  })

  test('a negative number is a value', () => {
    const negative = of('az', 'az novel thing --priority -1')
    expect(judgeCommand(negative, 'az novel thing --priority "-1"')).toMatchObject(GOOD)
    expect(judgeCommand(negative, 'az novel thing --priority 1')).toMatchObject(WRONG)
  })
})

describe('a command whose name begins with that of another', () => {
  const shorter = { command: 'az vm', options: ['--name'], aliases: {} }

  test.each([[[shorter, DISKS]], [[DISKS, shorter]]])('has its own options', (syntax) => {
    const card = of('az', 'az vm deallocate --name vm1', { syntax })
    const verdict = judgeCommand(card, 'az vm deallocate --name vm1 --no-wait')
    expect(verdict).toMatchObject(HARD)
    expect(verdict.parts[0]).toMatchObject({ typed: 'az vm deallocate' })
  })
})

describe('several commands', () => {
  const card = of('az', 'az group create -n rg1 -l westeurope\naz lock create -n keep -g rg1', {
    syntax: [LOCK],
  })

  test('may stand on lines of their own, or be joined', () => {
    const typed = 'az group create -n rg1 -l westeurope && az lock create -g rg1 -n keep'
    expect(judgeCommand(card, typed)).toMatchObject(GOOD)
    expect(judgeCommand(card, typed.replace('&&', ';'))).toMatchObject(GOOD)
    expect(judgeCommand(card, typed.replace('&&', '|'))).toMatchObject(WRONG)
  })

  test('are wrong in another order', () => {
    const typed = 'az lock create -n keep -g rg1\naz group create -n rg1 -l westeurope'
    expect(judgeCommand(card, typed)).toMatchObject(WRONG)
  })

  test('one that is missing is named as a whole', () => {
    const verdict = judgeCommand(card, 'az lock create -n keep -g rg1')
    expect(verdict).toMatchObject(WRONG)
    expect(verdict.parts.filter(({ state }) => state !== 'same')).toEqual([
      { state: 'missing', expected: 'az group create -n rg1 -l westeurope' },
    ])
  })

  test('one too many is wrong, and the others are still compared with their own', () => {
    const typed = `az login\n${card.answer}`
    const verdict = judgeCommand(card, typed)
    expect(verdict).toMatchObject(WRONG)
    expect(verdict.parts.filter(({ state }) => state !== 'same')).toEqual([
      { state: 'extra', typed: 'az login', remark: 'one command too many' },
    ])
  })
})

describe('the best of the accepted forms counts', () => {
  test('and the verdict says which', () => {
    const verdict = judgeCommand(LOCK_CARD, 'az group lock create -n keep -t ReadOnly -g rg1')
    expect(verdict).toMatchObject({ ...WRONG, form: 1 })
    expect(verdict.parts[0]).toMatchObject({ state: 'same', expected: 'az group lock create' })
    expect(judgeCommand(LOCK_CARD, LOCK_CARD.answer).form).toBe(0)
  })

  test('a form that is met exactly is preferred to one that is met with an extra', () => {
    const card = of('az', 'az vm deallocate -n vm1', {
      also: ['az vm deallocate -n vm1 -g rg1'],
      syntax: [DISKS],
    })
    expect(judgeCommand(card, 'az vm deallocate -g rg1 -n vm1')).toMatchObject({ ...GOOD, form: 1 })
  })

  test('a form that is right is preferred to one with fewer remarks that is wrong', () => {
    const card = of('az', 'az vm deallocate --ids a', {
      also: ['az vm deallocate --name VM1 -g RG1'],
      syntax: [DISKS],
    })
    expect(judgeCommand(card, 'az vm deallocate -g rg1 -n vm1')).toMatchObject({ ...HARD, form: 1 })
  })
})

describe('PowerShell', () => {
  const card = of('pwsh', 'Stop-AzVM -ResourceGroupName "rg1" -Name "vm1" -Force')

  test.each([
    ['any case', 'stop-azvm -resourcegroupname RG1 -NAME vm1 -force'],
    ['any order', 'Stop-AzVM -Force -Name vm1 -ResourceGroupName rg1'],
    ['colons', 'Stop-AzVM -ResourceGroupName:rg1 -Name:vm1 -Force:$true'],
    ['backticks', 'Stop-AzVM `\n  -ResourceGroupName rg1 `\n  -Name vm1 `\n  -Force'],
    ['a prompt', 'PS> Stop-AzVM -ResourceGroupName rg1 -Name vm1 -Force'],
    ['a prompt with a folder', 'PS /home/me> Stop-AzVM -ResourceGroupName rg1 -Name vm1 -Force'],
    ['typographic dashes', 'Stop–AzVM –ResourceGroupName rg1 —Name ‘vm1’ –Force'],
  ])('is right and good with %s', (_, typed) => {
    expect(judgeCommand(card, typed)).toMatchObject(GOOD)
  })

  test.each([
    ['a parameter cut short', 'Stop-AzVM -ResourceGroup rg1 -N vm1 -Force'],
    ['a parameter that every cmdlet has', `${card.answer} -Verbose`],
  ])('is right and hard with %s', (_, typed) => {
    expect(judgeCommand(card, typed)).toMatchObject(HARD)
  })

  test.each([
    ['another cmdlet', 'Remove-AzVM -ResourceGroupName rg1 -Name vm1 -Force'],
    ['another value', 'Stop-AzVM -ResourceGroupName rg1 -Name vm2 -Force'],
    ['a flag that is taken back', 'Stop-AzVM -ResourceGroupName rg1 -Name vm1 -Force:$false'],
    ['a parameter that nobody knows', `${card.answer} -Vault x`],
    ['a trial run', `${card.answer} -WhatIf`],
    ['a word too many', `${card.answer} vm2`],
  ])('is wrong with %s', (_, typed) => {
    expect(judgeCommand(card, typed)).toMatchObject(WRONG)
  })

  test('names the nearest parameter of the answer', () => {
    const typed = 'Stop-AzVM -ResourceGroupNames rg1 -Name vm1 -Force'
    expect(judgeCommand(card, typed).parts.at(-1)).toEqual({
      state: 'unknown',
      typed: '-ResourceGroupNames rg1',
      remark: 'not part of the answer; the nearest is -ResourceGroupName',
    })
  })

  test('a parameter cut short must mean only one of the answer', () => {
    const twoNames = of('pwsh', 'New-AzThing -VMName a -VMSize b')
    expect(judgeCommand(twoNames, 'New-AzThing -VMN a -VMS b')).toMatchObject(HARD)
    expect(judgeCommand(twoNames, 'New-AzThing -VM a -VMS b')).toMatchObject(WRONG)
  })

  test('lists are parted by commas, with or without blanks', () => {
    const list = of('pwsh', 'Remove-AzLock -Id a, b -Force')
    expect(judgeCommand(list, 'Remove-AzLock -Id a,b -Force')).toMatchObject(GOOD)
    expect(judgeCommand(list, 'Remove-AzLock -Id "a","b" -Force')).toMatchObject(GOOD)
    expect(judgeCommand(list, 'Remove-AzLock -Id b, a -Force')).toMatchObject(WRONG)
    expect(judgeCommand(list, 'Remove-AzLock -Id a b -Force')).toMatchObject(WRONG)
    expect(judgeCommand(list, 'Remove-AzLock -Id b -Force').parts[1]).toMatchObject({
      expected: '-Id a, b',
    })
  })

  test('a pipeline is compared stage by stage', () => {
    const pipe = of(
      'pwsh',
      'Get-AzVM -ResourceGroupName rg1 | Where-Object { $_.Name -eq "x" } | Stop-AzVM -Force',
    )
    expect(
      judgeCommand(
        pipe,
        'Get-AzVM -ResourceGroupName rg1 |\n  where-object { $_.Name -eq "x" } |\n  Stop-AzVM -Force',
      ),
    ).toMatchObject(GOOD)
    expect(
      judgeCommand(
        pipe,
        'Get-AzVM -ResourceGroupName rg1; Where-Object { $_.Name -eq "x" } | Stop-AzVM -Force',
      ),
    ).toMatchObject(WRONG)
  })

  test('what stands in brackets is one value', () => {
    const hash = of('pwsh', 'Set-AzTag -Tag @{ a = 1; b = 2 } -Id (Get-AzVM -Name vm1).Id')
    const typed = 'Set-AzTag -Id (Get-AzVM -Name vm1).Id -Tag @{ a = 1; b = 2 }'
    const verdict = judgeCommand(hash, typed)
    expect(verdict).toMatchObject(GOOD)
    const shown = verdict.parts.map((part) => part.typed)
    expect(shown).toEqual(['Set-AzTag', '-Tag @{ a = 1; b = 2 }', '-Id (Get-AzVM -Name vm1).Id'])
  })

  test('a pipe may begin a line as well', () => {
    const pipe = of('pwsh', 'Get-AzVM | Stop-AzVM -Force')
    expect(judgeCommand(pipe, 'Get-AzVM\n| Stop-AzVM -Force')).toMatchObject(GOOD)
    expect(judgeCommand(pipe, 'Get-AzVM\nStop-AzVM -Force')).toMatchObject(WRONG)
  })

  test('a flag may stand before a word that belongs to nothing', () => {
    const word = of('pwsh', 'Stop-AzVM vm1 -Force')
    expect(judgeCommand(word, 'Stop-AzVM -Force vm1')).toMatchObject(GOOD)
  })
})

describe('AzCopy', () => {
  const card = of(
    'azcopy',
    'azcopy copy "/data" "https://st1.blob.core.windows.net/c1" --recursive',
  )

  test.each([
    ['without quotes', 'azcopy copy /data https://st1.blob.core.windows.net/c1 --recursive'],
    ['the short command', "azcopy cp '/data' 'https://st1.blob.core.windows.net/c1' --recursive"],
    ['a flag in front', 'azcopy copy --recursive /data https://st1.blob.core.windows.net/c1'],
    [
      'a flag that is set',
      'azcopy copy /data https://st1.blob.core.windows.net/c1 --recursive=true',
    ],
    [
      'the name of the program',
      './azcopy copy /data https://st1.blob.core.windows.net/c1 --recursive',
    ],
  ])('is right and good %s', (_, typed) => {
    expect(judgeCommand(card, typed)).toMatchObject(GOOD)
  })

  test.each([
    ['the other direction', 'azcopy copy https://st1.blob.core.windows.net/c1 /data --recursive'],
    ['without the flag', 'azcopy copy /data https://st1.blob.core.windows.net/c1'],
    ['with an option that nobody knows', `${card.answer} --deep`],
    ['with an option cut short', card.answer.replace('--recursive', '--recurs')],
    ['with another command', 'azcopy sync /data https://st1.blob.core.windows.net/c1 --recursive'],
  ])('is wrong %s', (_, typed) => {
    expect(judgeCommand(card, typed)).toMatchObject(WRONG)
  })

  test('is wrong in another case, as names in storage have one', () => {
    const verdict = judgeCommand(card, card.answer.replace('c1', 'C1'))
    expect(verdict).toMatchObject(WRONG)
    expect(told(verdict)).toMatchObject([
      { state: 'different', remark: 'upper and lower case count here' },
    ])
  })
})

describe('queries, templates and scripts', () => {
  const kql = of(
    'kql',
    'Heartbeat\n| where TimeGenerated > ago(1h)\n| project-away Computer == "a b"',
  )
  const bicep = of(
    'bicep',
    "param name string = 'x'\nresource a 'B/c@2024-01-01' existing = {\n  name: name\n}",
  )
  const bash = of(
    'bash',
    'curl -H "Metadata: true" --max-time=5 http://169.254.169.254 | jq .compute',
  )

  test.each([
    [
      'KQL on one line',
      kql,
      "Heartbeat|where TimeGenerated>ago( 1h )|project-away Computer=='a b';",
    ],
    [
      'Bicep with other blanks',
      bicep,
      bicep.answer.replaceAll('\n  ', '\n\t\t').replace(' = ', '='),
    ],
    [
      'Bash with other quotes',
      bash,
      "curl -H 'Metadata: true' --max-time 5 http://169.254.169.254|jq .compute",
    ],
  ])('blanks and equal quotes do not count: %s', (_, card, typed) => {
    expect(judgeCommand(card, typed)).toMatchObject(GOOD)
  })

  test.each([
    ['KQL in another case', kql, kql.answer.replace('Heartbeat', 'heartbeat')],
    ['a minus in place of a hyphen in KQL', kql, kql.answer.replace('-away', ' - away')],
    ['blanks within a text', kql, kql.answer.replace('a b', 'ab')],
    ['another number', kql, kql.answer.replace('1h', '2h')],
    ['Bicep in another case', bicep, bicep.answer.replace('param', 'Param')],
    ['other quotes in Bicep', bicep, bicep.answer.replaceAll("'", '"')],
    ['a missing word', bicep, bicep.answer.replace('existing ', '')],
    ['a word too many', kql, `${kql.answer} | take 10`],
    ['Bash in another order', bash, bash.answer.replace('--max-time=5 ', '') + ' --max-time 5'],
    ['Bash without the pipe', bash, bash.answer.replace('|', ';')],
  ])('everything else does: %s', (_, card, typed) => {
    expect(judgeCommand(card, typed)).toMatchObject(WRONG)
  })

  test('a sign at the start of a line is no prompt', () => {
    const lines = of('kql', 'T\n| where a\n> 5')
    expect(judgeCommand(lines, 'T | where a > 5')).toMatchObject(GOOD)
  })

  test('the difference is shown in phrases', () => {
    const typed = kql.answer.replace('> ago(1h)', '< now()').replace('Computer', 'computer')
    expect(judgeCommand(kql, typed).parts).toEqual([
      {
        state: 'same',
        expected: 'Heartbeat | where TimeGenerated',
        typed: 'Heartbeat | where TimeGenerated',
      },
      { state: 'different', expected: '> ago', typed: '< now' },
      { state: 'same', expected: '(', typed: '(' },
      { state: 'missing', expected: '1h' },
      { state: 'same', expected: ') | project-away', typed: ') | project-away' },
      {
        state: 'different',
        expected: 'Computer',
        typed: 'computer',
        remark: 'upper and lower case count here',
      },
      { state: 'same', expected: '== "a b"', typed: '== "a b"' },
    ])
  })
})
