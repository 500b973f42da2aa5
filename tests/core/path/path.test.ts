import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedCards } from '../../../src/core/path/shared.ts'
import {
  BACKGROUNDS,
  LIKINGS,
  ROLES,
  suggestionFor,
  TIMES,
} from '../../../src/core/path/suggest.ts'
import { catalogNote } from '../../support/builders.ts'

const optional = <T>(values: readonly T[]) => fc.constantFrom(undefined, ...values)

describe('where to begin', () => {
  test('nothing is suggested before anything was said', () => {
    expect(suggestionFor({})).toBeNull()
  })

  test('who is new to it begins with the fundamentals', () => {
    expect(suggestionFor({ from: 'none', likes: 'run' })).toMatchObject({
      exams: ['AZ-900', 'AZ-104'],
      reasons: ['fundamentals', 'operating', 'one-at-a-time'],
    })
  })

  test('who runs systems on-premises begins with AZ-104, by the bridge', () => {
    expect(suggestionFor({ role: 'admin', from: 'onprem', likes: 'run' })).toEqual({
      exams: ['AZ-104'],
      together: 1,
      bridge: true,
      reasons: ['operating', 'bridge'],
    })
  })

  test('who has passed AZ-104 is left with AZ-305', () => {
    expect(suggestionFor({ from: 'certified', likes: 'run' })).toEqual({
      exams: ['AZ-305'],
      together: 1,
      bridge: false,
      reasons: ['certified', 'designing'],
    })
  })

  test('who designs needs both for the certificate, one after the other', () => {
    expect(suggestionFor({ role: 'architect', time: 'little' })).toMatchObject({
      exams: ['AZ-104', 'AZ-305'],
      together: 1,
      reasons: ['operating', 'designing', 'expert', 'one-at-a-time', 'little-time'],
    })
  })

  test('each answer on time makes a difference to who could carry two exams', () => {
    const found = TIMES.map((time) =>
      JSON.stringify(suggestionFor({ from: 'cloud', likes: 'both', time })),
    )
    expect(new Set(found).size).toBe(TIMES.length)
  })

  test('or at once with experience in the cloud and much time', () => {
    expect(suggestionFor({ from: 'cloud', time: 'much', likes: 'both' })).toMatchObject({
      together: 2,
      reasons: expect.arrayContaining(['together']),
    })
  })

  test('AZ-305 comes after AZ-104 unless that was passed, and every suggestion has a reason', () => {
    fc.assert(
      fc.property(
        optional(ROLES),
        optional(BACKGROUNDS),
        optional(TIMES),
        optional(LIKINGS),
        (role, from, time, likes) => {
          const said = {
            ...(role && { role }),
            ...(from && { from }),
            ...(time && { time }),
            ...(likes && { likes }),
          }
          const suggestion = suggestionFor(said)
          if (!suggestion) return
          const { exams, reasons } = suggestion
          expect(exams.includes('AZ-104')).toBe(from !== 'certified')
          expect(exams.toSorted((a, b) => order(a) - order(b))).toEqual(exams)
          expect(reasons.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})

const order = (exam: string) => ['AZ-900', 'AZ-104', 'AZ-305'].indexOf(exam)

test('cards that two exams share are counted by domain', () => {
  const one = new Map([
    ['az104-a-x', 'az104-a'],
    ['az104-b-x', 'az104-b'],
  ])
  const other = new Map([['az305-c-x', 'az305-c']])
  const notes = [
    catalogNote('a', { skills: ['az104-a-x', 'az305-c-x'], keys: ['1', '2'] }),
    catalogNote('b', { skills: ['az104-a-x', 'az104-b-x', 'az305-c-x'] }),
    catalogNote('c', { skills: ['az104-a-x'] }),
    catalogNote('d', { skills: ['az104-a-x', 'az305-c-x'], pool: 'exam' }),
  ]
  expect(sharedCards(notes, one, other)).toEqual([{ from: 'az104-a', to: 'az305-c', cards: 3 }])
})
