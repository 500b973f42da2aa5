import { expect, test } from 'vitest'
import { countedDomain, countedParts } from '../../src/core/counted-parts.ts'
import { depthsOf } from '../../src/core/stats/part-depth.ts'
import { studyCardsOf } from '../../src/core/catalog.ts'
import { blueprint, catalogNote, inReview } from '../support/builders.ts'

const EXAM = blueprint('AZ-104', 40, 20)
const SKILLS = ['az305-d1-a', 'az104-d2-a', 'az104-d1-a', 'az104-d2-a']

test('a card counts in each of its skills, and in what the first of the exam belongs to', () => {
  const parts = countedParts(EXAM)(SKILLS)
  expect(parts).toEqual(['az104-d2-a', expect.any(String), 'az104-d2', 'AZ-104', 'az104-d1-a'])
  expect(countedParts(EXAM)(['az305-d1-a'])).toEqual([])
  expect(countedParts(EXAM)(['az305-d1-a', 'az305-d1-b'])).toEqual([])
  const domains = new Map([
    ['az104-d1-a', 'one'],
    ['az104-d2-a', 'two'],
  ])
  expect(countedDomain(SKILLS, domains)).toBe('two')
  expect(countedDomain([], domains)).toBeUndefined()
})

test('what else is known of parts follows the same rule', () => {
  const cards = studyCardsOf([catalogNote('a', { skills: SKILLS })])
  const states = new Map([['a#1', inReview('a#1', { lapses: 2 })]])
  const depths = depthsOf({ blueprint: EXAM, cards, states, examDay: null })
  expect(depths.get('AZ-104')?.lapses).toBe(2)
  expect(depths.get('az104-d2')?.lapses).toBe(2)
  expect(depths.get('az104-d1')?.lapses ?? 0).toBe(0)
  expect(depths.get('az104-d1-a')?.lapses).toBe(2)
})
