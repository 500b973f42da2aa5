import { expect, test } from 'vitest'
import { studyCardsOf } from '../../../src/core/catalog.ts'
import { knownShare, quizCards } from '../../../src/core/plan/placement.ts'
import type { QuizAnswer } from '../../../src/core/plan/placement.ts'
import { catalogNote } from '../../support/builders.ts'

test('asks ten notes that the app can judge at once, spread over the domain, one card each', () => {
  const notes = Array.from({ length: 60 }, (_, index) =>
    catalogNote(`n${100 + index}`, {
      type: index % 3 === 0 ? 'basic' : index % 3 === 1 ? 'single' : 'which',
      keys: index % 3 === 2 ? ['1', '2', '3'] : ['1'],
    }),
  )
  const asked = quizCards(studyCardsOf(notes))
  expect(asked).toHaveLength(10)
  expect(new Set(asked.map(({ note }) => note.id)).size).toBe(10)
  expect(asked.every(({ note }) => note.type !== 'basic')).toBe(true)
  const places = asked.map(({ note }) => Number(note.id.slice(1)) - 100)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places[0]).toBeLessThan(10)
  expect(places.at(-1)).toBeGreaterThan(50)
})

test('asks what there is where there is less', () => {
  expect(quizCards(studyCardsOf([catalogNote('a', { type: 'single' })]))).toHaveLength(1)
  expect(quizCards([])).toEqual([])
})

const answers = (right: number, wrong: number, options = 4): QuizAnswer[] => [
  ...Array.from({ length: right }, () => ({ right: true, options })),
  ...Array.from({ length: wrong }, () => ({ right: false, options })),
]

test('what guessing brings is taken off, and it never says that all is known', () => {
  expect(knownShare(answers(10, 0))).toBe(0.9)
  expect(knownShare(answers(1, 3))).toBeNull()
  expect(knownShare(answers(2, 6))).toBe(0)
  expect(knownShare(answers(5, 5))).toBe(0.3)
  expect(knownShare(answers(5, 5, 2))).toBe(0)
})
