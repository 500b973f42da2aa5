import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { quotasOf } from '../../../src/core/mock/quotas.ts'
import { blueprint } from '../../support/builders.ts'

const domains = fc
  .array(fc.integer({ min: 5, max: 40 }), { minLength: 1, maxLength: 6 })
  .map((weights) =>
    blueprint('AZ-104', ...weights).domains.map((domain) => ({
      ...domain,
      weight: [domain.weight[0], domain.weight[0] + 5] as [number, number],
    })),
  )
const number = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

test('quotas sum up to the questions, and none is negative or more than one off where no range holds', () => {
  fc.assert(
    fc.property(domains, fc.integer({ min: 1, max: 60 }), number, (list, questions, luck) => {
      const quotas = quotasOf(list, questions, false, () => luck)
      const counts = list.map(({ id }) => quotas.get(id) ?? -1)
      const total = list.reduce((sum, { weight }) => sum + weight[0] + weight[1], 0)
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(questions)
      list.forEach(({ weight }, index) => {
        const target = (questions * (weight[0] + weight[1])) / total
        expect(Math.abs((counts[index] ?? 0) - target)).toBeLessThanOrEqual(1)
        expect(counts[index]).toBeGreaterThanOrEqual(0)
      })
    }),
  )
})

test('every domain gets its share over many exams, also where an exam is a sprint', () => {
  const { domains: list } = blueprint('AZ-104', 60, 25, 15)
  const sums = new Map(list.map(({ id }) => [id, 0]))
  for (let draw = 0; draw < 1000; draw++) {
    const quotas = quotasOf(list, 5, true, () => draw / 1000)
    for (const [id, count] of quotas) sums.set(id, (sums.get(id) ?? 0) + count / 1000)
  }
  expect([...sums.values()].map((mean) => Math.round(mean * 100) / 100)).toEqual([3, 1.25, 0.75])
})
