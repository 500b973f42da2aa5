import { describe, expect, test } from 'vitest'
import {
  afterMark,
  afterReview,
  byAuthor,
  cardsOfNote,
  examsOf,
  isAvailable,
  isSeen,
  noteIdsOf,
  placeOf,
} from '../../../src/core/study/study-day.ts'
import type { CatalogNote } from '../../../src/core/catalog.ts'
import type { StudyDay } from '../../../src/core/study/study-day.ts'
import {
  blueprint,
  catalogNote,
  dayOf,
  doneToday,
  inReview,
  mark,
  TODAY,
} from '../../support/builders.ts'

const notes = [catalogNote('a'), catalogNote('b', { keys: ['1', '2'] })]

const seen = (day: StudyDay) => ['a#1', 'b#1', 'b#2'].filter((id) => isSeen(day, id))

describe('a study day', () => {
  test('knows what was seen, before and during the session', () => {
    const day = dayOf(notes, { states: [inReview('a#1')], seenBefore: ['b#2'] })
    expect(seen(day)).toEqual(['a#1', 'b#2'])
    expect(seen(afterReview(day, 'b#1', doneToday('b#1')))).toEqual(['a#1', 'b#1', 'b#2'])
    expect(seen(afterReview(day, 'a#1', null))).toEqual(['b#2'])
  })

  test('is not changed by what is done to a later one', () => {
    const day = dayOf(notes, { states: [inReview('a#1')] })
    const before = structuredClone({ states: day.states, marks: day.marks, seen: day.seen })
    afterMark(afterReview(afterReview(day, 'a#1', null), 'b#1', doneToday('b#1')), mark('b#2'))
    expect({ states: day.states, marks: day.marks, seen: day.seen }).toEqual(before)
    expect(day.changed.size).toBe(0)
  })

  test('shares what is large with the day that follows from it', () => {
    const day = dayOf(notes)
    const next = afterReview(day, 'a#1', doneToday('a#1'))
    expect(next.seen).toBe(day.seen)
    expect(next.newOrder).toBe(day.newOrder)
    expect(next.cardById).toBe(day.cardById)
  })

  test('knows the cards of a note, in the author’s order, and the notes of all cards', () => {
    const day = dayOf([...notes, catalogNote('p', { pool: 'exam' })])
    const idsOf = (note: CatalogNote) => cardsOfNote(day, note).map(({ cardId }) => cardId)
    expect(notes.map(idsOf)).toEqual([['a#1'], ['b#1', 'b#2']])
    expect(idsOf(catalogNote('p', { pool: 'exam' }))).toEqual([])
    expect([...noteIdsOf(day)]).toEqual(['a', 'b'])
  })

  test('keeps suspended cards away, and buried ones until their day', () => {
    const isThere = (changes: Parameters<typeof mark>[1]) =>
      isAvailable(dayOf(notes, { marks: [mark('a#1', changes)] }), 'a#1')
    expect(isThere({ suspended: true })).toBe(false)
    expect(isThere({ buriedUntil: TODAY + 1 })).toBe(false)
    expect(isThere({ buriedUntil: TODAY })).toBe(true)
    expect(isThere({ flag: 2 })).toBe(true)
  })

  test('takes the newest mark of a card', () => {
    const day = afterMark(dayOf(notes, { marks: [mark('a#1', { suspended: true })] }), mark('a#1'))
    expect(isAvailable(day, 'a#1')).toBe(true)
  })
})

describe('the place of a card', () => {
  const blueprints = [blueprint('AZ-104', 50, 50), blueprint('AZ-305', 50, 50)]
  const shared = catalogNote('s', { skills: ['az305-d2-a', 'az104-d1-a', 'az900-x'] })
  const day = dayOf([shared], { blueprints })
  const [card] = day.cards

  test('is in each exam studied that its skills belong to', () => {
    expect(card && examsOf(day, card)).toEqual(['AZ-305', 'AZ-104'])
  })

  test('is that in the exam asked for, or else the first', () => {
    expect(card && placeOf(day, card, 'AZ-104')?.domain.id).toBe('az104-d1')
    expect(card && placeOf(day, card)?.domain.id).toBe('az305-d2')
    expect(card && placeOf(day, card, 'AZ-900')?.domain.id).toBe('az305-d2')
  })

  test('in the author’s order is told from any other', () => {
    const [a, b1, b2] = dayOf(notes).cards
    if (!a || !b1 || !b2) throw new Error('There are three cards')
    expect([b2, a, b1].toSorted(byAuthor)).toEqual([a, b1, b2])
    expect(byAuthor(a, a)).toBe(0)
    expect(byAuthor({ ...b1, order: 0 }, a)).toBeGreaterThan(0)
  })
})
