import { gzipSync } from 'node:zlib'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lint } from '../../src/compile/lint.ts'
import { report } from '../../src/compile/report.ts'
import { deckFolder } from '../support/deck-folder.ts'
import { META, deckWith } from '../support/decks.ts'

const TODAY = ['--today', '2026-11-23']
const SKILL = 'az104-network-vnet-vnets'

function run(command: typeof report | typeof lint, ...args: readonly string[]) {
  let output = ''
  const code = command([...args, ...TODAY], (text) => {
    output += text
  })
  return { code, output }
}

test('the report says skill by skill what is there and what is missing', () => {
  const folder = deckFolder({
    'a.md': deckWith('basic', 'Q: What?\nA: So it is'),
    'targets.tsv': `${SKILL}\t2\n`,
  })
  const { code, output } = run(report, folder)
  expect(output).toMatch(/^ +! az104-network-vnet-vnets +1\/2 +2026-11-01 +basic 1$/m)
  expect(output).toContain(`missing: ${SKILL} has 1 of 2 cards\n`)
  expect(code).toBe(0)
  expect(run(report, folder, '--check')).toEqual({
    code: 1,
    output: `missing: ${SKILL} has 1 of 2 cards\n`,
  })
})

test('the report counts what is kept for mock exams by domain and type, and how far it goes', () => {
  const kept = `${META}pool: exam\n`
  const options = '- [x] A\n  > Yes.\n- [ ] B\n  > No.'
  const which = 'Q: Which?\nOptions: A; B\n- [a] One => A\n- [b] Two => B'
  const folder = deckFolder({
    'a.md': deckWith('single', `Q: What?\n${options}`, kept),
    'b.md': deckWith('which', which, kept).replaceAll('nw-one-card', 'nw-two-card'),
  })
  const { output } = run(report, folder)
  expect(output).toMatch(/^ +for mock exams: 2 questions; cards by type: which 2, single 1 = 3$/m)
  expect(output).toMatch(
    /^ +for mock exams: 2 questions, 0\.0 full exams without a repeat \(fewest in /m,
  )
})

test('the report passes where nothing is missing', () => {
  const folder = deckFolder({
    'a.md': deckWith('basic', 'Q: What?\nA: So it is'),
    'targets.tsv': `${SKILL}\t1\n`,
  })
  const { code, output } = run(report, folder, '--check')
  expect(output).toBe('nothing is missing\n')
  expect(code).toBe(0)
})

test('cards whose page is newer than the text read are counted by the checker, listed by the report', () => {
  const url = 'https://learn.microsoft.com/en-us/azure/virtual-network/overview @2026-01-01'
  const meta = META.replace(/https.*/, url)
  const folder = deckFolder({ 'a.md': deckWith('basic', 'Q: What?\nA: So it is', meta) })
  const pages = '# on 2026-04-22\n/azure/virtual-network/overview\t2026-02-02\n'
  writeFileSync(join(folder, 'learn-pages.tsv.gz'), gzipSync(pages))
  const checked = run(lint, folder)
  expect(checked.output).not.toContain('warning W113')
  expect(checked.output).toContain('1 of the warnings are W113')
  expect(checked.code).toBe(0)
  expect(run(report, folder).output).not.toContain('warning W113')
  expect(run(report, folder, '--reread').output).toContain('warning W113: "nw-one-card" rests on')
})

test('a sheet of facets makes every skill of the complete exams answer for all eight', () => {
  const folder = deckFolder({ 'a.md': deckWith('basic', 'Q: What?\nA: So it is') })
  mkdirSync(join(folder, 'facets'))
  const row = `${SKILL}\thow\tn/a\tnothing to set`
  writeFileSync(join(folder, 'facets', 'a.tsv'), `skill\tfacet\tnotes\treason\n${row}\n`)
  const { code, output } = run(report, folder, '--check')
  expect(code).toBe(1)
  expect(output).toContain(`missing: ${SKILL} has the facet who nowhere\n`)
  expect(output).not.toContain(`missing: ${SKILL} has the facet how nowhere\n`)
  expect(run(report, folder).output).toContain('AZ-305: 0 carried by notes, 1 not applicable')
})
