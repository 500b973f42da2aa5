import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align } from '../../../src/core/answer/align.ts'

const same = (a: string, b: string) => a === b
const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 10 })

/** The same by trying everything. */
function longest(left: readonly string[], right: readonly string[]): number {
  const [a, ...restLeft] = left
  const [b, ...restRight] = right
  if (a === undefined || b === undefined) return 0
  if (a === b) return 1 + longest(restLeft, restRight)
  return Math.max(longest(restLeft, right), longest(left, restRight))
}

describe('align', () => {
  test('what is the same faces each other, and the rest stands between', () => {
    expect(align(['a', 'b', 'c', 'd'], ['a', 'x', 'c', 'y', 'z'], same)).toEqual([
      { same: true, left: ['a'], right: ['a'] },
      { same: false, left: ['b'], right: ['x'] },
      { same: true, left: ['c'], right: ['c'] },
      { same: false, left: ['d'], right: ['y', 'z'] },
    ])
  })

  test('nothing beside nothing is nothing', () => {
    expect(align([], [], same)).toEqual([])
  })

  test('the runs make up both lists and alternate', () => {
    fc.assert(
      fc.property(letters, letters, (left, right) => {
        const runs = align(left, right, same)
        expect(runs.flatMap((run) => run.left)).toEqual(left)
        expect(runs.flatMap((run) => run.right)).toEqual(right)
        const facing = runs.filter((run) => run.same)
        expect(facing.map((run) => run.left)).toEqual(facing.map((run) => run.right))
        for (const [index, run] of runs.entries()) {
          expect(run.same).not.toBe(runs[index + 1]?.same)
          expect(run.left.length + run.right.length).toBeGreaterThan(0)
        }
      }),
    )
  })

  test('no more items could face one that is the same', () => {
    const short = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 6 })
    fc.assert(
      fc.property(short, short, (left, right) => {
        const facing = align(left, right, same).filter((run) => run.same)
        expect(facing.flatMap((run) => run.left)).toHaveLength(longest(left, right))
      }),
    )
  })
})
