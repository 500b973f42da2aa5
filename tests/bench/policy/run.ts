/**
 * Runs the policy of the plan against others in four simulated worlds: `npm run bench:policy`. With
 * `--seeds 40` as the research did (about twenty minutes on one core); `--write` keeps docs/policy.md.
 */
import { writeFileSync } from 'node:fs'
import { EXAM_POLICY } from '../../../src/core/plan/policy.ts'
import { rankDay } from '../../../src/core/plan/rank.ts'
import { planOrder, simulate } from '../../../src/core/plan/simulate.ts'
import type { DayOrder } from '../../../src/core/plan/trial.ts'
import { WORLDS } from '../../../src/core/plan/worlds.ts'
import type { WorldName } from '../../../src/core/plan/worlds.ts'
import { pageOf } from './page.ts'
import { plainFsrs } from './plain.ts'
import { CELLS, trialOf, withLimit } from './setting.ts'
import type { Cell } from './setting.ts'
import { forecastSeconds } from './speed.ts'

/** One way to study: a fresh order for each run, and a limit of new cards a day. */
interface Contender {
  readonly name: string
  readonly order: () => DayOrder
  readonly limit?: (cell: Cell) => number
}

const NO_FLOOR = { ...EXAM_POLICY, floor: 0 }
const RETENTIONS = [0.7, 0.8, 0.85, 0.9, 0.95]

const CONTENDERS: readonly Contender[] = [
  { name: 'default app', order: () => plainFsrs(), limit: () => 20 },
  { name: 'due first + ahead', order: () => plainFsrs({ ahead: true }) },
  { name: 'new first + ahead', order: () => plainFsrs({ ahead: true, newFirst: true }) },
  // As it was compared in the research: no floor for the least covered domain, and no stop.
  { name: 'exam policy', order: () => everything },
  // As the app follows it, with the floor, the stop and the switch on the learner's calibration.
  { name: 'as shipped', order: () => planOrder() },
]

/** Rules with fixed numbers; the best of them in hindsight is one of the columns. */
const FIXED: readonly Contender[] = [
  ...RETENTIONS.flatMap((retention) =>
    [false, true].map((newFirst): Contender => ({
      name: `fixed ${retention} ${newFirst ? 'new' : 'due'}`,
      order: () => plainFsrs({ retention, ahead: true, newFirst }),
    })),
  ),
  ...[0.7, 0.8, 0.9].map((retention): Contender => ({
    name: `fixed ${retention} paced`,
    order: () => plainFsrs({ retention, ahead: true }),
    limit: ([days]) => Math.ceil(600 / (0.7 * days)),
  })),
]

const everything: DayOrder = {
  order: ({ cards, exams, day, memory, habits }) =>
    rankDay({ cards, exams, today: day, memory, habits, policy: NO_FLOOR }).map(({ card }) => card),
}

/** Points by world, cell, contender and seed. */
export type Points = Map<WorldName, Map<string, Map<string, readonly number[]>>>

const seeds = numberAfter('--seeds') ?? 10
const points: Points = new Map()
/** Share of the minutes that the shipped policy uses, by world and cell. */
const used = new Map<string, number>()
for (const world of WORLDS) {
  const cells = new Map<string, Map<string, readonly number[]>>()
  points.set(world, cells)
  for (const cell of CELLS) cells.set(cell.join('/'), runCell(world, cell))
}
const page = pageOf(points, used, seeds, forecastSeconds())
console.log(page)
if (process.argv.includes('--write')) writeFileSync('docs/policy.md', page)
// How well the forecast of the exam holds belongs beside it; `npm run bench:readiness` prints that alone.
await import('../readiness.ts')

function runCell(world: WorldName, cell: Cell): Map<string, readonly number[]> {
  const results = new Map<string, readonly number[]>()
  for (const contender of [...CONTENDERS, ...FIXED]) {
    const scores: number[] = []
    let minutes = 0
    for (let seed = 1; seed <= seeds; seed += 1) {
      const trial = trialOf(cell, world, seed)
      const limit = contender.limit?.(cell)
      const result = simulate(
        limit === undefined ? trial : withLimit(trial, limit),
        contender.order(),
      )
      scores.push(100 * (result.scores[0] ?? 0))
      minutes += result.minutes.reduce((sum, each) => sum + each, 0)
    }
    results.set(contender.name, scores)
    if (contender.name === 'as shipped') {
      used.set(`${world} ${cell.join('/')}`, minutes / (seeds * cell[0] * cell[1]))
    }
  }
  console.error(`${world} ${cell.join('/')} done`)
  return results
}

function numberAfter(name: string): number | undefined {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : Number(process.argv[at + 1])
}
