import { describe, expect, test } from 'vitest'
import type { ImportedEntry, ImportedNote } from '../../../src/core/import/content.ts'
import { freshLog, matchNotes, timeKey } from '../../../src/core/import/duplicates.ts'
import { fullText } from '../../../src/core/text/note-text.ts'

const text = (ask: string, answer = 'x') => fullText({ type: 'basic', ask, answer })
const imported = (id: string, ask: string, answer = 'x'): ImportedNote => ({
  id,
  deck: 'Deck',
  text: text(ask, answer),
  tags: [],
  createdAt: null,
  changedAt: null,
  log: [],
  marks: [],
})
const known = (id: string, ask: string, answer = 'x') => ({ id, tags: [], text: text(ask, answer) })

describe('an imported note meets', () => {
  test('nothing, the same note, or one that says something else', () => {
    const notes = [imported('a', 'A'), imported('b', 'B'), imported('c', 'C', 'new')]
    expect(matchNotes(notes, [known('b', 'B'), known('c', 'C', 'old')])).toEqual([
      { kind: 'new' },
      { kind: 'same', id: 'b', byId: true },
      { kind: 'differs', id: 'c', byId: true },
    ])
  })

  test('the one that asks the same, whatever its id, blanks and capitals', () => {
    expect(matchNotes([imported('a', 'What  IS it?')], [known('mine', 'what is it?')])).toEqual([
      { kind: 'differs', id: 'mine', byId: false },
    ])
  })

  test('of several that ask the same the one that answers the same, and each only once', () => {
    const notes = [imported('a', 'Q', '1'), imported('b', 'Q', '2'), imported('c', 'Q', '3')]
    expect(matchNotes(notes, [known('x', 'Q', '2'), known('y', 'Q', '9')])).toEqual([
      { kind: 'differs', id: 'y', byId: false },
      { kind: 'same', id: 'x', byId: false },
      { kind: 'new' },
    ])
  })

  test('itself, though an image has another name by now', () => {
    const before = imported('a', 'See ![x](file:a.png)')
    expect(matchNotes([before], [known('a', 'See ![x](media:0123)')])).toMatchObject([
      { kind: 'same' },
    ])
  })
})

describe('of a history', () => {
  const rated = (at: number): ImportedEntry => ({
    kind: 'rated',
    name: `${at}`,
    key: '1',
    at,
    rating: 'good',
    durationMs: 0,
    mode: 'study',
  })
  const due: ImportedEntry = { kind: 'rescheduled', name: 'd2-9', key: '1', at: 3, dueDay: 9 }

  test('what is here already is no news, and a due day alone is none', () => {
    const times = new Set([timeKey('n#1', 1), timeKey('n#1', 2)])
    expect(freshLog([rated(1), rated(2), due], 'n', times)).toEqual([])
  })

  test('an answer that is new comes with the due day that follows from it', () => {
    expect(freshLog([rated(1), rated(2), due], 'n', new Set([timeKey('n#1', 1)]))).toEqual([
      rated(2),
      due,
    ])
  })

  test('all of it is new to another card', () => {
    expect(freshLog([rated(1), due], 'n', new Set([timeKey('m#1', 1)]))).toHaveLength(2)
  })
})
