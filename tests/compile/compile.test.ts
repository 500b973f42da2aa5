import { beforeAll, describe, expect, test } from 'vitest'
import { bundlePath, examInfoOf } from '../../src/compile/bundle.ts'
import { checkDay } from '../../src/compile/check-project.ts'
import { compileProject } from '../../src/compile/compile.ts'
import type { CompiledProject } from '../../src/compile/compile.ts'
import { DECKS_FOLDER } from '../../src/compile/project.ts'
import { parseBundle } from '../../src/core/bundle-schema.ts'
import type { ExamBundle } from '../../src/core/catalog.ts'
import { itemKeysOf } from '../../src/core/deck/items.ts'
import { formatMessage, isError } from '../../src/core/deck/message.ts'
import { cardKeysOf } from '../../src/core/note.ts'
import type { Note } from '../../src/core/note.ts'
import { deckDay } from '../support/deck-day.ts'
import { deckFolder } from '../support/deck-folder.ts'
import { META, deckWith } from '../support/decks.ts'
import { strayMarkup } from '../support/stray-markup.ts'

const TODAY = '2026-11-23'
const settings = { folder: DECKS_FOLDER, today: TODAY, base: '/' }

const question = (key: string) => `### ${key} (basic)\nQ: ${key}?\nA: So\nWhy: ${key}\n`

async function compiled(files: Readonly<Record<string, string>>): Promise<CompiledProject> {
  return compileProject({ ...settings, folder: deckFolder(files) })
}

async function noteOf(type: string, body: string, meta?: string): Promise<Note> {
  const { bundles, checked } = await compiled({ 'az-104/a.md': deckWith(type, body, meta) })
  const note = bundles?.flatMap((bundle) => bundle.notes)[0]
  if (!note) throw new Error(checked.messages.map(formatMessage).join('\n'))
  return note
}

/** Every text of a note that is shown as HTML, found by what it is called. */
function htmlIn(value: unknown, key = ''): string[] {
  const PLAIN = /^(id|deck|url|readOn|title|key|shell|answer|also|value|unit|command|hint)$/
  if (typeof value === 'string') return PLAIN.test(key) ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) =>
    htmlIn(part, Array.isArray(value) ? key : name),
  )
}

describe('the shipped decks', () => {
  let project: CompiledProject
  let bundles: readonly ExamBundle[]
  beforeAll(async () => {
    project = await compileProject({ ...settings, today: deckDay(DECKS_FOLDER) })
    bundles = project.bundles ?? []
  })
  const bundle = (exam: string) => bundles.find((other) => other.exam === exam)

  test('have no errors', () => {
    expect(project.checked.messages.filter(isError).map(formatMessage)).toEqual([])
  })

  test('warn of nothing but sources: undated, not in the index, or older than their page', () => {
    const known = ['W111', 'W112', 'W113']
    const others = project.checked.messages.filter(({ code }) => !known.includes(code))
    expect(others.map(formatMessage)).toEqual([])
  })

  test('make one bundle for each exam', () => {
    expect(bundles.map(({ exam }) => exam)).toEqual(['AZ-104', 'AZ-305', 'AZ-900'])
    expect(bundle('AZ-104')?.notes.length).toBeGreaterThan(40)
    expect(bundle('AZ-900')?.notes.length).toBeGreaterThan(40)
    for (const one of bundles)
      expect(() => parseBundle(JSON.parse(JSON.stringify(one)))).not.toThrow()
  })

  test('make the cards that the checker counted', () => {
    const notes = new Map(bundles.flatMap((one) => one.notes.map((note) => [note.id, note])))
    for (const tree of project.checked.decks.flatMap((deck) => deck.notes)) {
      const note = notes.get(tree.id)
      expect(note && cardKeysOf(note.body)).toEqual(itemKeysOf(tree))
    }
  })

  test('hold nothing that could run, style or load from elsewhere', () => {
    const texts = bundles
      .flatMap((one) => one.notes)
      .flatMap((note) => htmlIn([note.body, note.why]))
    expect(texts.length).toBeGreaterThan(300)
    expect(texts.flatMap(strayMarkup)).toEqual([])
  })

  test('are the same whenever they are compiled', async () => {
    const again = await compileProject({ ...settings, today: '2026-12-24' })
    expect(JSON.stringify(again.bundles)).toBe(JSON.stringify(bundles))
  })

  test('put a note with skills of two exams into both', () => {
    const has = (exam: string) => bundle(exam)?.notes.some(({ id }) => id === 'id-mg-depth')
    expect([has('AZ-104'), has('AZ-305')]).toEqual([true, true])
    expect(bundle('AZ-305')?.decks.map(({ id }) => id)).toContain('az104-idgov-gov')
  })

  test('follow each other as the groups of the outline do', () => {
    const groups = bundle('AZ-305')?.blueprint.domains.flatMap((domain) =>
      domain.groups.flatMap((group) => group.skills.map((skill) => [skill.id, group.id] as const)),
    )
    const groupOf = new Map(groups)
    const order = [...new Set(groupOf.values())]
    const ranks = bundle('AZ-305')?.notes.map((note) => {
      const skill = note.skills.find((id) => groupOf.has(id)) ?? ''
      return order.indexOf(order.includes(note.deck) ? note.deck : (groupOf.get(skill) ?? ''))
    })
    expect(ranks).toEqual(ranks?.toSorted((a, b) => a - b))
  })

  test('are summed up for the start page', () => {
    const az104 = bundle('AZ-104')
    const info = az104 && examInfoOf(az104)
    expect(info).toMatchObject({
      exam: 'AZ-104',
      url: `decks/az-104.${az104?.version}.json`,
      notes: az104?.notes.length,
      verifiedFrom: '2026-11-23',
    })
    expect(info?.cards).toBeGreaterThan(info?.notes ?? Infinity)
  })
})

describe('an exam', () => {
  test('without cards has a bundle and says so', async () => {
    const { bundles } = await compiled({ 'az-104/a.md': deckWith('basic', 'Q: How?\nA: So') })
    const az900 = bundles?.find(({ exam }) => exam === 'AZ-900')
    expect(az900 && examInfoOf(az900)).toMatchObject({ cards: 0, pool: 0, verifiedTo: null })
  })

  test('tells cards for daily study from those kept for mock exams', async () => {
    const kept = deckWith('basic', 'Q: How?\nA: So', `${META}pool: exam\n`)
    const shown = deckWith('basic', 'Q: Why?\nA: So').replace('nw-one-card', 'nw-two-card')
    const { bundles } = await compiled({ 'az-104/a.md': kept, 'az-104/b.md': shown })
    const az104 = bundles?.find(({ exam }) => exam === 'AZ-104')
    expect(az104 && examInfoOf(az104)).toMatchObject({ notes: 2, cards: 1, pool: 1 })
  })
})

describe('a compiled note', () => {
  test('of type basic has its answer without a paragraph', async () => {
    const note = await noteOf('basic', 'Q: How *large*?\nA: `5` GB\nWhy: So.\n\nAnd so.')
    expect(note).toMatchObject({
      id: 'nw-one-card',
      deck: 'az104-network-vnet',
      skills: ['az104-network-vnet-vnets'],
      rev: 1,
      level: 1,
      verified: '2026-11-01',
      status: null,
      pool: 'review',
      sources: [{ readOn: '2026-08-21' }],
      body: { type: 'basic', question: 'How <em>large</em>?', answer: '<code>5</code> GB' },
      why: '<p>So.</p>\n<p>And so.</p>',
      title: 'How large?',
    })
  })

  test('of type reversed has both directions', async () => {
    const note = await noteOf(
      'reversed',
      'Q: Port of `ssh`?\nA: 22\nBack: Who has a => b, 22? => ssh',
    )
    expect(note.body).toEqual({
      type: 'reversed',
      forward: { question: 'Port of <code>ssh</code>?', answer: '22' },
      reverse: { question: 'Who has a =&gt; b, 22?', answer: 'ssh' },
    })
  })

  test('of type number has bare numbers to compare with', async () => {
    const meta = `skill: az104-network-vnet-vnets
src: https://learn.microsoft.com/en-us/azure/ @2026-08-21
level: 1
unit: GB
accept: 5,120; 5.5
`
    const note = await noteOf('number', 'Q: How many?\nA: 5,000', meta)
    expect(note.body).toMatchObject({ value: '5000', unit: 'GB', accept: ['5120', '5.5'] })
  })

  test('of type order has steps and decoys with keys', async () => {
    const note = await noteOf('order', 'Q: How?\n1. a\n   > why\n2. b\n3. c\nNot used:\n- d')
    expect(note.body).toMatchObject({
      steps: [{ key: 's1', html: 'a', rationale: 'why' }, { key: 's2' }, { key: 's3' }],
      decoys: [{ key: 'd1', html: 'd', rationale: null }],
    })
  })

  test('of type which names the option of each row by its key', async () => {
    const note = await noteOf('which', 'Q: Which?\nOptions: A; B\n- [x] one => B\n- [y] two => A')
    expect(note.body).toMatchObject({
      options: [
        { key: 'o1', html: 'A' },
        { key: 'o2', html: 'B' },
      ],
      rows: [
        { key: 'x', answer: 'o2' },
        { key: 'y', answer: 'o1' },
      ],
    })
  })

  test('of type command knows the syntax of its commands', async () => {
    const meta = `skill: az104-network-vnet-vnets
src: https://learn.microsoft.com/en-us/cli/azure/storage/account/keys @2026-08-21
level: 1
shell: az
`
    const body =
      'Q: How?\nA:\n```\naz storage account keys list -n a \\\n  -g b\n```\nAlso:\n```\naz group list\n```'
    const note = await noteOf('command', body, meta)
    expect(note.body).toMatchObject({
      shell: 'az',
      answer: 'az storage account keys list -n a \\\n  -g b',
      also: ['az group list'],
      syntax: [
        {
          command: 'az storage account keys list',
          aliases: { '-n': '--account-name', '-g': '--resource-group', '-o': '--output' },
        },
        { command: 'az group list' },
      ],
    })
  })

  test('of type scenario has a body for each question', async () => {
    const note = await noteOf(
      'scenario',
      `S: A firm.\n\n- needs\n\n${question('one')}\n${question('two')}`,
    )
    expect(note.body).toMatchObject({
      stem: '<p>A firm.</p>\n<ul>\n<li>needs</li>\n</ul>',
      questions: [
        { key: 'one', why: 'one' },
        { key: 'two', body: { type: 'basic', answer: 'So' } },
      ],
    })
    expect(note.title).toBe('A firm. needs')
  })

  test('has a short title that keeps the deletions of a cloze hidden', async () => {
    const note = await noteOf(
      'cloze',
      `T: It takes {{c1::30::days}} days ${'or longer '.repeat(20)}`,
    )
    expect(note.title).toMatch(/^It takes … days or longer .* (or|longer)…$/)
    expect(note.title.length).toBeLessThanOrEqual(121)
  })

  test('has a hash that follows its text, and one that follows its answer only', async () => {
    const first = await noteOf('basic', 'Q: What?\nA: So')
    const reworded = await noteOf('basic', 'Q: What then?\nA: So')
    const changed = await noteOf('basic', 'Q: What?\nA: Not so')
    expect(new Set([first, reworded, changed].map(({ hash }) => hash)).size).toBe(3)
    expect(reworded.answerHash).toBe(first.answerHash)
    expect(changed.answerHash).not.toBe(first.answerHash)
  })
})

describe('a folder of decks', () => {
  const why = '![Two networks](images/two.svg)'
  const deck = deckWith('basic', `Q: What?\nA: So\nWhy: ${why}`)

  test('makes no bundles while there are errors', async () => {
    const { bundles, checked } = await compiled({ 'az-104/a.md': deckWith('basic', 'Q: What?') })
    expect(bundles).toBeNull()
    expect(checked.messages.map(formatMessage)).toEqual([
      'decks/az-104/a.md:8: error E060: "nw-one-card" (basic) needs "A:"',
    ])
  })

  test('lacks an image', async () => {
    const { checked } = await compiled({ 'az-104/a.md': deck })
    expect(checked.messages.map(formatMessage)).toEqual([
      'decks/az-104/a.md:8: error E048: image file does not exist: "az-104/images/two.svg"',
    ])
  })

  test('ships its images', async () => {
    const { bundles, checked } = await compiled({
      'az-104/a.md': deck,
      'az-104/images/two.svg': '<svg/>',
    })
    expect(checked.images.map(({ path }) => path)).toEqual(['az-104/images/two.svg'])
    expect(bundles?.[0]?.notes[0]?.why).toContain('src="/decks/az-104/images/two.svg"')
  })

  test('leaves out README.md', async () => {
    const { checked } = await compiled({
      'README.md': 'text',
      'az-104/a.md': deckWith('basic', 'Q: What?\nA: So'),
    })
    expect(checked.messages).toEqual([])
  })

  test('gives another version, and so another file, when a text changes', async () => {
    const paths = await Promise.all(
      ['So', 'Not so'].map(async (answer) => {
        const { bundles } = await compiled({
          'az-104/a.md': deckWith('basic', `Q: What?\nA: ${answer}`),
        })
        return bundles?.map(bundlePath) ?? []
      }),
    )
    expect(paths[0]?.[0]).not.toBe(paths[1]?.[0])
    expect(paths[0]?.[2]).toBe(paths[1]?.[2])
  })
})

test('decks are checked as of today, or as of the day of a build that is repeated', () => {
  expect(checkDay(new Date('2026-11-23T23:59:59Z'))).toBe('2026-11-23')
  process.env['SOURCE_DATE_EPOCH'] = '0'
  expect(checkDay()).toBe('1970-01-01')
  delete process.env['SOURCE_DATE_EPOCH']
})
