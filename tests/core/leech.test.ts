import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choiceCounts } from '../../src/core/choice-counts.ts'
import { atLeast, isLeech, surpriseOf } from '../../src/core/leech.ts'
import type { Rated, Rating } from '../../src/core/review.ts'
import { next, retrievability } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import type { CardState } from '../../src/core/schedule.ts'
import { studyDayOf } from '../../src/core/time.ts'
import { rated, reset, T0, undone } from '../support/log.ts'

/** Ratings on given days, all of one card. */
function log(...entries: readonly (readonly [number, Rating])[]): Rated[] {
  return entries.map(([day, rating], index) => rated(`r${index}`, day, { rating }))
}

describe('the probability of at least so many events', () => {
  test('is that of counting all outcomes', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(chance, { maxLength: 8 }), fc.nat(9), (chances, count) => {
        let sum = 0
        for (let outcome = 0; outcome < 2 ** chances.length; outcome++) {
          const happens = chances.map((_, index) => ((outcome >> index) & 1) === 1)
          if (happens.filter(Boolean).length < count) continue
          sum += chances.reduce((p, each, index) => p * (happens[index] ? each : 1 - each), 1)
        }
        expect(atLeast(count, chances)).toBeCloseTo(sum, 9)
      }),
    )
  })
})

describe('a leech', () => {
  test('is a card that was forgotten more often than memory explains', () => {
    const surprise = surpriseOf(
      log([0, 'good'], [2, 'again'], [2.01, 'good'], [4, 'again'], [4.01, 'good'], [6, 'again']),
      DEFAULT_SCHEDULER,
    )
    expect(surprise).toMatchObject({ reviews: 3, lapses: 3 })
    expect(surprise.expected).toBeLessThan(1)
    expect(isLeech(surprise)).toBe(true)
  })

  test('is none where the long wait explains it', () => {
    const late = log(
      [0, 'good'],
      [400, 'again'],
      [401, 'good'],
      [900, 'again'],
      [901, 'good'],
      [1600, 'again'],
    )
    const surprise = surpriseOf(late, DEFAULT_SCHEDULER)
    expect(surprise.lapses).toBe(3)
    expect(isLeech(surprise)).toBe(false)
  })

  test('is none after two lapses, however unlikely', () => {
    const surprise = surpriseOf(
      log([0, 'easy'], [1, 'again'], [2, 'good'], [3, 'again']),
      DEFAULT_SCHEDULER,
    )
    expect(surprise.lapses).toBe(2)
    expect(isLeech(surprise)).toBe(false)
  })

  test('forgets what was taken back, crammed, or lies before a new start', () => {
    const six = log(
      [0, 'good'],
      [2, 'again'],
      [2.01, 'good'],
      [4, 'again'],
      [4.01, 'good'],
      [6, 'again'],
    )
    const [last] = six.slice(-1)
    if (!last) throw new Error('There is a last one')
    expect(surpriseOf([...six, undone('u', last)], DEFAULT_SCHEDULER).lapses).toBe(2)
    expect(surpriseOf([...six, reset('x', 7)], DEFAULT_SCHEDULER)).toMatchObject({
      lapses: 0,
      probability: 1,
    })
    const crammed = six.map((each) => ({ ...each, mode: 'cram' as const }))
    expect(surpriseOf(crammed, DEFAULT_SCHEDULER).reviews).toBe(0)
  })

  test('is rare among cards that are forgotten as FSRS expects, and common among those twice as hard', () => {
    const share = (harder: number) => {
      const random = randomOf(7)
      const cards = Array.from({ length: 300 }, () => simulated(random, harder))
      return cards.filter((each) => isLeech(surpriseOf(each, DEFAULT_SCHEDULER))).length / 300
    }
    expect(share(1)).toBeLessThan(0.02)
    expect(share(3.5)).toBeGreaterThan(0.25)
  })
})

/** Twelve reviews on the days on which they are due; the chance to forget is `harder` times as FSRS says. */
function simulated(random: () => number, harder: number): Rated[] {
  const entries: Rated[] = []
  let state: CardState | null = null
  for (let index = 0; index < 20; index++) {
    const at: number = state
      ? (state.dueAt ?? T0 + (state.dueDay - studyDayOf(T0, CLOCK)) * 86_400_000)
      : T0
    const today = studyDayOf(at, CLOCK)
    const forgets = state ? (1 - retrievability(state, today)) * harder : 0
    const entry = rated(`s${index}`, 0, { at, rating: random() < forgets ? 'again' : 'good' })
    entries.push(entry)
    state = next(state, entry, CLOCK, DEFAULT_SCHEDULER)
  }
  return entries
}

const CLOCK = { utcOffsetMin: 0, rolloverHour: 4 }

/** Numbers from 0 up to 1 that are the same every time. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

const answer = (...chosen: string[]) => ({ chosen, right: false })

describe('what was chosen', () => {
  test('is counted by option, for this revision, without what was taken back', () => {
    const first = rated('a', 0, { answer: answer('o2') })
    const entries = [
      first,
      rated('b', 1, { answer: answer('o2', 'o3') }),
      rated('c', 2, { answer: answer('o2'), rev: 2 }),
      rated('d', 3),
    ]
    expect(choiceCounts(entries, 1)).toEqual(
      new Map([
        ['o2', 2],
        ['o3', 1],
      ]),
    )
    expect(choiceCounts([...entries, undone('u', first)], 1)).toEqual(
      new Map([
        ['o2', 1],
        ['o3', 1],
      ]),
    )
  })
})
