import { describe, expect, test } from 'vitest'
import { NOTE_TYPES } from '../../../src/core/note.ts'
import type { NoteBody } from '../../../src/core/note.ts'
import { noteTextOf } from '../../../src/core/search/note-text.ts'
import { note } from '../../support/bundles.ts'

function textOf(body: NoteBody): string {
  return noteTextOf(note('st-a', { body })).text
}

const CHOICE = {
  question: '<p>Which <em>tier</em>?</p>',
  options: [
    { key: 'o1', html: 'Árchive', right: true, rationale: 'It is offline.' },
    { key: 'o2', html: 'Cool', right: false, rationale: null },
  ],
}
const HOLE = {
  key: 'c1',
  front: 'LRS keeps <span class="hole">…</span>',
  back: 'LRS keeps <mark>three</mark> copies',
  answer: 'three',
  hint: null,
}

const BODIES: Readonly<Record<(typeof NOTE_TYPES)[number], readonly [NoteBody, RegExp]>> = {
  basic: [
    { type: 'basic', question: 'What &lt;is&gt; it?', answer: 'A b' },
    /what <is> it\? \| a b/,
  ],
  reversed: [
    {
      type: 'reversed',
      forward: { question: 'One?', answer: 'Two' },
      reverse: { question: 'Three?', answer: 'Four' },
    },
    /one\? \| two \| three\? \| four/,
  ],
  cloze: [{ type: 'cloze', holes: [HOLE] }, /lrs keeps three copies \| three/],
  single: [{ type: 'single', ...CHOICE }, /which tier\? \| archive \| it is offline\. \| cool/],
  multi: [{ type: 'multi', ...CHOICE }, /which tier\?/],
  number: [
    { type: 'number', question: 'How many?', value: '5000', unit: 'GB', accept: ['5 TB'] },
    /how many\? \| 5000 gb \| 5 tb/,
  ],
  command: [
    {
      type: 'command',
      question: 'Make a group',
      shell: 'az',
      answer: 'az group create --name "rg"',
      also: ['az deployment'],
      answerHtml: '',
      alsoHtml: [],
      syntax: [],
    },
    /make a group \| az group create --name "rg" \| az deployment/,
  ],
  order: [
    {
      type: 'order',
      question: 'In which order?',
      steps: [{ key: 's1', html: 'First', rationale: 'Because' }],
      decoys: [{ key: 'd1', html: 'Never', rationale: null }],
    },
    /in which order\? \| first \| because \| never/,
  ],
  which: [
    {
      type: 'which',
      question: 'Which role?',
      options: [{ key: 'o1', html: 'Owner' }],
      rows: [{ key: 'r1', html: 'Assign roles', answer: 'o1', rationale: null }],
    },
    /which role\? \| owner \| assign roles/,
  ],
  scenario: [
    {
      type: 'scenario',
      stem: 'Contoso moves.',
      questions: [{ key: 'q1', body: { type: 'cloze', holes: [HOLE] }, why: 'So it is' }],
    },
    /contoso moves\. \| lrs keeps three copies \| so it is \| three/,
  ],
}

describe('the text of a note', () => {
  test.each(NOTE_TYPES)('of type %s has all that can be read on its cards', (type) => {
    const [body, text] = BODIES[type]
    expect(textOf(body)).toMatch(text)
  })

  test('has reasons, tags and the id, and none of the markup', () => {
    const { text } = noteTextOf(note('st-a', { why: '<p>Since</p>', tags: ['Bridge'] }))
    expect(text).toMatch(/\| since \| bridge \| st-a$/)
  })

  test('gives each card a title, with what tells it from its siblings in front', () => {
    const { titles } = noteTextOf(note('st-a', { body: BODIES.which[0] }))
    expect([...titles]).toEqual([['r1', 'Assign roles – Which role?']])
  })
})
