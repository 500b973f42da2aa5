import { describe, expect, test } from 'vitest'
import { railOf } from '../../src/app/study/rail.ts'
import { minutesLeft, retentionOf, sessionDone } from '../../src/app/study/session-done.ts'
import {
  afterAnswer,
  afterElsewhere,
  afterMarking,
  afterUndo,
  nextRound,
  begin,
  extent,
} from '../../src/app/study/session.ts'
import type { Session } from '../../src/app/study/session.ts'
import type { CatalogNote } from '../../src/core/catalog.ts'
import type { Rating } from '../../src/core/review.ts'
import { next } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { MINUTE_MS } from '../../src/core/time.ts'
import type { CardState } from '../../src/core/schedule.ts'
import type { Changed } from '../../src/db/undo.ts'
import { rated } from '../support/log.ts'
import {
  blueprint,
  catalogNote,
  dayOf,
  inReview,
  mark as markOf,
  NOON,
  TODAY,
} from '../support/builders.ts'

const CLOCK = { utcOffsetMin: 0, rolloverHour: 4 }
const THREE = ['a', 'b', 'c'].map((id) => catalogNote(id))

function session(notes: readonly CatalogNote[] = THREE, endsAt: number | null = null): Session {
  return begin(dayOf(notes), { scope: {}, endsAt }, { now: NOON, id: 'first' })
}

/** Rates the card on screen. */
function rate(before: Session, rating: Rating, at = NOON): Session {
  const { showing, day } = before
  if (!showing) throw new Error('No card on screen')
  const { card } = showing.entry
  const { cardId } = card
  const state = next(
    day.states.get(cardId) ?? null,
    { cardId, at, rating },
    CLOCK,
    DEFAULT_SCHEDULER,
  )
  const isReview = showing.entry.kind === 'review'
  const answered = { id: showing.id, card, rating, durationMs: 1000, isReview }
  return afterAnswer(before, answered, state, { now: at, id: `${showing.id}+` })
}

/** The answer `first` to a card was taken back. */
function changedOf(cardId: string, state: CardState | null): Changed {
  const entry = rated('first', 0, { cardId, at: NOON })
  const act = { seq: 1, at: NOON, entries: [{ id: 'first', cardId }], marks: [], undoneBy: 'u' }
  return { act, states: new Map([[cardId, state]]), marks: [], entries: [entry] }
}

const shown = ({ showing }: Session) => showing?.entry.card.cardId ?? null
const kindOf = ({ showing }: Session) => showing?.entry.reason.kind

describe('a session', () => {
  test('shows each card with an id of its own', () => {
    const first = session()
    const second = rate(first, 'good')
    expect([shown(first), shown(second)]).toEqual(['a#1', 'b#1'])
    expect(first.showing?.id).not.toBe(second.showing?.id)
  })

  test('ends when every card was recalled', () => {
    const end = rate(rate(rate(session(), 'good'), 'good'), 'easy')
    expect(end.showing).toBeNull()
    expect(extent(end)).toEqual({ answered: 3, total: 3 })
  })

  test('grows by one answer with each card that comes back', () => {
    expect(extent(rate(session(), 'again'))).toEqual({ answered: 1, total: 4 })
  })

  test('shows a forgotten card again at once where nothing else is left', () => {
    const again = rate(session([catalogNote('a')]), 'again')
    expect(shown(again)).toBe('a#1')
    expect(extent(again)).toEqual({ answered: 1, total: 2 })
  })

  test('stops at the first card after its time is over, not before', () => {
    const limited = session(THREE, NOON + 5 * MINUTE_MS)
    const within = rate(limited, 'good', NOON + 4 * MINUTE_MS)
    expect(shown(within)).toBe('b#1')
    expect(rate(within, 'good', NOON + 5 * MINUTE_MS).showing).toBeNull()
  })

  test('is as before once an answer is taken back, with a showing of its own', () => {
    const before = session()
    const answered = rate(before, 'again')
    const undone = afterUndo(answered, changedOf('a#1', null), { now: NOON, id: 'new' })
    expect(shown(undone)).toBe('a#1')
    expect(undone.showing?.id).toBe('new')
    expect(undone.queue).toEqual(before.queue)
    expect(extent(undone)).toEqual(extent(before))
  })

  test('keeps the card on screen when another tab answers it', () => {
    const before = session()
    const state = next(null, { cardId: 'a#1', at: NOON, rating: 'good' }, CLOCK, DEFAULT_SCHEDULER)
    const after = afterElsewhere(before, 'a#1', state, NOON)
    expect(after.showing).toBe(before.showing)
    expect(extent(after)).toEqual({ answered: 0, total: 3 })
    expect(shown(rate(after, 'good'))).toBe('b#1')
  })

  test('goes on without a card that was suspended', () => {
    const mark = {
      cardId: 'a#1',
      suspended: true,
      flag: 0,
      buriedUntil: null,
      updatedAt: NOON,
      device: 'x',
    } as const
    const after = afterMarking(session(), mark, { now: NOON, id: 'second' })
    expect(shown(after)).toBe('b#1')
    expect(extent(after)).toEqual({ answered: 0, total: 2 })
  })
})

describe('what is taken back in a session', () => {
  const early = inReview('z#1', { dueDay: TODAY + 9 })
  const day = dayOf([...THREE, catalogNote('z')], { states: [early] })
  const at = { now: NOON, id: 'new' }
  const begun = (mode: 'study' | 'ahead' | 'cram') =>
    begin(day, { scope: {}, mode }, { now: NOON, id: 'first' })
  const answer = (mode: 'study' | 'cram') => ({
    ...changedOf('z#1', early),
    entries: [rated('first', 0, { cardId: 'z#1', at: NOON, mode })],
  })

  test('an answer while cramming is given again without a word to the schedule', () => {
    const undone = afterUndo(begun('study'), answer('cram'), at)
    expect([shown(undone), kindOf(undone)]).toEqual(['z#1', 'cram'])
  })

  test('an answer that counted counts when it is given again while cramming', () => {
    const due = inReview('z#1')
    const changed = { ...answer('study'), states: new Map([['z#1', due]]) }
    const undone = afterUndo(begun('cram'), changed, at)
    expect([shown(undone), kindOf(undone)]).toEqual(['z#1', 'due'])
  })

  test('an answer ahead of time is ahead of time when it is given again', () => {
    const undone = afterUndo(begun('study'), answer('study'), at)
    expect([shown(undone), kindOf(undone)]).toEqual(['z#1', 'ahead'])
  })

  test('in a second round of cramming: what was known in the first is still to come', () => {
    let round = begun('cram')
    const cards = round.queue.entries.length
    for (let left = cards; left > 0; left--) round = rate(round, 'good')
    expect(round.showing).toBeNull()
    const second = rate(nextRound(round, { now: NOON, id: 'second' }), 'good')
    const last = second.answered.at(-1)?.card.cardId ?? ''
    const entry = rated('second', 0, { cardId: last, at: NOON, mode: 'cram' })
    const changed = { ...changedOf(last, day.states.get(last) ?? null), entries: [entry] }
    const undone = afterUndo(second, changed, at)
    expect(shown(undone)).toBe(last)
    expect(undone.queue.entries).toHaveLength(cards)
  })

  test('a mark of a card that has no turn today leaves the one on screen', () => {
    const before = begun('study')
    const marking = { ...changedOf('z#1', null), entries: [], states: new Map() }
    const undone = afterUndo(before, { ...marking, marks: [markOf('z#1')] }, at)
    expect(undone.showing).toBe(before.showing)
  })

  test('a card that is suspended again by it is not asked', () => {
    const marks = [markOf('a#1', { suspended: true })]
    const marking = { ...changedOf('a#1', null), entries: [], states: new Map(), marks }
    expect(shown(afterUndo(begun('study'), marking, at))).toBe('b#1')
  })

  test('a new start of many cards: that on screen is shown anew, or has no turn any more', () => {
    const before = begun('study')
    const many = (state: CardState): Changed => ({
      ...changedOf('a#1', null),
      entries: [],
      states: new Map([
        ['a#1', state],
        ['b#1', inReview('b#1')],
      ]),
    })
    const due = afterUndo(before, many(inReview('a#1')), at)
    expect(due.showing).toMatchObject({ id: 'new', reps: 3 })
    expect(shown(due)).toBe('a#1')
    const later = afterUndo(before, many(inReview('a#1', { dueDay: TODAY + 9 })), at)
    expect(shown(later)).toBe('b#1')
  })
})

describe('the rail', () => {
  const notes = [
    catalogNote('a', { skills: ['az104-d1-a'] }),
    catalogNote('b', { skills: ['az104-d2-a'] }),
    catalogNote('c', { skills: ['az104-d1-b'] }),
  ]
  const two = () =>
    begin(
      dayOf(notes, { blueprints: [blueprint('AZ-104', 50, 50)] }),
      { scope: {} },
      { now: NOON, id: 'first' },
    )

  test('has a mark for every answer given and to come, by domain', () => {
    const [exam] = railOf(rate(two(), 'again'))
    expect(exam?.rows.map(({ number, marks }) => [number, marks])).toEqual([
      [1, ['no', 'todo', 'todo']],
      [2, ['now']],
    ])
  })

  test('has as many marks as the session has answers', () => {
    const after = rate(rate(two(), 'again'), 'good')
    const marks = railOf(after).flatMap(({ rows }) => rows.flatMap((row) => row.marks))
    expect(marks).toHaveLength(extent(after).total)
  })
})

describe('true retention', () => {
  test('is that of cards learnt before, by the first answer to each', () => {
    const day = dayOf(THREE, { states: [inReview('a#1'), inReview('b#1')] })
    const first = begin(day, { scope: {} }, { now: NOON, id: 'first' })
    let end = first
    for (const rating of ['again', 'good', 'good', 'good'] as const) end = rate(end, rating)
    expect(end.showing).toBeNull()
    expect(retentionOf(end.answered)).toEqual({ recalled: 1, reviews: 2 })
    expect(retentionOf([])).toEqual({ recalled: 0, reviews: 0 })
  })
})

describe('what a session adds up to', () => {
  test('counts cards once, answers each, and long pauses as two minutes', () => {
    const end = rate(rate(rate(rate(session(), 'again'), 'good'), 'good'), 'good')
    const answered = end.answered.map((each) => ({ ...each, durationMs: 10 * MINUTE_MS }))
    expect(sessionDone(answered)).toEqual({ cards: 3, answers: 4, recalled: 3, minutes: 8 })
  })

  test('expects less time with every answer', () => {
    const before = session()
    expect(minutesLeft(rate(before, 'good'))).toBeLessThan(minutesLeft(before))
  })
})
