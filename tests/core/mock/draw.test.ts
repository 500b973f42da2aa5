import { describe, expect, test } from 'vitest'
import { drawExam, poolUse } from '../../../src/core/mock/draw.ts'
import type { PoolNote } from '../../../src/core/mock/pool.ts'
import { mayBeAsked, poolOf } from '../../../src/core/mock/pool.ts'
import { blueprint } from '../../support/builders.ts'
import { note } from '../../support/bundles.ts'

const AZ104 = blueprint('AZ-104', 50, 50)

function poolNote(id: string, domain: 1 | 2, changes: Partial<PoolNote> = {}): PoolNote {
  const place = AZ104.domains[domain - 1]
  const group = place?.groups[0]
  if (!place || !group) throw new Error('no such domain')
  const skill = changes.skill ?? group.skills[0]?.id ?? ''
  return {
    id,
    rev: 1,
    isPool: true,
    keys: [null],
    skill,
    skills: [skill],
    domain: place,
    group,
    confuse: [],
    ...changes,
  }
}

function some(domain: 1 | 2, count: number, changes: Partial<PoolNote> = {}): PoolNote[] {
  return Array.from({ length: count }, (_, index) =>
    poolNote(`d${domain}-${index}`, domain, changes),
  )
}

function draw(pool: readonly PoolNote[], questions: number, asked: Record<string, number> = {}) {
  const lastAsked = new Map(Object.entries(asked))
  return drawExam({ blueprint: AZ104, pool, questions, seed: 's', lastAsked })
}

test('the same seed gives the same exam, another one another', () => {
  const input = {
    blueprint: AZ104,
    pool: [...some(1, 20), ...some(2, 20)],
    questions: 10,
    lastAsked: new Map<string, number>(),
  }
  expect(drawExam({ ...input, seed: 'a' })).toEqual(drawExam({ ...input, seed: 'a' }))
  expect(drawExam({ ...input, seed: 'a' })).not.toEqual(drawExam({ ...input, seed: 'b' }))
})

test('what was not asked for longest comes first once all was asked', () => {
  const pool = [...some(1, 4), ...some(2, 4)]
  const asked = { 'd1-0': 4, 'd1-1': 1, 'd1-2': 2, 'd1-3': 3, 'd2-0': 1 }
  const drawn = draw(pool, 4, asked)
  expect(drawn.filter(({ domain }) => domain === 'az104-d1').map(({ noteId }) => noteId)).toEqual(
    expect.arrayContaining(['d1-1', 'd1-2']),
  )
  expect(drawn.filter(({ isRepeat }) => isRepeat)).toHaveLength(2)
  expect(drawn.map(({ noteId }) => noteId)).not.toContain('d2-0')
})

test('a case study stays together at the end, and is one of few', () => {
  const block = (id: string) => poolNote(id, 1, { keys: ['a', 'b', 'c'] })
  const pool = [block('b1'), block('b2'), ...some(1, 20), ...some(2, 20)]
  const drawn = draw(pool, 24)
  expect(drawn).toHaveLength(24)
  const blocks = drawn.filter(({ block: number }) => number !== null)
  expect(blocks.map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  expect(new Set(blocks.map(({ noteId }) => noteId)).size).toBe(1)
  expect(drawn.slice(-3)).toEqual(blocks)
})

test('a sprint has no case study', () => {
  const pool = [poolNote('b1', 1, { keys: ['a', 'b'] }), ...some(1, 5), ...some(2, 5)]
  expect(draw(pool, 5).every(({ block }) => block === null)).toBe(true)
})

test('another case study is asked rather than a question a second time', () => {
  const blocks = ['b1', 'b2'].map((id) => poolNote(id, 1, { keys: ['a', 'b'] }))
  const pool = [...blocks, ...some(1, 2), ...some(2, 20)]
  const drawn = draw(pool, 12, { 'd1-0': 1, 'd1-1': 1 })
  const first = drawn.filter(({ domain }) => domain === 'az104-d1')
  expect(new Set(first.map(({ noteId }) => noteId))).toEqual(new Set(['b1', 'b2', 'd1-0', 'd1-1']))
})

test('skills take turns', () => {
  const b = { skill: 'az104-d1-b' }
  const pool = [
    ...some(1, 8),
    ...Array.from({ length: 8 }, (_, index) => poolNote(`b-${index}`, 1, b)),
    ...some(2, 8),
  ]
  const skills = draw(pool, 12)
    .filter(({ domain }) => domain === 'az104-d1')
    .map(({ skill }) => skill)
  expect(skills.filter((skill) => skill === 'az104-d1-a')).toHaveLength(3)
})

test('only some domains have all questions, and daily notes stand in where the pool is short', () => {
  const daily = some(2, 6, { isPool: false }).map((each) => ({ ...each, id: `daily-${each.id}` }))
  const pool = [...some(1, 6), ...some(2, 2), ...daily]
  const drawn = drawExam({
    blueprint: AZ104,
    pool,
    questions: 5,
    seed: 's',
    lastAsked: new Map(),
    domains: new Set(['az104-d2']),
  })
  expect(drawn.every(({ domain }) => domain === 'az104-d2')).toBe(true)
  expect(drawn.filter(({ isRepeat }) => !isRepeat)).toHaveLength(2)
  expect(drawn).toHaveLength(5)
})

test('the use of a pool counts questions', () => {
  const pool = [
    poolNote('b1', 1, { keys: ['a', 'b'] }),
    ...some(1, 3),
    ...some(2, 1, { isPool: false }),
  ]
  expect(poolUse(pool, new Map([['b1', 1]]))).toEqual({ asked: 2, questions: 5 })
})

describe('what an exam draws from', () => {
  const options = [
    { key: 'o1', html: 'A', right: true, rationale: null },
    { key: 'o2', html: 'B', right: false, rationale: null },
  ]
  const single = { type: 'single' as const, question: 'q', options }

  test('are judged questions that have a skill of the exam', () => {
    const skill = { skills: ['az305-x', 'az104-d2-a'] }
    const notes = [
      note('one', { ...skill, body: single, pool: 'exam' }),
      note('elsewhere', { skills: ['az305-x'], body: single }),
      note('recall', skill),
      note('case', {
        ...skill,
        pool: 'exam',
        body: {
          type: 'scenario',
          stem: 's',
          questions: [
            { key: 'a', body: single, why: null },
            { key: 'b', body: { type: 'basic', question: 'q', answer: 'a' }, why: null },
          ],
        },
      }),
    ]
    expect(poolOf(AZ104, notes)).toMatchObject([
      { id: 'one', isPool: true, skill: 'az104-d2-a', keys: [null] },
      { id: 'case', keys: ['a'] },
    ])
  })

  test('are the notes kept for it, and daily ones that the app judges', () => {
    expect(mayBeAsked({ pool: 'exam', type: 'scenario' })).toBe(true)
    expect(mayBeAsked({ pool: 'review', type: 'which' })).toBe(true)
    expect(mayBeAsked({ pool: 'review', type: 'scenario' })).toBe(false)
    expect(mayBeAsked({ pool: 'review', type: 'basic' })).toBe(false)
  })
})
