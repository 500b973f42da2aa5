import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvOf, readTable } from '../../../src/core/import/csv.ts'
import { guessMapping, notesOfTable } from '../../../src/core/import/table-notes.ts'

describe('reading a table', () => {
  test.each([
    ['a,b\nc,d', ','],
    ['a;b\nc;d', ';'],
    ['a\tb\nc\td', '\t'],
    ['a|b\nc|d', '|'],
  ])('finds what separates the values of %j', (text, delimiter) => {
    const table = readTable(text, null)
    expect(table.delimiter).toBe(delimiter)
    expect(table.rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  test('values in quotes hold separators, quotes and lines', () => {
    const { rows, faulty } = readTable('"a, b","say ""x"""\r\n"two\nlines",c\r\n', ',')
    expect(rows).toEqual([
      ['a, b', 'say "x"'],
      ['two\nlines', 'c'],
    ])
    expect(faulty).toEqual([])
  })

  test('quotes that do not match are told with their row', () => {
    expect(readTable('a,b\n"c,d\n', ',').faulty).toEqual([2])
  })

  test('a text file of Anki says itself how it is to be read', () => {
    const text = '#separator:tab\n#html:true\n#tags column:3\nWhat<br>now?\tThis\tone two\n'
    const table = readTable(text, null)
    const mapping = guessMapping(table, 'Deck')
    expect(mapping).toMatchObject({
      format: 'html',
      roles: ['ask', 'answer', 'tags'],
      hasHead: false,
    })
    const [note] = notesOfTable(table, mapping).notes
    expect(note).toMatchObject({
      text: { ask: 'What\\\nnow?', answer: 'This' },
      tags: ['one', 'two'],
    })
  })

  test('what is written can be read, whatever it is', () => {
    const piece = fc.oneof(
      fc.constantFrom('"', '""', ',', ';', '\n', '\t', 'é', '😀'),
      fc.string({ maxLength: 3 }),
    )
    const cell = fc
      .array(piece, { maxLength: 6 })
      .map((pieces) => pieces.join(''))
      .filter((text) => !/^[=+\-@\t\r]/.test(text))
    const row = fc.array(cell, { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows) => {
        const kept = rows.filter((cells) => cells.join('').trim() !== '')
        const [first = []] = kept
        fc.pre(!/^[#\uFEFF]/.test(first[0] ?? ''))
        const plain = kept.map((cells) => cells.map((text) => text.replaceAll('\r', '')))
        expect(readTable(csvOf(plain), ',').rows).toEqual(
          plain.filter((cells) => cells.join('').trim() !== ''),
        )
      }),
    )
  })

  test('what a spreadsheet would run as a formula is text', () => {
    expect(csvOf([['=1+1', -1]])).toBe("'=1+1,-1\r\n")
  })
})

describe('notes of a table', () => {
  const table = readTable('front,back,note\nA *star*,B,why\n,C,\nD,,\nA *star*,B,why\n', ',')
  const mapping = guessMapping(table, 'Deck')

  test('columns are known by their names', () => {
    expect(mapping).toMatchObject({ hasHead: true, roles: ['ask', 'answer', 'why'], type: 'basic' })
  })

  test('plain text shows as it is written, and rows that are no card are counted', () => {
    const { notes, left } = notesOfTable(table, mapping)
    expect(notes.map(({ text, deck }) => [text.ask, text.answer, text.why, deck])).toEqual([
      [String.raw`A \*star\*`, 'B', 'why', 'Deck'],
    ])
    expect(left.map(({ kind, count }) => [kind, count])).toEqual([
      ['no question', 1],
      ['no answer given', 1],
      ['row twice', 1],
    ])
  })

  test('Markdown stays what it is', () => {
    const { notes } = notesOfTable(table, { ...mapping, format: 'markdown' })
    expect(notes[0]?.text.ask).toBe('A *star*')
  })

  test('gaps are found, and asked for', () => {
    const gaps = readTable('A {{c1::VNet}} is regional;more\nno gap;x\n', ';')
    const found = guessMapping(gaps, 'Deck')
    expect(found.type).toBe('cloze')
    const { notes, left } = notesOfTable(gaps, found)
    expect(notes).toHaveLength(1)
    expect(left).toMatchObject([{ kind: 'gaps', count: 1 }])
  })

  test('both directions make two cards', () => {
    const { notes } = notesOfTable(table, { ...mapping, type: 'reversed' })
    expect(notes[0]?.text).toMatchObject({ ask: String.raw`A \*star\*`, backAsk: 'B' })
  })
})
