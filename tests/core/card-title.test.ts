import { describe, expect, test } from 'vitest'
import { cardTitleOf, textOfHtml } from '../../src/core/card-title.ts'
import type { Note, NoteBody } from '../../src/core/note.ts'

const titled = (body: NoteBody): Pick<Note, 'body' | 'title'> => ({ body, title: 'The note' })
const hole = (key: string, front: string) => ({ key, front, back: '', answer: '', hint: null })
const row = (key: string, html: string) => ({ key, html, answer: 'a', rationale: null })

describe('the title of a card', () => {
  test('is that of its note where the note makes one card', () => {
    const note = titled({ type: 'basic', question: '<p>Long question</p>', answer: 'Yes' })
    expect(cardTitleOf(note, '1')).toBe('The note')
  })

  test('shows the hole that a cloze card asks for', () => {
    const note = titled({
      type: 'cloze',
      holes: [
        hole('c1', 'A <span class="hole">…</span> keeps three copies'),
        hole('c2', 'LRS keeps <span class="hole">number</span> copies'),
      ],
    })
    expect(cardTitleOf(note, 'c1')).toBe('A … keeps three copies')
    expect(cardTitleOf(note, 'c2')).toBe('LRS keeps number copies')
  })

  test('tells the two directions of a reversed note apart', () => {
    const note = titled({
      type: 'reversed',
      forward: { question: 'What does ZRS mean?', answer: '' },
      reverse: { question: 'Which option copies across zones?', answer: '' },
    })
    expect(cardTitleOf(note, 'f')).toBe('What does ZRS mean?')
    expect(cardTitleOf(note, 'r')).toBe('Which option copies across zones?')
  })

  test('names the row of a which note', () => {
    const note = titled({
      type: 'which',
      question: '<p>Role or policy?</p>',
      options: [],
      rows: [row('r1', 'Denies a <code>region</code>')],
    })
    expect(cardTitleOf(note, 'r1')).toBe('Role or policy? Denies a region')
  })

  test('is the question within a scenario, cut where it is long', () => {
    const body = { type: 'basic', question: 'word '.repeat(60), answer: '' } as const
    const note = titled({ type: 'scenario', stem: '', questions: [{ key: 'q1', body, why: null }] })
    expect(cardTitleOf(note, 'q1')).toHaveLength(140)
    expect(cardTitleOf(note, 'q1')).toMatch(/word…$/)
  })

  test('is that of the note for a key that is gone', () => {
    const note = titled({ type: 'which', question: '', options: [], rows: [] })
    expect(cardTitleOf(note, 'r9')).toBe('The note')
  })
})

test.each([
  ['<p>One</p><p>two</p>', 'One two'],
  ['(<code>az vm</code>)', '(az vm)'],
  ['a &lt;b&gt; &amp;amp; &#39;c&#x27; &unknown;', "a <b> &amp; 'c' &unknown;"],
  ['<ul><li>a</li><li>b</li></ul>', 'a b'],
])('the text of %s is %s', (html, text) => {
  expect(textOfHtml(html)).toBe(text)
})
