import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { lint } from '../../src/compile/lint.ts'
import { DECKS_FOLDER } from '../../src/compile/project.ts'
import { deckDay } from '../support/deck-day.ts'
import { deckFolder } from '../support/deck-folder.ts'
import { deckWith } from '../support/decks.ts'

const SOUND = deckWith('basic', 'Q: What?\nA: So it is')
const TODAY = ['--today', '2026-11-23']

function run(...args: readonly string[]) {
  let output = ''
  const code = lint([...TODAY, ...args], (text) => {
    output += text
  })
  return { code, output }
}

describe('the command line of the checker', () => {
  test('prints messages like a compiler and fails on errors', () => {
    const broken = new URL('../fixtures/broken/', import.meta.url)
    const { code, output } = run(fileURLToPath(broken))
    expect(output).toBe(readFileSync(new URL('expected.txt', broken), 'utf8'))
    expect(code).toBe(1)
  })

  test('passes without errors, with the sums at its end', () => {
    const folder = deckFolder({ 'a.md': SOUND })
    expect(run(folder)).toEqual({ code: 0, output: '1 cards, 1 items, 0 errors, 0 warnings\n' })
  })

  test('checks the decks of Cirrus if no folder is named', () => {
    const { code, output } = run('--today', deckDay(DECKS_FOLDER))
    expect(output).toMatch(/\n\d\d+ cards, \d+ items, 0 errors, \d+ warnings\n$/)
    expect(code).toBe(0)
  })

  test.each([
    [['/no/such/folder'], 'there is no folder "/no/such/folder"'],
    [['--what'], '--what'],
    [['--accept', 'nw-no-card'], 'there is no released card "nw-no-card"'],
  ])('explains itself when called with %j', (args, message) => {
    const { code, output } = run(...args)
    expect(output).toContain(message)
    expect(output).toContain('usage:')
    expect(code).toBe(2)
  })

  test('says what is wrong with a blueprint', () => {
    const folder = deckFolder({ 'a.md': SOUND, 'az-104/blueprint.yaml': 'exam: az-104\n' })
    const { code, output } = run(folder)
    expect(output).toMatch(/^decks\/az-104\/blueprint\.yaml: title: /)
    expect(output).not.toContain('usage:')
    expect(code).toBe(2)
  })
})

const lockOf = (folder: string) => readFileSync(join(folder, 'ids.lock'), 'utf8')

describe('ids.lock', () => {
  test('is written at a release', () => {
    const folder = deckFolder({ 'a.md': SOUND })
    expect(run(folder, '--write-lock').output).toContain('ids.lock written: 1 cards')
    expect(lockOf(folder)).toMatch(/^nw-one-card\t1\t[0-9a-f]{12}\t1\n$/)
    expect(run(folder, '--write-lock').output).toContain('ids.lock is up to date')
  })

  test('is not written over an error', () => {
    const folder = deckFolder({ 'a.md': SOUND })
    run(folder, '--write-lock')
    const before = lockOf(folder)
    writeFileSync(join(folder, 'a.md'), SOUND.replace('So it is', 'It is not'))
    const { code, output } = run(folder, '--write-lock')
    expect(output).toContain('E101')
    expect(code).toBe(1)
    expect(lockOf(folder)).toBe(before)
  })

  test('accepts an answer that was only reworded, and no other', () => {
    const folder = deckFolder({
      'a.md': SOUND,
      'b.md': SOUND.replace('nw-one-card', 'nw-two-card').replace('What', 'Which'),
    })
    run(folder, '--write-lock')
    for (const name of ['a.md', 'b.md']) {
      const path = join(folder, name)
      writeFileSync(path, readFileSync(path, 'utf8').replace('So it is', 'That is so'))
    }
    expect(run(folder).output).toContain('0 warnings')
    expect(run(folder).output.match(/E101/g)).toHaveLength(2)
    const { code, output } = run(folder, '--accept', 'nw-one-card')
    expect(output.match(/E101.*"nw-two-card"/g)).toHaveLength(1)
    expect(code).toBe(1)
    expect(run(folder, '--accept', 'nw-two-card').code).toBe(0)
  })
})
