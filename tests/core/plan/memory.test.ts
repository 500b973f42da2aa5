import * as fc from 'fast-check'
import { fsrs } from 'ts-fsrs'
import { expect, test } from 'vitest'
import { GRADES, Memory } from '../../../src/core/plan/memory.ts'
import type { Trace } from '../../../src/core/plan/memory.ts'
import { RATINGS } from '../../../src/core/rating.ts'
import { DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'
import vectors from '../../fixtures/fsrs-vectors.json'

/** Other parameters than the defaults, within their bounds. */
const OTHER = DEFAULT_WEIGHTS.map((weight, index) =>
  index === 20 ? 0.3 : index === 7 ? 0.02 : weight * 0.9,
)

const stability = fc.double({ min: 0.01, max: 3000, noNaN: true })
const difficulty = fc.double({ min: 1, max: 10, noNaN: true })
const days = fc.integer({ min: 0, max: 400 })

test.each([
  ['default', DEFAULT_WEIGHTS],
  ['other', OTHER],
])('agrees with ts-fsrs on every step (%s parameters)', (_, weights) => {
  const memory = new Memory(weights)
  const library = fsrs({ w: [...weights] })
  fc.assert(
    fc.property(stability, difficulty, days, fc.constantFrom(...GRADES), (s, d, t, grade) => {
      const theirs = library.next_state({ stability: s, difficulty: d }, t, grade)
      const own = memory.nextStability({ stability: s, difficulty: d }, t, grade)
      expect(own / theirs.stability).toBeCloseTo(1, 4)
      expect(memory.nextDifficulty(d, grade)).toBeCloseTo(theirs.difficulty, 5)
      expect(memory.recall(t, s)).toBeCloseTo(library.forgetting_curve(t, s), 5)
    }),
  )
  for (const grade of GRADES) {
    const theirs = library.next_state(null, 0, grade)
    expect(memory.firstStability(grade)).toBeCloseTo(theirs.stability, 6)
    expect(memory.firstDifficulty(grade)).toBeCloseTo(theirs.difficulty, 6)
  }
})

test.each(vectors.memories)('$id: memory after a history', (vector) => {
  const memory = new Memory(vector.weights)
  const trace = vector.ratings.reduce<Trace | null>((before, rating, index) => {
    const grade = GRADES[RATINGS.findIndex((each) => each === rating)] ?? 1
    return before
      ? {
          stability: memory.nextStability(before, vector.elapsedDays[index] ?? 0, grade),
          difficulty: memory.nextDifficulty(before.difficulty, grade),
        }
      : { stability: memory.firstStability(grade), difficulty: memory.firstDifficulty(grade) }
  }, null)
  const { stability: s, difficulty: d } = trace ?? { stability: 0, difficulty: 0 }
  expect(s / vector.stability).toBeCloseTo(1, 3)
  expect(d).toBeCloseTo(vector.difficulty, 3)
})

test('an interval ends where recall has fallen to what is wanted', () => {
  const memory = new Memory(DEFAULT_WEIGHTS)
  expect(memory.interval(10, 0.9)).toBeCloseTo(10, 6)
  expect(memory.recall(memory.interval(7, 0.8), 7)).toBeCloseTo(0.8, 9)
})

test('refuses any other number of parameters', () => {
  expect(() => new Memory([1, 2, 3])).toThrow('FSRS-6 has 21 parameters, not 3')
})
