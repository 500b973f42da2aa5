import { expect, test } from 'vitest'
import { catalogNoteOf } from '../../../src/core/catalog.ts'
import { dayPlan, total } from '../../../src/core/study/day-plan.ts'
import type { QueueEntry } from '../../../src/core/study/queue.ts'
import { note } from '../../support/bundles.ts'
import { syntheticBundle } from '../../support/synthetic-bundle.ts'

const AZ104 = syntheticBundle('AZ-104', 1, '1').blueprint
const AZ305 = syntheticBundle('AZ-305', 1, '1').blueprint

const skillOf = (blueprint: typeof AZ104, domain: number) =>
  blueprint.domains[domain]?.groups[0]?.skills[0]?.id ?? 'none'

function entry(kind: QueueEntry['kind'], skills: readonly string[]): QueueEntry {
  const id = `${kind}-${skills.join()}`
  const card = { cardId: `${id}#1`, note: catalogNoteOf(note(id, { skills }), ['1']), order: 0 }
  return { card, kind, reason: { kind: 'new', domain: 'any' } }
}

function plan(entries: readonly QueueEntry[]) {
  return dayPlan({ entries, counts: { learning: 0, review: 0, new: 0 } }, [AZ104, AZ305])
}

test('each card counts in its exam and in the domain of its skill', () => {
  const [az104, az305] = plan([
    entry('review', [skillOf(AZ104, 0)]),
    entry('new', [skillOf(AZ104, 1)]),
    entry('learning', [skillOf(AZ305, 2)]),
  ])
  expect(az104?.counts).toEqual({ learning: 0, review: 1, new: 1 })
  expect(az104?.domains[0]?.counts.review).toBe(1)
  expect(az104?.domains[1]?.counts.new).toBe(1)
  expect(az305?.counts).toEqual({ learning: 1, review: 0, new: 0 })
  expect(az305?.domains[2]?.counts.learning).toBe(1)
})

test('every domain is listed, in the order of the blueprint, also with nothing to do', () => {
  const [az104] = plan([])
  expect(az104?.domains.map(({ domain }) => domain.id)).toEqual(AZ104.domains.map(({ id }) => id))
  expect(az104?.domains.every(({ counts }) => total(counts) === 0)).toBe(true)
})

test('a card that counts for two exams stands in both', () => {
  const plans = plan([entry('new', [skillOf(AZ305, 0), skillOf(AZ104, 3)])])
  expect(plans.map(({ counts }) => counts.new)).toEqual([1, 1])
})

test('a card with skills in two domains of an exam counts once, in the first', () => {
  const [az104] = plan([entry('new', [skillOf(AZ104, 2), skillOf(AZ104, 0)])])
  expect(az104?.counts.new).toBe(1)
  expect(az104?.domains[2]?.counts.new).toBe(1)
  expect(az104?.domains[0]?.counts.new).toBe(0)
})
