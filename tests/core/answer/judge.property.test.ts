import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeChoice, judgeOrder } from '../../../src/core/answer/judge.ts'
import { initialOrder, shuffled } from '../../../src/core/shuffle.ts'
import type { ChoiceBody, OrderBody } from '../../../src/core/note.ts'

const flags = fc.array(fc.boolean(), { minLength: 2, maxLength: 6 })

function choiceOf(right: readonly boolean[]): ChoiceBody {
  const options = right.map((each, index) => ({
    key: `o${index + 1}`,
    html: `${index}`,
    right: each,
    rationale: null,
  }))
  return { type: 'multi', question: '', options }
}

// Texts that repeat: two steps may read the same.
const order: fc.Arbitrary<OrderBody> = fc
  .tuple(
    fc.array(fc.constantFrom('Wait', 'Stop', 'Start'), { minLength: 1, maxLength: 5 }),
    fc.array(fc.constantFrom('Format', 'Delete'), { maxLength: 2 }),
  )
  .map(([steps, decoys]) => ({
    type: 'order',
    question: '',
    steps: steps.map((html, index) => ({ key: `s${index + 1}`, html, rationale: null })),
    decoys: decoys.map((html, index) => ({ key: `d${index + 1}`, html, rationale: null })),
  }))

test('a choice is right exactly if each option is chosen or left as it should be', () => {
  fc.assert(
    fc.property(flags, fc.array(fc.nat(6)), fc.string(), (right, picks, seed) => {
      const chosen = picks.map((pick) => `o${(pick % right.length) + 1}`)
      const asItShould = right.every((each, index) => chosen.includes(`o${index + 1}`) === each)
      expect(judgeChoice(choiceOf(right), shuffled(chosen, seed)).right).toBe(asItShould)
    }),
  )
})

test('an order card starts with all its steps, and wrong even once the decoys are out', () => {
  fc.assert(
    fc.property(order, fc.string(), (body, seed) => {
      const keys = initialOrder(body, seed)
      const all = [...body.steps, ...body.decoys].map(({ key }) => key)
      expect(keys.toSorted()).toEqual(all.toSorted())
      const steps = keys.filter((key) => key.startsWith('s'))
      const canBeWrong = new Set(body.steps.map(({ html }) => html)).size > 1
      expect(judgeOrder(body, steps).right).toBe(!canBeWrong)
    }),
  )
})
