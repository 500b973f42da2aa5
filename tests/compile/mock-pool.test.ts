import { beforeAll, expect, test } from 'vitest'
import { compileProject } from '../../src/compile/compile.ts'
import type { ExamBundle } from '../../src/core/catalog.ts'
import { drawExam } from '../../src/core/mock/draw.ts'
import type { MockQuestion } from '../../src/core/mock/draw.ts'
import { sizeOf } from '../../src/core/mock/lengths.ts'
import { poolOf } from '../../src/core/mock/pool.ts'
import { deckDay } from '../support/deck-day.ts'

const EXAMS = ['AZ-104', 'AZ-305'] as const
const DRAWS = 10_000

let bundles: readonly ExamBundle[] = []
beforeAll(async () => {
  const compiled = await compileProject({ folder: 'decks', today: deckDay('decks'), base: '/' })
  bundles = compiled.bundles ?? []
}, 60_000)

function shipped(exam: string) {
  const bundle = bundles.find((each) => each.exam === exam)
  if (!bundle) throw new Error(`There is no ${exam}`)
  return { blueprint: bundle.blueprint, pool: poolOf(bundle.blueprint, bundle.notes) }
}

function share(questions: readonly MockQuestion[], domain: string): number {
  return (100 * questions.filter((each) => each.domain === domain).length) / questions.length
}

test.each(EXAMS)(
  `over ${DRAWS} draws of %s every domain stays within its published range`,
  (exam) => {
    const { blueprint, pool } = shipped(exam)
    const sizes = [40, 45, 50, 55, 60]
    const sums = new Map(blueprint.domains.map(({ id }) => [id, 0]))
    for (let draw = 0; draw < DRAWS; draw++) {
      const questions = sizes[draw % sizes.length] ?? 0
      const drawn = drawExam({
        blueprint,
        pool,
        questions,
        seed: `${exam} ${draw}`,
        lastAsked: new Map(),
      })
      if (drawn.length !== questions) throw new Error(`${drawn.length} of ${questions} questions`)
      for (const { id, weight } of blueprint.domains) {
        const of = share(drawn, id)
        if (of < weight[0] || of > weight[1]) throw new Error(`${id} has ${of} % in draw ${draw}`)
        sums.set(id, (sums.get(id) ?? 0) + of)
      }
    }
    const total = blueprint.domains.reduce((sum, { weight }) => sum + weight[0] + weight[1], 0)
    for (const { id, weight } of blueprint.domains) {
      const middle = (100 * (weight[0] + weight[1])) / total
      expect(Math.abs((sums.get(id) ?? 0) / DRAWS - middle)).toBeLessThan(1)
    }
  },
  300_000,
)

test.each(EXAMS)('half an exam of %s keeps to the ranges, too', (exam) => {
  const { blueprint, pool } = shipped(exam)
  const { questions } = sizeOf('half', blueprint)
  for (let draw = 0; draw < 200; draw++) {
    const seed = `${draw}`
    const drawn = drawExam({ blueprint, pool, questions, seed, lastAsked: new Map() })
    for (const { id, weight } of blueprint.domains) {
      expect(share(drawn, id)).toBeGreaterThanOrEqual(weight[0])
      expect(share(drawn, id)).toBeLessThanOrEqual(weight[1])
    }
  }
})

test.each(EXAMS)('full exams of %s repeat nothing until what they need is used up', (exam) => {
  const { blueprint, pool } = shipped(exam)
  const lastAsked = new Map<string, number>()
  const repeats: number[] = []
  for (let run = 0; run < 6; run++) {
    const drawn = drawExam({ blueprint, pool, questions: 50, seed: `run ${run}`, lastAsked })
    const left = new Map<string, number>()
    for (const note of pool) {
      if (!note.isPool || lastAsked.has(note.id) || note.keys[0] !== null) continue
      left.set(note.domain.id, (left.get(note.domain.id) ?? 0) + 1)
    }
    for (const { noteId, domain, key, isRepeat } of drawn) {
      if (isRepeat) continue
      expect(lastAsked.has(noteId)).toBe(false)
      if (key === null) left.set(domain, (left.get(domain) ?? 0) - 1)
    }
    // Where something is asked again, nothing that stands alone was left in that domain.
    const repeated = drawn.filter(({ isRepeat, key }) => isRepeat && key === null)
    expect(repeated.map(({ domain }) => left.get(domain) ?? 0)).toEqual(repeated.map(() => 0))
    repeats.push(drawn.filter(({ isRepeat }) => isRepeat).length)
    for (const { noteId } of drawn) lastAsked.set(noteId, run)
  }
  expect(repeats[0]).toBe(0)
  expect(repeats[1]).toBe(0)
  expect(repeats.at(-1)).toBeGreaterThan(0)
})

test.each(EXAMS)('questions of %s are spread over the groups of a domain', (exam) => {
  const { blueprint, pool } = shipped(exam)
  const groups = new Map(pool.map(({ id, group }) => [id, group]))
  for (let draw = 0; draw < 50; draw++) {
    const drawn = drawExam({
      blueprint,
      pool,
      questions: 50,
      seed: `${draw}`,
      lastAsked: new Map(),
    })
    for (const domain of blueprint.domains) {
      const used = new Set(
        drawn.filter((q) => q.domain === domain.id).map(({ noteId }) => groups.get(noteId)?.id),
      )
      expect(used.size).toBe(domain.groups.length)
    }
  }
})
