import { describe, expect, test } from 'vitest'
import { optionsOf } from '../../src/app/study/attempt.ts'
import { hintsOf } from '../../src/app/study/hints.ts'
import { faceOf } from '../../src/app/study/question.ts'
import { answerTexts, questionTexts } from '../../src/app/study/speech.ts'
import { textOfHtml } from '../../src/core/card-title.ts'
import { cardKeysOf } from '../../src/core/note.ts'
import type { Note } from '../../src/core/note.ts'
import { note } from '../support/bundles.ts'
import { ALL_TYPES, BASIC, COMMAND, NUMBER, ORDER, SINGLE, WHICH } from '../support/note-types.ts'

function face(of: Note) {
  const found = faceOf(of, cardKeysOf(of.body)[0] ?? '1')
  if (!found) throw new Error('The note has a card')
  return found
}

function words(of: Note): string[] {
  const { question } = face(of)
  return hintsOf(question, optionsOf(question, 'seed')).map((hint) => hint.words)
}

const HINTED = note('hinted', {
  body: {
    type: 'cloze',
    holes: [
      {
        key: 'c1',
        front: 'Kept for <span class="hole">days</span>.',
        back: 'Kept for <mark>90</mark>.',
        answer: '90',
        hint: 'days',
      },
    ],
  },
})

describe('hints', () => {
  test('help with every type without giving the answer away', () => {
    for (const each of ALL_TYPES) {
      const [first] = words(each)
      const { question } = face(each)
      const whole = question.kind === 'recall' ? textOfHtml(question.answer) : 'RA-GZRS'
      expect(first ?? '').not.toContain(whole)
    }
  })

  test('are the first letters, a wrong option, the digits, the command, the first step', () => {
    expect(words(BASIC)).toEqual(['It begins: T… r… w… 2…'])
    expect(words(SINGLE)[0]).toMatch(/^Not this one: (GZRS|ZRS)$/)
    expect(words(NUMBER)).toEqual(['It has 4 digits and begins with 5.'])
    expect(words(COMMAND)).toEqual([
      'It begins: az lock create',
      'It needs: --name, --lock-type, --resource-group',
    ])
    expect(words(ORDER)).toEqual(['First: Start'])
  })

  test('are none where one wrong option is all there is', () => {
    expect(words(WHICH)).toEqual([])
  })

  test('of the author come first and are kept out of the question until then', () => {
    const { question } = face(HINTED)
    expect(question).toMatchObject({
      ask: 'Kept for <span class="hole">…</span>.',
      hinted: 'Kept for <span class="hole">days</span>.',
    })
    expect(hintsOf(question, [])[0]).toEqual({ words: 'days', isFree: true })
  })
})

describe('reading aloud', () => {
  test('reads the question with its options, and the answer with its reason', () => {
    const { question } = face(SINGLE)
    const [asked, first] = questionTexts(face(SINGLE), optionsOf(question, 'seed'))
    expect(asked).toBe('Which redundancy is needed?')
    expect(first).toMatch(/^A: /)
    expect(answerTexts(face(SINGLE))).toEqual(['RA-GZRS'])
    expect(answerTexts(face(BASIC))).toEqual([
      'The rule with 200',
      'The lowest number comes first.',
    ])
    expect(questionTexts(face(HINTED), [])).toEqual(['Kept for  blank .'])
  })
})
