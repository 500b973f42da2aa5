import { describe, expect, test } from 'vitest'
import { parseDeck } from '../../../src/core/deck/parse-deck.ts'
import { checkRelease, lockEntries, lockEntry, lockText } from '../../../src/core/deck/release.ts'
import { META, deckWith } from '../../support/decks.ts'

/** Stands in for a hash: the same text gives the same digits. */
const hash = (text: string) =>
  text.replaceAll(/./gs, (character) => character.charCodeAt(0).toString(16))
const notesOf = (text: string) => parseDeck('decks/x.md', text).deck?.notes ?? []
const lockOf = (text: string) => ({
  file: 'decks/ids.lock',
  text: lockText(notesOf(text).map((note) => lockEntry(note, hash))),
})
const retired = (text: string) => ({ file: 'decks/retired.txt', text })
const check = (now: string, before: string, gone: string | null = null) =>
  checkRelease(notesOf(now), lockOf(before), gone === null ? null : retired(gone), hash).map(
    ({ file, line, code, text }) => `${file}:${line} ${code} ${text}`,
  )

const BASIC = deckWith('basic', 'Q: How large is it?\nA: Very large')
const CLOZE = deckWith('cloze', 'T: It is {{c1::30}} or {{c2::90}} days.')

describe('a released card', () => {
  test('may change its wording, its case and its punctuation', () => {
    const reworded = deckWith('basic', 'Q: What is its size?\nA: very large.\nWhy: So it is.')
    expect(check(reworded, BASIC)).toEqual([])
  })

  test('may not change its answer', () => {
    const changed = BASIC.replace('Very', 'Not')
    expect(check(changed, BASIC)).toEqual([
      'decks/x.md:8 E101 answer of released card "nw-one-card" changed but rev is still 1: ' +
        'bump rev (fact changed) or run "decks accept nw-one-card" (wording only)',
    ])
  })

  test('may change its answer with a new revision', () => {
    expect(check(BASIC.replace('Very', 'Not').replace(META, `${META}rev: 2\n`), BASIC)).toEqual([])
  })

  test.each([
    ['basic', 'Q: x\nA: 5', 'Q: x\nA: 6'],
    ['number', 'Q: x\nA: 5', 'Q: x\nA: -5'],
    ['reversed', 'Q: x\nA: 5\nBack: y => z', 'Q: x\nA: 5\nBack: y => w'],
    ['cloze', 'T: {{c1::a}} b', 'T: a {{c1::b}}'],
    ['single', 'Q: x\n- [x] a\n- [ ] b', 'Q: x\n- [ ] a\n- [x] b'],
    ['order', 'Q: x\n1. a\n2. b', 'Q: x\n1. b\n2. a'],
    ['which', 'Q: x\nOptions: a; b\n- [k] c => a', 'Q: x\nOptions: a; b\n- [k] c => b'],
    ['scenario', 'S: x\n\n### q (basic)\nQ: x\nA: a', 'S: x\n\n### q (basic)\nQ: x\nA: b'],
  ])('of type %s has an answer that is watched', (type, before, after) => {
    const messages = check(deckWith(type, after), deckWith(type, before))
    expect(messages.join()).toContain('E101')
  })

  test('may list its right options in another order', () => {
    const before = deckWith('multi', 'Q: x\n- [x] a\n- [x] b\n- [ ] c')
    const after = deckWith('multi', 'Q: x\n- [x] b\n- [ ] c\n- [x] a')
    expect(check(after, before)).toEqual([])
  })

  test('may not vanish', () => {
    const renamed = BASIC.replace('nw-one-card', 'nw-one-cart')
    expect(check(renamed, BASIC)).toEqual([
      'decks/ids.lock:1 E100 released card "nw-one-card" has vanished: ' +
        'restore it or add it to retired.txt (did you mean "nw-one-cart"?)',
    ])
  })

  test('may vanish when it is listed as retired', () => {
    const renamed = BASIC.replace('nw-one-card', 'nw-one-cart')
    expect(check(renamed, BASIC, '# gone\nnw-one-card -> nw-one-cart\n')).toEqual([])
  })

  test('may not lose an item', () => {
    const one = CLOZE.replace('{{c2::90}}', '90').replace(META, `${META}rev: 2\n`)
    expect(check(one, CLOZE)).toEqual([
      'decks/x.md:8 E102 released item(s) c2 of "nw-one-card" are gone: ' +
        'keep the key or list it in retired.txt',
    ])
    expect(check(one, CLOZE, 'nw-one-card#c2\n')).toEqual([])
  })
})

describe('the files of a release', () => {
  test('ids.lock is read as it was written, ordered by id', () => {
    const notes = [CLOZE, BASIC.replace('nw-one-card', 'id-first-card')].flatMap(notesOf)
    const entries = notes.map((note) => lockEntry(note, hash))
    const read = lockEntries({ file: 'ids.lock', text: lockText(entries) })
    expect(read.map(({ id }) => id)).toEqual(['id-first-card', 'nw-one-card'])
    expect(read).toEqual(entries.toReversed())
  })

  test('a line that cannot be read is an error', () => {
    const messages = checkRelease([], { file: 'ids.lock', text: '# comment\nx\n' }, null, hash)
    expect(messages).toMatchObject([{ file: 'ids.lock', line: 2, code: 'E103' }])
  })

  test('progress cannot move to a card that does not exist', () => {
    const messages = check(BASIC, BASIC, 'nw-old-card -> nw-no-card\nnw-older-card -> nw-one-card')
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain('decks/retired.txt:1 E104')
  })
})
