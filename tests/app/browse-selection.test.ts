import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  extendTo,
  keepListed,
  moveTo,
  NOTHING_SELECTED,
  selectAll,
  selectNone,
  toggle,
} from '../../src/app/browse/selection.ts'
import type { Selection } from '../../src/app/browse/selection.ts'

const IDS = ['a', 'b', 'c', 'd', 'e']

function at(active: number, ...selected: string[]): Selection {
  return { selected: new Set(selected), active, anchor: active }
}
const selectedIn = ({ selected }: Selection) => [...selected].toSorted().join('')

describe('selecting cards', () => {
  test('the keyboard moves without selecting, within the list', () => {
    expect(moveTo(at(1, 'a'), 2, IDS)).toEqual(at(2, 'a'))
    expect(moveTo(at(1), -1, IDS).active).toBe(0)
    expect(moveTo(at(1), 99, IDS).active).toBe(4)
    expect(moveTo(at(0), 3, []).active).toBe(0)
  })

  test('a range reaches from the anchor, grows and shrinks', () => {
    const two = extendTo(at(1), 2, IDS)
    expect(selectedIn(two)).toBe('bc')
    const four = extendTo(two, 4, IDS)
    expect(selectedIn(four)).toBe('bcde')
    expect(selectedIn(extendTo(four, 2, IDS))).toBe('bc')
    expect(selectedIn(extendTo(four, 0, IDS))).toBe('ab')
  })

  test('a range leaves alone what was selected elsewhere', () => {
    const first = toggle(at(0), 0, IDS)
    expect(selectedIn(extendTo(moveTo(first, 2, IDS), 3, IDS))).toBe('acd')
  })

  test('one more, one less, all, none', () => {
    expect(selectedIn(toggle(at(0, 'a'), 2, IDS))).toBe('ac')
    expect(selectedIn(toggle(at(0, 'a', 'c'), 2, IDS))).toBe('a')
    expect(toggle(at(0), 9, IDS)).toEqual(at(0))
    expect(selectAll(at(3), IDS)).toMatchObject({ active: 3, selected: new Set(IDS) })
    expect(selectNone(at(3, 'a'))).toEqual(at(3))
  })

  test('what is no longer in the list is no longer selected', () => {
    expect(keepListed(at(4, 'a', 'e'), ['c', 'a'])).toMatchObject({
      selected: new Set(['a']),
      active: 1,
    })
    expect(keepListed(NOTHING_SELECTED, [])).toEqual(NOTHING_SELECTED)
  })

  test('whatever is done, only cards of the list are selected and the active one is in it', () => {
    const act = fc.record({
      kind: fc.constantFrom('move', 'extend', 'toggle', 'all', 'none'),
      index: fc.integer({ min: -2, max: 8 }),
    })
    fc.assert(
      fc.property(fc.array(act), fc.nat(5), (acts, count) => {
        const ids = IDS.slice(0, count)
        let selection = NOTHING_SELECTED
        for (const { kind, index } of acts) {
          if (kind === 'move') selection = moveTo(selection, index, ids)
          if (kind === 'extend') selection = extendTo(selection, index, ids)
          if (kind === 'toggle') selection = toggle(selection, index, ids)
          if (kind === 'all') selection = selectAll(selection, ids)
          if (kind === 'none') selection = selectNone(selection)
        }
        expect([...selection.selected].every((id) => ids.includes(id))).toBe(true)
        expect(selection.active).toBeGreaterThanOrEqual(0)
        expect(selection.active).toBeLessThan(Math.max(1, count))
      }),
    )
  })
})
