import { describe, expect, test } from 'vitest'
import { initialOrder, shuffled } from '../../src/core/shuffle.ts'
import type { OrderBody } from '../../src/core/note.ts'

const SEEDS = Array.from({ length: 2400 }, (_, index) => `showing-${index}`)
const LETTERS = ['a', 'b', 'c', 'd']

describe('shuffled', () => {
  test('the same seed gives the same order', () => {
    expect(shuffled(LETTERS, 'showing-1')).toEqual(shuffled(LETTERS, 'showing-1'))
  })

  test('no item is lost or doubled, and the list given stays as it is', () => {
    expect(shuffled(LETTERS, 'x').toSorted()).toEqual(LETTERS)
    expect(LETTERS).toEqual(['a', 'b', 'c', 'd'])
  })

  test('over many showings every order comes up about equally often', () => {
    const counts = new Map<string, number>()
    for (const seed of SEEDS) {
      const order = shuffled(LETTERS, seed).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(24)
    // 100 of each are expected; chance alone strays by about 10.
    expect(Math.min(...counts.values())).toBeGreaterThan(60)
    expect(Math.max(...counts.values())).toBeLessThan(140)
  })

  test('a long list has no item twice', () => {
    const many = Array.from({ length: 500 }, (_, index) => index)
    expect(new Set(shuffled(many, 'many')).size).toBe(500)
    expect(shuffled([], 'none')).toEqual([])
  })
})

const step = (key: string, html = key) => ({ key, html, rationale: null })
const order = (steps: OrderBody['steps'], decoys: OrderBody['decoys'] = []): OrderBody => ({
  type: 'order',
  question: 'In which order?',
  steps,
  decoys,
})

describe('initialOrder', () => {
  test('two or more steps never stand in the right order at first', () => {
    for (const count of [2, 3]) {
      const body = order(['s1', 's2', 's3'].slice(0, count).map((key) => step(key)))
      const right = body.steps.map(({ key }) => key)
      for (const seed of SEEDS) expect(initialOrder(body, seed)).not.toEqual(right)
    }
  })

  test('all other orders of three steps come up', () => {
    const body = order([step('s1'), step('s2'), step('s3')])
    expect(new Set(SEEDS.map((seed) => initialOrder(body, seed).join())).size).toBe(5)
  })

  test('leaving out the decoys alone does not make it right', () => {
    const body = order([step('s1'), step('s2')], [step('d1'), step('d2')])
    for (const seed of SEEDS) {
      const keys = initialOrder(body, seed)
      expect(keys.toSorted()).toEqual(['d1', 'd2', 's1', 's2'])
      expect(keys.filter((key) => key.startsWith('s'))).toEqual(['s2', 's1'])
    }
  })

  test('steps with the same text count as the same step', () => {
    const body = order([step('s1', 'Wait'), step('s2', 'Wait'), step('s3', 'Start')])
    for (const seed of SEEDS) expect(initialOrder(body, seed).at(-1)).not.toBe('s3')
  })

  test('one step, or steps that cannot be told apart, are left alone', () => {
    expect(initialOrder(order([step('s1')]), 'x')).toEqual(['s1'])
    const same = order([step('s1', 'Wait'), step('s2', 'Wait')])
    expect(initialOrder(same, 'x').toSorted()).toEqual(['s1', 's2'])
    expect(initialOrder(order([]), 'x')).toEqual([])
  })
})
