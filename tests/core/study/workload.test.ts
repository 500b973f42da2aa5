import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PRIOR_SECONDS, estimateMinutes, paceOf } from '../../../src/core/study/workload.ts'

const none = { learning: 0, review: 0, new: 0 }

describe('the pace of a learner', () => {
  test('is unknown without answers', () => {
    expect(paceOf([])).toBeNull()
  })

  test('is the median of the answers, so that a few long ones matter little', () => {
    expect(paceOf([9000, 3000, 6000])).toEqual({ medianSeconds: 6, answers: 3 })
    expect(paceOf([9000, 3000, 6000, 50_000])).toEqual({ medianSeconds: 7.5, answers: 4 })
  })

  test('takes no answer for longer than a minute: the learner was away', () => {
    expect(paceOf([3_600_000, 3_600_000])?.medianSeconds).toBe(60)
  })
})

describe('the minutes that a queue takes', () => {
  test('are none for an empty queue', () => {
    expect(estimateMinutes(none)).toBe(0)
  })

  test('follow from what others need, as long as the learner’s own pace is unknown', () => {
    expect(estimateMinutes({ ...none, review: 40 })).toBe(10)
    expect(estimateMinutes({ ...none, new: 60 })).toBe(43)
    expect(estimateMinutes({ learning: 5, review: 8, new: 10 })).toBeCloseTo(
      (60 + 120 + 430) / 60,
      10,
    )
  })

  test('follow the learner’s own pace the more, the more answers there are', () => {
    const counts = { ...none, review: 60 }
    const slow = (answers: number) => estimateMinutes(counts, { medianSeconds: 30, answers })
    expect(slow(0)).toBe(15)
    expect(slow(20)).toBe(22.5)
    expect(slow(2000)).toBeCloseTo(30, 0)
  })

  test('are the prior for who is exactly as fast', () => {
    const pace = { medianSeconds: PRIOR_SECONDS.review, answers: 500 }
    expect(estimateMinutes({ learning: 3, review: 7, new: 2 }, pace)).toBeCloseTo(
      estimateMinutes({ learning: 3, review: 7, new: 2 }),
      10,
    )
  })

  test('never lie outside the pace of others and the learner’s own', () => {
    const durations = fc.array(fc.nat(200_000), { minLength: 1, maxLength: 60 })
    const counts = fc.record({ learning: fc.nat(20), review: fc.nat(300), new: fc.nat(50) })
    fc.assert(
      fc.property(durations, counts, (durationsMs, queue) => {
        const pace = paceOf(durationsMs)
        const prior = estimateMinutes(queue)
        const own = (prior * (pace?.medianSeconds ?? Number.NaN)) / PRIOR_SECONDS.review
        const minutes = estimateMinutes(queue, pace)
        expect(minutes).toBeGreaterThanOrEqual(Math.min(prior, own) - 1e-9)
        expect(minutes).toBeLessThanOrEqual(Math.max(prior, own) + 1e-9)
      }),
    )
  })
})
