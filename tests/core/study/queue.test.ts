import { describe, expect, test } from 'vitest'
import { buildQueue, nextLearningAt } from '../../../src/core/study/queue.ts'
import type { Queue, Scope } from '../../../src/core/study/queue.ts'
import { afterReview } from '../../../src/core/study/study-day.ts'
import type { StudyDay } from '../../../src/core/study/study-day.ts'
import { HOUR_MS, MINUTE_MS } from '../../../src/core/time.ts'
import {
  NOON,
  TODAY,
  blueprint,
  catalogNote,
  dayOf,
  doneToday,
  inLearning,
  inReview,
  mark,
  scenario,
} from '../../support/builders.ts'

const LATER = NOON + 5 * MINUTE_MS

const idsOf = ({ entries }: Queue) => entries.map(({ card }) => card.cardId)
const ids = (day: StudyDay, scope: Scope = {}, now = NOON) => idsOf(buildQueue(day, scope, now))

/** Notes n0, n1, …, each with one card in the first domain or the one given. */
function notes(count: number, domain = 'd1', prefix = 'n') {
  const skills = [`az104-${domain}-a`]
  return Array.from({ length: count }, (_, index) => catalogNote(`${prefix}${index}`, { skills }))
}
const allNew = (count: number, newPerDay = 15) => dayOf(notes(count), { newPerDay })

/** Works through the queue: each card is known at once. Gives the ids in the order of study. */
function studied(start: StudyDay, scope: Scope = {}, limit = 100): string[] {
  const done: string[] = []
  for (let day = start; done.length < limit;) {
    const [first] = buildQueue(day, scope, NOON + done.length * MINUTE_MS).entries
    if (!first) break
    const { cardId } = first.card
    const introducedDay = day.states.get(cardId)?.introducedDay ?? TODAY
    const lastReviewAt = NOON + done.length * MINUTE_MS
    day = afterReview(day, cardId, doneToday(cardId, { introducedDay, lastReviewAt }))
    done.push(cardId)
  }
  return done
}

describe('the order of a queue', () => {
  test('is: steps that are over, reviews and new cards, steps that are not over', () => {
    const day = dayOf(notes(6), {
      states: [
        inLearning('n0#1', LATER + HOUR_MS),
        inLearning('n1#1', LATER),
        inLearning('n2#1', NOON),
        inLearning('n3#1', NOON - MINUTE_MS),
        inReview('n4#1'),
      ],
    })
    expect(ids(day)).toEqual(['n3#1', 'n2#1', 'n4#1', 'n5#1', 'n1#1', 'n0#1'])
    expect(buildQueue(day, {}, NOON).counts).toEqual({ learning: 4, review: 1, new: 1 })
  })

  test('lets a card wait for its step only while there is something else', () => {
    const day = dayOf(notes(2), { states: [inLearning('n0#1', LATER), inReview('n1#1')] })
    expect(ids(day)).toEqual(['n1#1', 'n0#1'])
    expect(ids(afterReview(day, 'n1#1', doneToday('n1#1')))).toEqual(['n0#1'])
    expect(ids(day, {}, LATER)).toEqual(['n0#1', 'n1#1'])
  })

  test('spreads new cards evenly over the reviews', () => {
    const states = Array.from({ length: 9 }, (_, index) => inReview(`n${index}#1`))
    const day = dayOf(notes(12), { states })
    const kinds = buildQueue(day, {}, NOON)
      .entries.map(({ kind }) => kind[0])
      .join('')
    expect(kinds).toBe('rrnrrrnrrrnr'.slice(0, 12))
    const afterwards = studied(day)
    expect(afterwards).toEqual(ids(day))
  })

  test('stays as it is while the learner works through it', () => {
    const domains = [...notes(30, 'd1', 'a'), ...notes(30, 'd2', 'b')]
    const states = domains
      .slice(0, 20)
      .concat(domains.slice(30, 45))
      .map(({ id }, index) =>
        inReview(`${id}#1`, { stability: 5 + (index % 4), dueDay: TODAY - (index % 3) }),
      )
    const day = dayOf(domains, { states, newPerDay: 10 })
    expect(studied(day)).toEqual(ids(day))
    expect(ids(day)).toHaveLength(45)
  })
})

test('a card left in learning on an earlier day does not shift what follows', () => {
  const introducedDay = TODAY - 1
  const left = inLearning('n9#1', NOON - HOUR_MS, { introducedDay, lastReviewDay: introducedDay })
  const day = dayOf(notes(10), { states: [inReview('n0#1'), left], newPerDay: 3 })
  expect(ids(day)).toEqual(['n9#1', 'n1#1', 'n2#1', 'n0#1', 'n3#1'])
  expect(studied(day)).toEqual(ids(day))
})

test('what was studied outside the scope does not shift what is in it', () => {
  const elsewhere = notes(9, 'd2', 'x')
  const states = [inReview('n0#1'), ...elsewhere.map(({ id }) => doneToday(`${id}#1`))]
  const day = dayOf([...notes(2), ...elsewhere], { states })
  expect(ids(day, { part: 'az104-d1' })).toEqual(['n0#1', 'n1#1'])
})

describe('reviews', () => {
  test('begin with what is least likely recalled', () => {
    const stability = { 'n0#1': 30, 'n1#1': 3, 'n2#1': 12 }
    const states = Object.entries(stability).map(([id, days]) => inReview(id, { stability: days }))
    expect(ids(dayOf(notes(3), { states }))).toEqual(['n1#1', 'n2#1', 'n0#1'])
  })

  test('are due on their day and later, not before', () => {
    const states = [-40, 0, 1].map((days, index) =>
      inReview(`n${index}#1`, { dueDay: TODAY + days }),
    )
    const queue = buildQueue(dayOf(notes(3), { states }), {}, NOON)
    expect(idsOf(queue).toSorted()).toEqual(['n0#1', 'n1#1'])
    const overdue = queue.entries.find(({ card }) => card.cardId === 'n0#1')
    expect(overdue?.reason).toMatchObject({ kind: 'due', daysOverdue: 40 })
  })

  test('say how likely recall is today', () => {
    const day = dayOf(notes(1), {
      states: [inReview('n0#1', { stability: 10, lastReviewDay: TODAY - 10 })],
    })
    const [entry] = buildQueue(day, {}, NOON).entries
    expect(entry?.reason).toMatchObject({ kind: 'due', daysOverdue: 0 })
    expect(entry?.reason.kind === 'due' && entry.reason.retrievability).toBeCloseTo(0.9, 7)
  })

  test('of about equal recall take turns by domain, also across answers', () => {
    const both = [...notes(4, 'd1', 'a'), ...notes(2, 'd2', 'b')]
    const states = both.map(({ id }) => inReview(`${id}#1`))
    const day = dayOf(both, { states })
    expect(ids(day)).toEqual(['a0#1', 'b0#1', 'a1#1', 'b1#1', 'a2#1', 'a3#1'])
    expect(studied(day)).toEqual(ids(day))
  })

  test('of clearly different recall do not wait for their domain’s turn', () => {
    const both = [...notes(2, 'd1', 'a'), ...notes(1, 'd2', 'b')]
    const states = both.map(({ id }) => inReview(`${id}#1`, { stability: id === 'b0' ? 100 : 2 }))
    expect(ids(dayOf(both, { states }))).toEqual(['a0#1', 'a1#1', 'b0#1'])
  })

  test('of cards in no domain of the exams studied come up all the same', () => {
    const stray = catalogNote('stray', { skills: ['az900-x'] })
    expect(ids(dayOf([stray], { states: [inReview('stray#1')] }))).toEqual(['stray#1'])
  })
})

describe('new cards', () => {
  test('come up to the limit of the day', () => {
    expect(ids(allNew(30))).toHaveLength(15)
    expect(ids(allNew(30, 0))).toEqual([])
    expect(ids(allNew(3))).toEqual(['n0#1', 'n1#1', 'n2#1'])
  })

  test('less what was introduced today already', () => {
    const states = [0, 1, 2].map((index) => doneToday(`n${index}#1`, { introducedDay: TODAY }))
    expect(ids(dayOf(notes(30), { states, newPerDay: 5 }))).toEqual(['n3#1', 'n4#1'])
    const yesterday = [doneToday('n0#1', { introducedDay: TODAY - 1 })]
    expect(ids(dayOf(notes(30), { states: yesterday, newPerDay: 5 }))).toHaveLength(5)
  })

  test('count what was introduced farther east, where it is tomorrow already', () => {
    const states = [doneToday('n0#1', { introducedDay: TODAY + 1, lastReviewDay: TODAY + 1 })]
    expect(ids(dayOf(notes(30), { states, newPerDay: 3 }))).toHaveLength(2)
  })

  test('come up to the limit in each exam, and exams take turns', () => {
    const other = notes(5, 'd1', 'm').map((each) => ({ ...each, skills: ['az305-d1-a'] }))
    const blueprints = [blueprint('AZ-104', 50, 50), blueprint('AZ-305', 50, 50)]
    const day = dayOf([...notes(5), ...other], { blueprints, newPerDay: 2 })
    expect(ids(day)).toEqual(['n0#1', 'm0#1', 'n1#1', 'm1#1'])
    expect(studied(day)).toEqual(ids(day))
    expect(ids(day, { exam: 'AZ-305' })).toEqual(['m0#1', 'm1#1'])
  })

  test('of two exams at once count for both', () => {
    const shared = notes(3, 'd1', 's').map((each) => ({
      ...each,
      skills: ['az104-d1-a', 'az305-d1-a'],
    }))
    const other = notes(3, 'd1', 'm').map((each) => ({ ...each, skills: ['az305-d1-a'] }))
    const blueprints = [blueprint('AZ-104', 50, 50), blueprint('AZ-305', 50, 50)]
    const day = dayOf([...shared, ...other], { blueprints, newPerDay: 2 })
    expect(ids(day)).toEqual(['s0#1', 's1#1'])
    expect(ids(day, { exam: 'AZ-305' })).toEqual(['s0#1', 's1#1'])
  })

  test('name the domain that they stand for', () => {
    const [entry] = buildQueue(allNew(1), {}, NOON).entries
    expect(entry).toMatchObject({ kind: 'new', reason: { kind: 'new', domain: 'Domain az104-d1' } })
  })

  test('that are easily mixed up are not introduced on one day, whichever names the other', () => {
    const [a, b, c, d] = [
      catalogNote('a', { confuse: ['b'] }),
      catalogNote('b'),
      catalogNote('c', { confuse: ['a'] }),
      catalogNote('d', { confuse: ['c'] }),
    ]
    expect(ids(dayOf([a, b, c, d]))).toEqual(['a#1', 'd#1'])
    const introduced = [doneToday('a#1', { introducedDay: TODAY })]
    expect(ids(dayOf([a, b, c, d], { states: introduced }))).toEqual(['d#1'])
    const earlier = [doneToday('a#1', { introducedDay: TODAY - 9 })]
    expect(ids(dayOf([a, b, c], { states: earlier }))).toEqual(['b#1', 'c#1'])
  })

  test('wait for the notes they need where those are put off', () => {
    const all = [
      catalogNote('a', { confuse: ['b'] }),
      catalogNote('b'),
      catalogNote('c', { needs: ['b'] }),
      catalogNote('d', { needs: ['c'] }),
    ]
    expect(ids(dayOf(all))).toEqual(['a#1'])
    expect(ids(dayOf(all, { seenBefore: ['a#1'] }))).toEqual(['b#1', 'c#1', 'd#1'])
  })

  test('wait for a note that is put off because another exam has had its new cards', () => {
    const all = [
      catalogNote('m', { skills: ['az305-d1-a'] }),
      catalogNote('s', { skills: ['az104-d1-a', 'az305-d1-a'] }),
      catalogNote('c', { needs: ['s'] }),
      catalogNote('d'),
    ]
    const blueprints = [blueprint('AZ-104', 50, 50), blueprint('AZ-305', 50, 50)]
    const states = [doneToday('m#1', { introducedDay: TODAY })]
    expect(ids(dayOf(all, { blueprints, states, newPerDay: 1 }))).toEqual(['d#1'])
  })

  test('do not wait for notes that the learner has suspended', () => {
    const all = [catalogNote('a', { needs: ['b'] }), catalogNote('b')]
    expect(ids(dayOf(all, { marks: [mark('b#1', { suspended: true })] }))).toEqual(['a#1'])
  })

  test('are new again at once after an undo', () => {
    const day = dayOf(notes(3), {
      states: [doneToday('n0#1', { introducedDay: TODAY })],
      newPerDay: 2,
    })
    expect(ids(day)).toEqual(['n1#1'])
    expect(ids(afterReview(day, 'n0#1', null))).toEqual(['n0#1', 'n1#1'])
  })
})

describe('siblings', () => {
  const pair = catalogNote('p', { type: 'cloze', keys: ['c1', 'c2'] })

  test('do not come up on one day, neither as reviews nor as new cards', () => {
    expect(ids(dayOf([pair]))).toEqual(['p#c1'])
    expect(ids(dayOf([pair], { states: [inReview('p#c2')] }))).toEqual(['p#c2'])
    const both = [inReview('p#c1', { stability: 30 }), inReview('p#c2', { stability: 3 })]
    expect(ids(dayOf([pair], { states: both }))).toEqual(['p#c2'])
  })

  test('are held back by one that was answered today', () => {
    expect(ids(dayOf([pair], { states: [doneToday('p#c1'), inReview('p#c2')] }))).toEqual([])
    expect(ids(dayOf([pair], { states: [doneToday('p#c1')] }))).toEqual([])
  })

  test('are held back by one in learning, which nothing holds back', () => {
    const states = [inLearning('p#c1', NOON), inReview('p#c2')]
    expect(ids(dayOf([pair], { states }))).toEqual(['p#c1'])
    const two = [inLearning('p#c1', NOON), inLearning('p#c2', NOON)]
    expect(ids(dayOf([pair], { states: two }))).toEqual(['p#c1', 'p#c2'])
  })

  test('are not held back by a card that may not come up itself', () => {
    const states = [inLearning('p#c1', NOON), inReview('p#c2')]
    const marks = [mark('p#c1', { suspended: true })]
    expect(
      ids(
        dayOf([pair], {
          states: states.map((state) => ({ ...state, lastReviewDay: TODAY - 3 })),
          marks,
        }),
      ),
    ).toEqual(['p#c2'])
  })

  test('do not stop each other by being out of scope', () => {
    const day = dayOf([pair], { states: [inReview('p#c1')] })
    expect(ids(day, { part: 'az104-d2' })).toEqual([])
    expect(ids(day, { part: 'az104-d1' })).toEqual(['p#c1'])
  })
})

describe('scenarios', () => {
  const story = scenario('s', 3)

  test('come with all their questions, in order and together, on their first pass', () => {
    const day = dayOf([...notes(2), story, ...notes(2, 'd1', 'm')])
    expect(ids(day)).toEqual(['n0#1', 'n1#1', 's#q1', 's#q2', 's#q3', 'm0#1', 'm1#1'])
    expect(studied(day)).toEqual(ids(day))
  })

  test('are finished once begun: before steps that are over, and beyond the limit', () => {
    const day = dayOf([story, ...notes(3)], {
      states: [
        doneToday('s#q1', { introducedDay: TODAY }),
        inLearning('n0#1', NOON - 1, { introducedDay: TODAY - 1 }),
      ],
      newPerDay: 1,
    })
    expect(ids(day)).toEqual(['s#q2', 's#q3', 'n0#1'])
  })

  test('once begun leave no room for others that the limit forbids', () => {
    const states = [doneToday('s#q1', { introducedDay: TODAY })]
    expect(ids(dayOf([story, ...notes(3)], { states, newPerDay: 3 }))).toEqual(['s#q2', 's#q3'])
    expect(ids(dayOf([story, ...notes(3)], { states, newPerDay: 4 }))).toEqual([
      's#q2',
      's#q3',
      'n0#1',
    ])
  })

  test('go on with the next question where one was forgotten', () => {
    const day = dayOf([story], { states: [inLearning('s#q1', LATER)] })
    expect(ids(day)).toEqual(['s#q2', 's#q3', 's#q1'])
  })

  test('count each question against the limit, and only the last scenario goes beyond it', () => {
    const day = dayOf([story, scenario('t', 3), ...notes(2)], { newPerDay: 4 })
    expect(ids(day)).toEqual(['s#q1', 's#q2', 's#q3', 't#q1', 't#q2', 't#q3'])
  })

  test('leave out a question that was suspended', () => {
    const marks = [mark('s#q2', { suspended: true })]
    expect(ids(dayOf([story], { marks }))).toEqual(['s#q1', 's#q3'])
    expect(ids(dayOf([story], { marks: [mark('s#q1', { suspended: true })] }))).toEqual([
      's#q2',
      's#q3',
    ])
  })

  test('keep their questions apart once seen, like other siblings', () => {
    const states = ['s#q1', 's#q2', 's#q3'].map((id) => inReview(id))
    expect(ids(dayOf([story], { states }))).toEqual(['s#q1'])
    expect(ids(dayOf([story], { seenBefore: ['s#q1'] }))).toEqual(['s#q2'])
    const onAnotherDay = [doneToday('s#q2', { introducedDay: TODAY })]
    expect(ids(dayOf([story], { seenBefore: ['s#q1'], states: onAnotherDay }))).toEqual([])
  })
})

describe('cards that stay away', () => {
  const states = [inReview('n0#1'), inLearning('n1#1', NOON)]

  test.each([
    ['suspended', { suspended: true }],
    ['buried until tomorrow', { buriedUntil: TODAY + 1 }],
  ])('are those %s, whatever their state', (_, changes) => {
    const marks = ['n0#1', 'n1#1', 'n2#1'].map((id) => mark(id, changes))
    expect(ids(dayOf(notes(4), { states, marks }))).toEqual(['n3#1'])
  })

  test('are those retired: they have a state, and are in no deck any more', () => {
    const retired = [
      inReview('gone#1'),
      inLearning('gone#2', NOON),
      doneToday('gone#3', { introducedDay: TODAY }),
    ]
    const queue = buildQueue(dayOf(notes(2), { states: retired, newPerDay: 2 }), {}, NOON)
    expect(idsOf(queue)).toEqual(['n0#1', 'n1#1'])
    expect(queue.counts).toEqual({ learning: 0, review: 0, new: 2 })
  })

  test('are those kept for mock exams', () => {
    expect(ids(dayOf([catalogNote('x', { pool: 'exam' })]))).toEqual([])
  })
})

describe('a scope', () => {
  const both = [
    catalogNote('a', { skills: ['az104-d1-a'] }),
    catalogNote('b', { skills: ['az104-d1-b'] }),
    catalogNote('c', { skills: ['az104-d2-a', 'az305-d1-a'] }),
    catalogNote('d', { skills: ['az305-d2-b'] }),
  ]
  const blueprints = [blueprint('AZ-104', 50, 50), blueprint('AZ-305', 50, 50)]
  const day = dayOf(both, { blueprints })

  test.each<[Scope, string[]]>([
    [{}, ['a#1', 'b#1', 'c#1', 'd#1']],
    [{ exam: 'AZ-104' }, ['a#1', 'b#1', 'c#1']],
    [{ exam: 'AZ-305' }, ['c#1', 'd#1']],
    [{ exam: 'AZ-104', part: 'az104-d1' }, ['a#1', 'b#1']],
    [{ part: 'az104-d1-g' }, ['a#1', 'b#1']],
    [{ part: 'az104-d1-b' }, ['b#1']],
    [{ exam: 'AZ-305', part: 'az104-d1' }, []],
    [{ exam: 'AZ-900' }, []],
    [{ part: 'nowhere' }, []],
  ])('%j holds %j', (scope, expected) => {
    expect(ids(day, scope).toSorted()).toEqual(expected)
    const states = ['a#1', 'b#1', 'c#1', 'd#1'].map((id) => inReview(id))
    const known = dayOf(both, { blueprints, states })
    expect(ids(known, scope).toSorted()).toEqual(expected)
  })

  test('decides which domain a new card of two exams stands for', () => {
    const domains = (scope: Scope) =>
      buildQueue(day, scope, NOON).entries.flatMap(({ card, reason }) =>
        card.cardId === 'c#1' && reason.kind === 'new' ? [reason.domain] : [],
      )
    expect(domains({ exam: 'AZ-305' })).toEqual(['Domain az305-d1'])
    expect(domains({ exam: 'AZ-104' })).toEqual(['Domain az104-d2'])
  })

  test('of a part has the day’s limit of new cards for itself', () => {
    const two = [...notes(3, 'd1', 'a'), ...notes(3, 'd2', 'b')]
    const introduced = ['a0#1', 'a1#1'].map((id) => doneToday(id, { introducedDay: TODAY }))
    const limited = dayOf(two, { states: introduced, newPerDay: 2 })
    expect(ids(limited)).toEqual([])
    expect(ids(limited, { exam: 'AZ-104' })).toEqual([])
    expect(ids(limited, { part: 'az104-d2' })).toEqual(['b0#1', 'b1#1'])
    expect(ids(limited, { part: 'az104-d1' })).toEqual([])
  })
})

describe('the next learning card', () => {
  test('is the one whose step is over first', () => {
    const day = dayOf(notes(3), { states: [inLearning('n0#1', LATER), inLearning('n1#1', NOON)] })
    expect(nextLearningAt(buildQueue(day, {}, NOON))).toBe(NOON)
  })

  test('is none where no card is in learning', () => {
    expect(nextLearningAt(buildQueue(allNew(2), {}, NOON))).toBeNull()
  })
})
