import { describe, expect, test } from 'vitest'
import { parseBundle } from '../../src/core/bundle-schema.ts'
import type { ExamBundle } from '../../src/core/catalog.ts'
import { NOTE_TYPES, cardKeysOf } from '../../src/core/note.ts'
import { syntheticBundle } from '../support/synthetic-bundle.ts'

const cardCount = ({ notes }: ExamBundle) =>
  notes.reduce((sum, note) => sum + cardKeysOf(note.body).length, 0)

describe('a synthetic bundle', () => {
  const bundle = syntheticBundle('AZ-104', 20_000, 'v1')

  test('makes exactly as many cards as asked for, of all types', () => {
    expect(cardCount(bundle)).toBe(20_000)
    expect(cardCount(syntheticBundle('AZ-305', 11, 'v1'))).toBe(11)
    expect(new Set(bundle.notes.map(({ body }) => body.type))).toEqual(new Set(NOTE_TYPES))
  })

  test('can be installed', () => {
    expect(() => parseBundle(bundle)).not.toThrow()
  })

  test('uses every skill of the exam', () => {
    const skills = bundle.blueprint.domains.flatMap(({ groups }) =>
      groups.flatMap((group) => group.skills.map(({ id }) => id)),
    )
    const used = new Set(bundle.notes.flatMap((note) => note.skills))
    expect(skills.filter((skill) => !used.has(skill))).toEqual([])
  })

  test('is the same whenever it is made, and a little different in another version', () => {
    const first = syntheticBundle('AZ-104', 2000, 'v1')
    expect(syntheticBundle('AZ-104', 2000, 'v1')).toEqual(first)
    const next = syntheticBundle('AZ-104', 2000, 'v2')
    const changed = next.notes.filter((note, index) => note.hash !== first.notes[index]?.hash)
    expect(changed.length).toBe(Math.floor(next.notes.length / 100))
  })
})
