import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newEffect, recallAfter, reviewEffect } from '../../../src/core/plan/effect.ts'
import { PRIOR_HABITS } from '../../../src/core/plan/habits.ts'
import { Memory } from '../../../src/core/plan/memory.ts'
import { EXAM_POLICY } from '../../../src/core/plan/policy.ts'
import { rankDay } from '../../../src/core/plan/rank.ts'
import { DEFAULT_WEIGHTS } from '../../../src/core/scheduler.ts'
import { cardsOf, examOf } from './cases.ts'
import type { CaseCard } from './cases.ts'

const memory = new Memory(DEFAULT_WEIGHTS)

const seen = fc.record({
  stability: fc.double({ min: 0.1, max: 400, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  lastDay: fc.integer({ min: -90, max: -1 }),
})
const card = fc.record({ domain: fc.integer({ min: 0, max: 2 }), seen: fc.option(seen) })
const list = fc.array(card, { minLength: 1, maxLength: 12 })
const weights = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 1, max: 50 })))
const examDay = fc.integer({ min: 1, max: 90 })

/** The gain per second of one card, from the formulas alone. */
function scoreOf({ seen: trace }: CaseCard, left: number): { gain: number; seconds: number } {
  if (!trace) {
    const effect = newEffect(memory, PRIOR_HABITS)
    return { gain: recallAfter(memory, effect, left), seconds: effect.seconds }
  }
  const { stability, difficulty, lastDay } = trace
  const effect = reviewEffect(memory, PRIOR_HABITS, stability, difficulty, -lastDay)
  const without = memory.recall(left - lastDay, stability)
  return { gain: recallAfter(memory, effect, left) - without, seconds: effect.seconds }
}

test('without pace and floor the order is that of brute force', () => {
  fc.assert(
    fc.property(list, weights, examDay, (cards, of, day) => {
      const exam = examOf(cards, of, { examDay: day })
      const policy = { ...EXAM_POLICY, floor: 0, waitsAbove: 1, pace: 0 }
      const ranked = rankDay({ cards: cardsOf(cards), exams: [exam], today: 0, memory, policy })
      const counts = [0, 1, 2].map((domain) => cards.filter((c) => c.domain === domain).length)
      const scores = cards.map((each) => {
        const { gain, seconds } = scoreOf(each, day)
        return (gain * (exam.shares[each.domain] ?? 0)) / (counts[each.domain] ?? 1) / seconds
      })
      ranked.forEach(({ card: index, score }) => expect(score).toBeCloseTo(scores[index] ?? 0, 12))
      // Every beginning of the list is the best choice of its size.
      const best = scores.filter((score) => score > 0).toSorted((x, y) => y - x)
      expect(ranked).toHaveLength(best.length)
      ranked.forEach((each, place) => expect(each.score).toBeCloseTo(best[place] ?? 0, 12))
    }),
  )
})

test('a heavier domain never comes later', () => {
  fc.assert(
    fc.property(list, weights, examDay, fc.integer({ min: 1, max: 50 }), (cards, of, day, more) => {
      const placesOf = (shares: readonly number[]) => {
        const exam = examOf(cards, shares, { examDay: day })
        const policy = { ...EXAM_POLICY, floor: 0, pace: 0 }
        const ranked = rankDay({ cards: cardsOf(cards), exams: [exam], today: 0, memory, policy })
        return ranked.filter(({ tier }) => tier !== 2)
      }
      const [first = 0, ...others] = of
      const before = placesOf([first, ...others])
      const after = placesOf([first + more, ...others])
      // Among all pairs: a card of the heavier domain that stood in front still does.
      before.forEach((one, place) => {
        if (cards[one.card]?.domain !== 0) return
        const now = after.findIndex((each) => each.card === one.card)
        const behind = before.slice(place + 1).filter(({ tier }) => tier === one.tier)
        for (const other of behind) {
          expect(after.findIndex((each) => each.card === other.card)).toBeGreaterThan(now)
        }
      })
    }),
  )
})

test('nothing is planned on the day of the exam or after it', () => {
  fc.assert(
    fc.property(list, weights, fc.integer({ min: 0, max: 40 }), (cards, of, late) => {
      const exam = examOf(cards, of, { examDay: -late })
      expect(rankDay({ cards: cardsOf(cards), exams: [exam], today: 0, memory })).toEqual([])
    }),
  )
})

test('the pace is kept: no more new cards first than an even spread needs', () => {
  fc.assert(
    fc.property(list, weights, examDay, (cards, of, day) => {
      const exam = examOf(cards, of, { examDay: day })
      const ranked = rankDay({ cards: cardsOf(cards), exams: [exam], today: 0, memory })
      const isNew = ({ card: index }: { card: number }) => cards[index]?.seen === null
      const fresh = cards.filter((each) => each.seen === null).length
      const most = Math.ceil(fresh / Math.max(1, Math.ceil(0.7 * day)))
      expect(ranked.filter((each) => each.tier === 1 && isNew(each)).length).toBe(
        Math.min(most, fresh),
      )
      expect(ranked.filter(isNew)).toHaveLength(fresh)
      expect(new Set(ranked.map((each) => each.card)).size).toBe(ranked.length)
    }),
  )
})

test('recall above nine in ten waits until the last week', () => {
  fc.assert(
    fc.property(list, weights, examDay, (cards, of, day) => {
      const exam = examOf(cards, of, { examDay: day })
      const ranked = rankDay({ cards: cardsOf(cards), exams: [exam], today: 0, memory })
      for (const { card: index, tier } of ranked) {
        const trace = cards[index]?.seen
        if (!trace) continue
        const isHigh = memory.recall(-trace.lastDay, trace.stability) > 0.9
        expect(tier).toBe(isHigh && day > 7 ? 3 : 1)
      }
    }),
  )
})
