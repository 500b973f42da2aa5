import fc from 'fast-check'
import { expect, test } from 'vitest'
import { valueAt, withValue } from '../../../src/core/text/fields.ts'
import { mergeText } from '../../../src/core/text/merge.ts'
import type { NoteText } from '../../../src/core/text/note-text.ts'
import { noteText } from '../../support/texts.ts'

const sides = fc.tuple(noteText, noteText, noteText)
const FIELDS = ['ask', 'answer', 'why', 'also', 'options', 'steps', 'rows', 'questions'] as const
const some = fc.subarray([...FIELDS], { maxLength: 3 })

/** Three sides of one type, each of which changed some fields of the base. */
const sameType = fc.tuple(noteText, noteText, noteText, some, some).map(([base, a, b, of, to]) => {
  const changed = (from: NoteText, fields: readonly string[]): NoteText => ({
    ...base,
    ...Object.fromEntries(Object.entries(from).filter(([field]) => fields.includes(field))),
  })
  return { base, release: changed(a, of), mine: changed(b, to) }
})

test('a side that changed nothing takes the other as it is', () => {
  fc.assert(
    fc.property(noteText, noteText, (base, other) => {
      expect(mergeText(base, other, base)).toEqual({ text: other, differences: [] })
      expect(mergeText(base, base, other)).toEqual({ text: other, differences: [] })
    }),
  )
})

test('what both sides say alike is so, without a difference', () => {
  fc.assert(
    fc.property(noteText, noteText, (base, both) => {
      expect(mergeText(base, both, both)).toEqual({ text: both, differences: [] })
    }),
  )
})

test('merged with its own release again, nothing changes', () => {
  fc.assert(
    fc.property(sides, ([base, release, mine]) => {
      const { text } = mergeText(base, release, mine)
      expect(mergeText(release, release, text)).toEqual({ text, differences: [] })
    }),
  )
})

test('without differences it does not matter whose change it was', () => {
  fc.assert(
    fc.property(sameType, ({ base, release, mine }) => {
      const { text, differences } = mergeText(base, release, mine)
      fc.pre(differences.length === 0)
      expect(mergeText(base, mine, release).text).toEqual(text)
    }),
  )
})

test('where they exclude each other the learner’s text stands, word for word', () => {
  fc.assert(
    fc.property(sameType, ({ base, release, mine }) => {
      const { text, differences } = mergeText(base, release, mine)
      for (const { path } of differences) expect(valueAt(text, path)).toEqual(valueAt(mine, path))
      // Each is a real one: three values, no two of which are the same.
      for (const { base: was, release: theirs, mine: said } of differences) {
        expect(new Set([was, theirs, said]).size).toBeGreaterThan(1)
        expect(theirs).not.toBe(said)
      }
    }),
  )
})

test('deciding every difference for the release leaves none of it behind', () => {
  fc.assert(
    fc.property(sameType, ({ base, release, mine }) => {
      const { text, differences } = mergeText(base, release, mine)
      const decided = differences.reduce(
        (at, { path }) => withValue(at, path, valueAt(release, path)),
        text,
      )
      for (const { path } of differences) {
        expect(valueAt(decided, path)).toEqual(valueAt(release, path))
      }
      expect(mergeText(base, release, decided).differences.length).toBe(0)
    }),
  )
})
