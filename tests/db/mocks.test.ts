import { describe, expect, test } from 'vitest'
import { runOf } from '../../src/core/mock/run.ts'
import type { StudyDb } from '../../src/db/db.ts'
import {
  addSteps,
  finishedRuns,
  finishedSince,
  ForkError,
  lastAsked,
  loadRun,
  loadRunHeads,
  openRun,
  sureSince,
} from '../../src/db/mocks.ts'
import { NOON } from '../support/builders.ts'
import { chosen, markOf, mockQuestion, mockRun, mockStep, SECOND } from '../support/mock-run.ts'
import { anotherTab, testDb } from '../support/test-db.ts'

const END = {
  kind: 'submitted' as const,
  how: 'learner' as const,
  marks: [markOf(1), markOf(0)],
}

async function stored(db: StudyDb, run: string, options: Parameters<typeof mockRun>[1] = {}) {
  const { steps } = mockRun(run, options)
  await addSteps(db, steps)
  return steps
}

function refuses(act: PromiseLike<unknown>) {
  return expect(act).rejects.toThrow()
}

test('what the learner was sure of and wrong about is counted from an instant on, by exam', async () => {
  const db = testDb()
  const steps = [
    { kind: 'trusted' as const, q: 0, trust: 'sure' as const },
    { kind: 'trusted' as const, q: 1, trust: 'sure' as const },
    END,
  ]
  await stored(db, 'r', { steps })
  expect(await sureSince(db, 0, null)).toEqual({ questions: 2, wrong: 1 })
  expect(await sureSince(db, 0, 'AZ-104')).toEqual({ questions: 2, wrong: 1 })
  expect(await sureSince(db, 0, 'AZ-305')).toEqual({ questions: 0, wrong: 0 })
  expect(await sureSince(db, NOON + 1000 * SECOND, null)).toEqual({ questions: 0, wrong: 0 })
})

describe('a run', () => {
  test('is there again after every step', async () => {
    const db = testDb()
    const { steps } = mockRun('r', {
      steps: [{ kind: 'answered', q: 0, answer: chosen('o1') }, { kind: 'shown', q: 1 }, END],
    })
    await addSteps(db, steps.slice(0, 2))
    for (const step of steps.slice(2)) {
      await addSteps(db, [step])
      const upTo = steps.slice(0, steps.indexOf(step) + 1)
      expect(await loadRun(anotherTab(db), 'r')).toEqual(runOf(upTo))
    }
  })

  test('is not mixed up with one whose name begins alike', async () => {
    const db = testDb()
    await stored(db, 'r')
    await stored(db, 'r1', { at: NOON + SECOND })
    expect((await loadRun(db, 'r'))?.steps).toBe(2)
    expect(await loadRun(db, 'no-such-run')).toBeNull()
  })

  test('only grows: a step is never changed or deleted', async () => {
    const db = testDb()
    const [begun] = await stored(db, 'r')
    await refuses(db.mocks.delete(begun?.id ?? ''))
    await refuses(db.mocks.update(begun?.id ?? '', { at: 1 }))
    await refuses(db.mocks.clear())
    expect(await db.mocks.count()).toBe(2)
  })

  test('takes nothing that is no step', async () => {
    const db = testDb()
    await refuses(addSteps(db, [mockStep('r', 0, { kind: 'shown', q: -1 })]))
    expect(await db.mocks.count()).toBe(0)
  })
})

describe('two tabs with one run', () => {
  test('cannot fork it: the second step with a number is refused, and nothing of its kind is added', async () => {
    const db = testDb()
    const tab = anotherTab(db)
    await stored(db, 'r')
    const mine = [
      mockStep('r', 2, { kind: 'answered', q: 0, answer: chosen('o1') }),
      mockStep('r', 3, { kind: 'shown', q: 1 }),
    ]
    const theirs = [mockStep('r', 2, { kind: 'answered', q: 0, answer: chosen('o2') })]
    const outcomes = await Promise.allSettled([addSteps(db, mine), addSteps(tab, theirs)])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(refused?.reason).toBeInstanceOf(ForkError)
    expect((await loadRun(db, 'r'))?.asked[0]?.answer).toEqual(chosen('o1'))
    expect((await loadRun(db, 'r'))?.steps).toBe(4)
  })

  test('a step that would leave a gap is refused, as its tab has missed something', async () => {
    const db = testDb()
    await stored(db, 'r')
    await expect(addSteps(db, [mockStep('r', 5, { kind: 'shown', q: 1 })])).rejects.toThrow(
      ForkError,
    )
  })

  test('the same steps twice are the same steps, as where an answer to the first try was lost', async () => {
    const db = testDb()
    const steps = await stored(db, 'r')
    await addSteps(db, steps)
    expect(await db.mocks.count()).toBe(2)
  })

  test('the other one is told', async () => {
    const db = testDb()
    const tab = anotherTab(db)
    const heard = new Promise((resolve) => tab.changes.listen(resolve))
    await stored(db, 'r')
    expect(await heard).toEqual({ kind: 'mocked', run: 'r' })
  })
})

describe('the history', () => {
  test('has every run, latest first, with its end', async () => {
    const db = testDb()
    await stored(db, 'one', { steps: [END] })
    await stored(db, 'two', { at: NOON + 100 * SECOND, steps: [{ kind: 'dropped' }] })
    await stored(db, 'three', { at: NOON + 200 * SECOND })
    const heads = await loadRunHeads(db)
    expect(heads.map((head) => [head.begun.run, head.submitted !== null, head.isDropped])).toEqual([
      ['three', false, false],
      ['two', false, true],
      ['one', true, false],
    ])
    expect((await openRun(db))?.id).toBe('three')
    expect((await finishedRuns(db)).map(({ begun }) => begun.run)).toEqual(['one'])
    expect(await finishedRuns(db, 'AZ-305')).toEqual([])
  })

  test('tells what ended lately, and looks no further where nothing did', async () => {
    const db = testDb()
    expect(await finishedSince(db, 0)).toEqual([])
    await stored(db, 'one', { steps: [END] })
    expect((await finishedSince(db, NOON)).map(({ begun }) => begun.run)).toEqual(['one'])
    expect(await finishedSince(db, NOON + 10 * SECOND)).toEqual([])
  })

  test('knows when each note was asked last: only those that came on screen were', async () => {
    const db = testDb()
    const questions = [mockQuestion('a'), mockQuestion('b'), mockQuestion('c')]
    await stored(db, 'one', { questions, steps: [{ kind: 'shown', q: 1 }] })
    await stored(db, 'two', { at: NOON + 500 * SECOND, questions: [mockQuestion('b')] })
    expect(await lastAsked(db)).toEqual(
      new Map([
        ['a', NOON],
        ['b', NOON + 500 * SECOND],
      ]),
    )
  })
})

test('a mock exam leaves the review log and every card state as they were', async () => {
  const db = testDb()
  await stored(db, 'one', { steps: [{ kind: 'answered', q: 0, answer: chosen('o1') }, END] })
  expect([await db.reviews.count(), await db.cardStates.count()]).toEqual([0, 0])
})
