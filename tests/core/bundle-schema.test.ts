import { describe, expect, test } from 'vitest'
import { BundleError, parseBundle } from '../../src/core/bundle-schema.ts'
import { cardKeysOf, NOTE_TYPES } from '../../src/core/note.ts'
import type { NoteBody, NoteType } from '../../src/core/note.ts'
import { bundle, note } from '../support/bundles.ts'

const HOLE = { key: '1', front: '', back: '', answer: '', hint: null }
const ROW = { key: 'a', html: '', answer: 'x', rationale: null }
const BASIC = { type: 'basic', question: '', answer: '' } as const
const SIDE = { question: '', answer: '' }

const BODIES: Readonly<Record<NoteType, NoteBody>> = {
  basic: BASIC,
  reversed: { type: 'reversed', forward: SIDE, reverse: SIDE },
  cloze: { type: 'cloze', holes: [HOLE] },
  single: { type: 'single', question: '', options: [] },
  multi: { type: 'multi', question: '', options: [] },
  number: { type: 'number', question: '', value: '1', unit: '', accept: [] },
  command: {
    type: 'command',
    question: '',
    shell: 'az',
    answer: '',
    also: [],
    answerHtml: '',
    alsoHtml: [],
    syntax: [],
  },
  order: { type: 'order', question: '', steps: [], decoys: [] },
  which: { type: 'which', question: '', options: [], rows: [ROW] },
  scenario: { type: 'scenario', stem: '', questions: [{ key: 'q', body: BASIC, why: null }] },
}

/** A bundle whose second note is changed. */
function broken(change: object) {
  return bundle('1', [note('st-a'), { ...note('st-b'), ...change }])
}

describe('parseBundle', () => {
  test.each(NOTE_TYPES)('a note of type %s is taken as it is', (type) => {
    const shipped = bundle('1', [note('st-a', { body: BODIES[type] })])
    const { notes } = parseBundle(structuredClone(shipped))
    expect(notes).toEqual(shipped.notes)
    expect(cardKeysOf(notes[0]!.body).length).toBeGreaterThan(0)
  })

  test('an exam without cards is a bundle', () => {
    expect(parseBundle(bundle('1', [])).notes).toEqual([])
  })

  test.each<[string, unknown, string]>([
    ['a revision of 0', broken({ rev: 0 }), 'notes.1.rev'],
    ['a note without skills', broken({ skills: [] }), 'notes.1.skills'],
    ['a level that does not exist', broken({ level: 4 }), 'notes.1.level'],
    ['an unknown pool', broken({ pool: 'mock' }), 'notes.1.pool'],
    ['a note without a hash', broken({ hash: '' }), 'notes.1.hash'],
    ['a body of an unknown type', broken({ body: { type: 'essay' } }), 'notes.1.body.type'],
    ['a cloze without holes', broken({ body: { type: 'cloze', holes: [] } }), 'notes.1.body.holes'],
    [
      'a key twice',
      broken({ body: { type: 'which', question: '', options: [], rows: [ROW, ROW] } }),
      'Two cards have the same key',
    ],
    ['a note twice', bundle('1', [note('st-a'), note('st-a')]), 'Two notes have the same id'],
    ['no blueprint', { ...bundle('1', []), blueprint: undefined }, 'blueprint'],
    ['an exam that is none', bundle('1', [], { exam: 'geography' }), 'exam'],
    ['no version', bundle('', []), 'version'],
    ['a page instead of the file', '<!doctype html>', 'Expected Object'],
    ['nothing', undefined, 'Expected Object'],
  ])('%s is refused with its place', (_case, input, place) => {
    expect(() => parseBundle(input)).toThrow(BundleError)
    expect(() => parseBundle(input)).toThrow(place)
  })

  test('a bundle for a newer app asks to reload instead of calling it damaged', () => {
    expect(() => parseBundle({ ...bundle('1', []), format: 2 })).toThrow('newer version')
  })
})
