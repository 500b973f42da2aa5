import { describe, expect, test } from 'vitest'
import { shortInterval, spokenInterval, waitOf } from '../../src/core/interval-words.ts'

describe('an interval on a button and in words', () => {
  test.each([
    [{ minutes: 0 }, '<1 min', 'in less than a minute'],
    [{ minutes: 0.4 }, '<1 min', 'in less than a minute'],
    [{ minutes: 1 }, '1 min', 'in 1 minute'],
    [{ minutes: 10 }, '10 min', 'in 10 minutes'],
    [{ minutes: 59.4 }, '59 min', 'in 59 minutes'],
    [{ minutes: 59.7 }, '1 h', 'in 1 hour'],
    [{ minutes: 150 }, '3 h', 'in 3 hours'],
    [{ minutes: 23.6 * 60 }, '1 d', 'in 1 day'],
    [{ minutes: -5 }, '<1 min', 'in less than a minute'],
    [{ days: 0 }, 'today', 'today'],
    [{ days: 1 }, '1 d', 'in 1 day'],
    [{ days: 2 }, '2 d', 'in 2 days'],
    [{ days: 30 }, '30 d', 'in 30 days'],
    [{ days: 31 }, '1 mo', 'in 1 month'],
    [{ days: 46 }, '1.5 mo', 'in 1.5 months'],
    [{ days: 91 }, '3 mo', 'in 3 months'],
    [{ days: 340 }, '11 mo', 'in 11 months'],
    [{ days: 364 }, '12 mo', 'in 12 months'],
    [{ days: 365 }, '1 y', 'in 1 year'],
    [{ days: 500 }, '1.4 y', 'in 1.4 years'],
    [{ days: 36_500 }, '100 y', 'in 100 years'],
  ])('%j is %j and %j', (wait, short, spoken) => {
    expect(shortInterval(wait)).toBe(short)
    expect(spokenInterval(wait)).toBe(spoken)
  })
})

describe('waitOf', () => {
  test('a card in learning comes back after minutes', () => {
    const state = { dueAt: 1_600_000, dueDay: 20, lastReviewAt: 1_000_000, lastReviewDay: 20 }
    expect(waitOf(state)).toEqual({ minutes: 10 })
  })

  test('a card in review comes back after study days', () => {
    const state = { dueAt: null, dueDay: 23, lastReviewAt: 1_000_000, lastReviewDay: 20 }
    expect(waitOf(state)).toEqual({ days: 3 })
  })
})
