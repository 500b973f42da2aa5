import { describe, expect, test } from 'vitest'
import type { AnkiAnswer, AnkiCard } from '../../../src/core/anki/collection.ts'
import { historyOf } from '../../../src/core/anki/history.ts'
import { LeftList } from '../../../src/core/import/content.ts'
import { DAY_MS } from '../../../src/core/time.ts'

const CREATED = Date.UTC(2024, 0, 1, 4)
const CLOCK = {
  offsets: [{ from: 0, utcOffsetMin: 0 }],
  rolloverHour: 4,
  now: CREATED + 400 * DAY_MS,
}
const FIRST_DAY = Math.floor(CREATED / DAY_MS)

const card = (part: Partial<AnkiCard> = {}): AnkiCard => ({
  id: 1,
  noteId: 1,
  deckId: '1',
  ord: 0,
  type: 2,
  queue: 2,
  due: 30,
  intervalDays: 10,
  flag: 0,
  changedAt: 0,
  ...part,
})
const answer = (day: number, part: Partial<AnkiAnswer> = {}): AnkiAnswer => ({
  id: CREATED + day * DAY_MS + 1000,
  cardId: 1,
  ease: 3,
  interval: 5,
  factor: 2500,
  durationMs: 4000,
  kind: 1,
  ...part,
})
const read = (answers: readonly AnkiAnswer[], of = card(), schedulerVersion = 2) => {
  const left = new LeftList()
  const collection = { createdAt: CREATED, schedulerVersion }
  return { log: historyOf(of, answers, '1', collection, CLOCK, left), left: left.all() }
}
const words = ({ log }: ReturnType<typeof read>) =>
  log.map((entry) => (entry.kind === 'rated' ? `${entry.rating} ${entry.mode}` : entry.kind))

describe('answers of Anki', () => {
  test('have four buttons, in learning as in review', () => {
    const answers = [1, 2, 3, 4].map((ease, day) => answer(day, { ease, kind: day < 2 ? 0 : 1 }))
    expect(words(read(answers)).slice(0, 4)).toEqual([
      'again study',
      'hard study',
      'good study',
      'easy study',
    ])
  })

  test('set no day that no calendar can show', () => {
    const days = [1e9, 1.5, 2 ** 53, -3].map((interval) =>
      answer(1, { ease: 0, kind: 4, factor: 2500, interval }),
    )
    expect(words(read(days, card({ type: 0 })))).toEqual([])
    expect(words(read([answer(1)], card({ due: 1e12 })))).toEqual(['good study'])
  })

  test('had three in learning under the first scheduler', () => {
    const answers = [1, 2, 3].map((ease, day) => answer(day, { ease, kind: 0 }))
    expect(words(read(answers, card(), 1)).slice(0, 3)).toEqual([
      'again study',
      'good study',
      'easy study',
    ])
    expect(words(read([answer(0, { ease: 2 })], card(), 1))[0]).toBe('hard study')
  })

  test('of filtered decks count early, or not at all where Anki did not count them', () => {
    const answers = [answer(1), answer(2, { kind: 3 }), answer(3, { kind: 3, factor: 0 })]
    expect(words(read(answers)).slice(0, 3)).toEqual(['good study', 'good ahead', 'good cram'])
  })

  test('a card that was forgotten on purpose starts anew, and a day that was set is kept', () => {
    const reset = answer(2, { ease: 0, kind: 4, factor: 0 })
    const set = answer(3, { ease: 0, kind: 4, interval: 7 })
    const { log } = read([answer(1), reset, set])
    expect(log.map(({ kind }) => kind)).toEqual(['rated', 'reset', 'rescheduled', 'rescheduled'])
    expect(log[2]).toMatchObject({ dueDay: FIRST_DAY + 3 + 7 })
  })

  test('what Anki rescheduled by itself is nothing that happened', () => {
    expect(words(read([answer(1), answer(2, { ease: 0, kind: 5 })]))).toEqual([
      'good study',
      'rescheduled',
    ])
  })

  test('of no time that can be, or of no button, are counted as left', () => {
    const { log, left } = read([
      answer(1),
      answer(900),
      answer(2, { ease: 9 }),
      answer(0, { id: -5 }),
    ])
    expect(log.filter(({ kind }) => kind === 'rated')).toHaveLength(1)
    expect(left).toEqual([{ kind: 'answers without a time', count: 3, examples: [] }])
  })

  test('a pause in the middle of a card is not an hour of thinking', () => {
    expect(read([answer(1, { durationMs: 9e9 })]).log[0]).toMatchObject({ durationMs: 3_600_000 })
  })
})

describe('the due day', () => {
  test('is the one that Anki had', () => {
    expect(read([answer(20)]).log.at(-1)).toMatchObject({
      kind: 'rescheduled',
      dueDay: FIRST_DAY + 30,
    })
  })

  test('is the same in summer, when days begin an hour earlier by the sun', () => {
    const offsets = [
      { from: 0, utcOffsetMin: 60 },
      { from: CREATED + 90 * DAY_MS, utcOffsetMin: 120 },
    ]
    const collection = { createdAt: CREATED - 3_600_000, schedulerVersion: 2 }
    const log = historyOf(
      card({ due: 200 }),
      [answer(190)],
      '1',
      collection,
      { ...CLOCK, offsets },
      new LeftList(),
    )
    expect(log.at(-1)).toMatchObject({ dueDay: FIRST_DAY + 200 })
  })

  test('of a card in learning is left to the replay', () => {
    expect(words(read([answer(1, { kind: 0 })], card({ type: 1, due: 1e9 })))).toEqual([
      'good study',
    ])
  })

  test('a new card has no history', () => {
    expect(read([], card({ type: 0, due: 5 })).log).toEqual([])
  })
})

test('a card with an interval and no answers was known when the interval began', () => {
  const { log, left } = read([])
  expect(log).toMatchObject([
    { kind: 'rated', rating: 'good', durationMs: 0 },
    { kind: 'rescheduled', dueDay: FIRST_DAY + 30 },
  ])
  expect(Math.floor(((log[0]?.at ?? 0) - 4 * 3_600_000) / DAY_MS)).toBe(FIRST_DAY + 20)
  expect(left).toEqual([{ kind: 'no history', count: 1, examples: [] }])
})
