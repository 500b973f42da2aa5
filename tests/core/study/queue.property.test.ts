import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CatalogNote } from '../../../src/core/catalog.ts'
import { buildQueue } from '../../../src/core/study/queue.ts'
import type { Queue } from '../../../src/core/study/queue.ts'
import type { Mark } from '../../../src/core/mark.ts'
import type { CardState } from '../../../src/core/schedule.ts'
import { afterReview, examsOf, isAvailable, isSeen } from '../../../src/core/study/study-day.ts'
import type { StudyDay } from '../../../src/core/study/study-day.ts'
import { DAY_MS, MINUTE_MS } from '../../../src/core/time.ts'
import {
  NOON,
  TODAY,
  blueprint,
  catalogNote,
  dayOf,
  inReview,
  mark,
} from '../../support/builders.ts'

// A few notes that need each other, are mixed up with each other and count for one exam or two.
const IDS = Array.from({ length: 12 }, (_, index) => `n${index}`)
const BLUEPRINTS = [blueprint('AZ-104', 40, 20), blueprint('AZ-305', 30)]
const others = fc.array(fc.constantFrom(...IDS), { maxLength: 2 })
const noteChanges: fc.Arbitrary<Partial<CatalogNote>> = fc.record({
  type: fc.constantFrom('basic', 'cloze', 'scenario'),
  keys: fc.constantFrom(['1'], ['1', '2'], ['1', '2', '3']),
  skills: fc.uniqueArray(fc.constantFrom('az104-d1-a', 'az104-d2-a', 'az305-d1-b', 'elsewhere'), {
    minLength: 1,
    maxLength: 2,
  }),
  needs: others,
  confuse: others,
})
const catalog = fc
  .array(noteChanges, { minLength: 1, maxLength: IDS.length })
  .map((list) => list.map((changes, index) => catalogNote(IDS[index] ?? '', changes)))

const phases = fc.constantFrom(
  'none',
  'learning',
  'relearning',
  'due',
  'done',
  'new today',
  'ahead',
)
const cardFacts = fc.record({
  phase: phases,
  days: fc.integer({ min: 0, max: 3 }),
  stability: fc.constantFrom(1, 8, 9, 60),
  mark: fc.constantFrom('none', 'none', 'none', 'suspended', 'buried'),
})
type Facts = typeof cardFacts extends fc.Arbitrary<infer T> ? T : never

function stateOf(cardId: string, { phase, days, stability }: Facts): CardState[] {
  const at = NOON - days * DAY_MS
  const seen = { stability, lastReviewAt: at, lastReviewDay: TODAY - days }
  const onDay = { ...seen, dueDay: TODAY - days, introducedDay: TODAY - days }
  const dueAt = NOON + (days - 1) * MINUTE_MS
  const today = { lastReviewAt: NOON - stability, lastReviewDay: TODAY, dueDay: TODAY + 3 }
  if (phase === 'learning') return [inReview(cardId, { ...onDay, phase, dueAt })]
  if (phase === 'relearning')
    return [inReview(cardId, { ...onDay, phase, dueAt, introducedDay: 0 })]
  if (phase === 'due') {
    const lastReviewDay = TODAY - days - 2
    return [inReview(cardId, { stability, lastReviewDay, dueDay: TODAY - days })]
  }
  if (phase === 'done') return [inReview(cardId, { stability, ...today })]
  if (phase === 'new today')
    return [inReview(cardId, { stability, ...today, introducedDay: TODAY })]
  return []
}

/** A collection and what happened to it, as short as it can be told. */
const plans = fc.record({
  notes: catalog,
  facts: fc.array(cardFacts, { minLength: 36, maxLength: 36 }),
  newPerDay: fc.integer({ min: 0, max: 6 }),
})
type Plan = typeof plans extends fc.Arbitrary<infer T> ? T : never

function inputOf({ notes, facts, newPerDay }: Plan) {
  const cardIds = notes.flatMap(({ id, keys }) => keys.map((key) => `${id}#${key}`))
  const pairs = cardIds.flatMap((id, index) =>
    facts.slice(index, index + 1).map((fact) => ({ id, fact })),
  )
  return {
    states: pairs.flatMap(({ id, fact }) => stateOf(id, fact)),
    seenBefore: pairs.flatMap(({ id, fact }) => (fact.phase === 'ahead' ? [id] : [])),
    marks: pairs.flatMap(({ id, fact }) => markOf(id, fact)),
    newPerDay,
    blueprints: BLUEPRINTS,
  }
}

function markOf(cardId: string, fact: Facts): Mark[] {
  if (fact.mark === 'suspended') return [mark(cardId, { suspended: true })]
  return fact.mark === 'buried' ? [mark(cardId, { buriedUntil: TODAY + 1 })] : []
}

const dayFrom = (plan: Plan) => dayOf(plan.notes, inputOf(plan))

const scope = fc.constantFrom({}, {}, { exam: 'AZ-104' }, { exam: 'AZ-305' }, { part: 'az104-d1' })

const idsOf = ({ entries }: Queue) => entries.map(({ card }) => card.cardId)
const notInLearning = ({ entries }: Queue) => entries.filter(({ kind }) => kind !== 'learning')

function duplicates<T>(list: readonly T[]): T[] {
  return list.filter((item, index) => list.indexOf(item) < index)
}

/** The state of a card after it was known at once. */
function known(before: CardState | undefined, cardId: string, lastReviewAt: number): CardState {
  const introducedDay = before?.introducedDay ?? TODAY
  const today = { lastReviewAt, lastReviewDay: TODAY, dueDay: TODAY + 3, introducedDay }
  return inReview(cardId, today)
}

/** All queues of a session in which every card is known at once. */
function sessionOf(start: StudyDay, studied: Parameters<typeof buildQueue>[1]): Queue[] {
  const queues: Queue[] = []
  for (let day = start; ;) {
    const now = NOON + (queues.length + 1) * MINUTE_MS
    const queue = buildQueue(day, studied, now)
    queues.push(queue)
    const [first] = queue.entries
    if (!first) return queues
    if (queues.length > 60) throw new Error('The session does not end')
    const { cardId } = first.card
    day = afterReview(day, cardId, known(day.states.get(cardId), cardId, now))
  }
}

describe('a queue', () => {
  test('has every card once, and counts its entries', () => {
    fc.assert(
      fc.property(plans, scope, (plan, studied) => {
        const day = dayFrom(plan)
        const queue = buildQueue(day, studied, NOON)
        expect(duplicates(idsOf(queue))).toEqual([])
        const { learning, review, new: fresh } = queue.counts
        expect(learning + review + fresh).toBe(queue.entries.length)
        expect(queue.entries.filter(({ kind }) => kind === 'review')).toHaveLength(review)
        expect(queue.entries.filter(({ kind }) => kind === 'new')).toHaveLength(fresh)
      }),
    )
  })

  test('holds what it should: what is in learning, due or new, and nothing that stays away', () => {
    fc.assert(
      fc.property(plans, scope, (plan, studied) => {
        const day = dayFrom(plan)
        const wrong = buildQueue(day, studied, NOON).entries.filter(({ card, kind }) => {
          const state = day.states.get(card.cardId)
          if (!isAvailable(day, card.cardId)) return true
          if (kind === 'new') return isSeen(day, card.cardId)
          if (kind === 'learning') return state?.dueAt === null
          return state?.dueAt !== null || state.dueDay > TODAY
        })
        expect(wrong).toEqual([])
      }),
    )
  })

  test('holds back no card in learning', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const day = dayFrom(plan)
        const inLearning = [...day.states.values()]
          .filter(({ cardId, dueAt }) => dueAt !== null && isAvailable(day, cardId))
          .map(({ cardId }) => cardId)
        expect(buildQueue(day, {}, NOON).counts.learning).toBe(inLearning.length)
      }),
    )
  })

  test('has no two siblings, but for scenarios on their first pass', () => {
    fc.assert(
      fc.property(plans, scope, (plan, studied) => {
        const day = dayFrom(plan)
        const entries = notInLearning(buildQueue(day, studied, NOON))
        const rest = entries.filter(
          ({ card, kind }) => card.note.type !== 'scenario' || kind === 'review',
        )
        expect(duplicates(rest.map(({ card }) => card.note.id))).toEqual([])
      }),
    )
  })

  test('has no card of a note that was answered today, but for scenarios on their first pass', () => {
    fc.assert(
      fc.property(plans, scope, (plan, studied) => {
        const day = dayFrom(plan)
        const today = [...day.states.values()].filter((state) => state.lastReviewDay === TODAY)
        const notes = new Set(today.map(({ cardId }) => cardId.split('#')[0]))
        const again = notInLearning(buildQueue(day, studied, NOON))
          .filter(({ card, kind }) => card.note.type !== 'scenario' || kind === 'review')
          .filter(({ card }) => notes.has(card.note.id))
        expect(again).toEqual([])
      }),
    )
  })

  test('keeps the questions of a scenario next to each other and in order', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const day = dayFrom(plan)
        const { entries } = buildQueue(day, {}, NOON)
        const fresh = entries.filter(({ kind }) => kind === 'new')
        const byNote = Map.groupBy(fresh, ({ card }) => card.note.id)
        const apart = [...byNote.values()].filter((list) => {
          const first = list[0] ? entries.indexOf(list[0]) : 0
          const together = entries.slice(first, first + list.length)
          const orders = list.map(({ card }) => card.order)
          return (
            together.some((entry, index) => entry !== list[index]) ||
            orders.some((order, index) => index > 0 && order <= (orders[index - 1] ?? 0))
          )
        })
        expect(apart).toEqual([])
      }),
    )
  })

  test('keeps to the limit of every exam, but for a scenario', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const day = dayFrom(plan)
        const fresh = buildQueue(day, {}, NOON).entries.filter(({ kind }) => kind === 'new')
        const introduced = [...day.states.values()]
          .filter(({ introducedDay }) => introducedDay === TODAY)
          .flatMap(({ cardId }) => day.cardById.get(cardId) ?? [])
        const counted = [...introduced, ...fresh.map(({ card }) => card)]
        for (const exam of ['AZ-104', 'AZ-305']) {
          const cards = counted.filter((card) => examsOf(day, card).includes(exam))
          const simple = cards.filter(({ note }) => note.type !== 'scenario')
          const before = introduced.filter((card) => examsOf(day, card).includes(exam)).length
          expect(simple.length).toBeLessThanOrEqual(Math.max(day.newPerDay, before))
        }
      }),
    )
  })

  test('introduces no two notes on one day that are mixed up', () => {
    fc.assert(
      fc.property(plans, scope, (plan, studied) => {
        const day = dayFrom(plan)
        const { notes } = plan
        const fresh = buildQueue(day, studied, NOON).entries.filter(({ kind }) => kind === 'new')
        const introduced = [...day.states.values()].filter(
          ({ introducedDay }) => introducedDay === TODAY,
        )
        const today = new Set(introduced.map(({ cardId }) => cardId.split('#')[0] ?? ''))
        const begun = new Set(fresh.map(({ card }) => card.note.id).filter((id) => !today.has(id)))
        const confused = notes.filter(({ id, confuse }) =>
          confuse.some(
            (other) =>
              other !== id &&
              ((begun.has(id) && (begun.has(other) || today.has(other))) ||
                (today.has(id) && begun.has(other))),
          ),
        )
        expect(confused).toEqual([])
      }),
    )
  })

  test('does not depend on the order in which states, marks and seen cards were read', () => {
    fc.assert(
      fc.property(plans, scope, (plan, studied) => {
        const { notes } = plan
        const input = inputOf(plan)
        const reversed = {
          ...input,
          states: input.states.toReversed(),
          marks: input.marks.toReversed(),
          seenBefore: input.seenBefore.toReversed(),
        }
        expect(buildQueue(dayOf(notes, reversed), studied, NOON)).toEqual(
          buildQueue(dayOf(notes, input), studied, NOON),
        )
      }),
    )
  })
})

describe('a session', () => {
  test('comes to an end where every card is known', () => {
    fc.assert(
      fc.property(plans, scope, (plan, studied) => {
        const day = dayFrom(plan)
        const queues = sessionOf(day, studied)
        expect(queues.at(-1)?.entries).toEqual([])
        expect(queues).toHaveLength((queues[0]?.entries.length ?? 0) + 1)
      }),
    )
  })

  // A card in learning is answered in between, and domains go on taking turns from there.
  const withoutLearning = plans.map(({ facts, ...plan }) => ({
    ...plan,
    facts: facts.filter(({ phase }) => phase !== 'learning' && phase !== 'relearning'),
  }))

  test('studies reviews and new cards in the order that the first queue had', () => {
    fc.assert(
      fc.property(withoutLearning, scope, (plan, studied) => {
        const day = dayFrom(plan)
        const heads = sessionOf(day, studied).flatMap(({ entries }) => entries.slice(0, 1))
        const planned = buildQueue(day, studied, NOON).entries
        expect(heads.map(({ card }) => card.cardId)).toEqual(planned.map(({ card }) => card.cardId))
      }),
    )
  })

  // What was seen before the day needs no note early any more.
  const withoutNeeds = plans.map(({ notes, ...plan }) => ({
    ...plan,
    notes: notes.map((note) => ({ ...note, needs: [] })),
  }))

  test('is the same day whether states were read or came in one after the other', () => {
    fc.assert(
      fc.property(withoutNeeds, scope, (plan, studied) => {
        const { notes } = plan
        const input = inputOf(plan)
        let day = dayOf(notes, { ...input, states: [] })
        for (const state of input.states) day = afterReview(day, state.cardId, state)
        const read = dayOf(notes, input)
        expect(idsOf(buildQueue(day, studied, NOON))).toEqual(
          idsOf(buildQueue(read, studied, NOON)),
        )
      }),
    )
  })

  test('is as before once its answers are taken back', () => {
    fc.assert(
      fc.property(plans, scope, (plan, studied) => {
        const day = dayFrom(plan)
        const before = buildQueue(day, studied, NOON)
        let after = day
        for (const { card } of before.entries) {
          after = afterReview(
            after,
            card.cardId,
            known(day.states.get(card.cardId), card.cardId, NOON),
          )
        }
        for (const { card } of before.entries) {
          after = afterReview(after, card.cardId, day.states.get(card.cardId) ?? null)
        }
        expect(buildQueue(after, studied, NOON)).toEqual(before)
      }),
    )
  })
})
