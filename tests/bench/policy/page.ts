import { LAB_PERTURBED, LAB_POOLED, POLICIES } from './lab.ts'
import type { PolicyName } from './lab.ts'
import { WORLDS } from '../../../src/core/plan/worlds.ts'
import type { Points } from './run.ts'

type Cells = Map<string, Map<string, readonly number[]>>

/** docs/policy.md: what was measured, beside what the research measured. */
export function pageOf(
  points: Points,
  used: ReadonlyMap<string, number>,
  seeds: number,
  forecastSeconds: number,
): string {
  const date = new Date().toISOString().slice(0, 10)
  return `# The policy of a plan, measured

By \`npm run bench:policy\` on ${date}, ${seeds} seeds, with the app's own planner, scheduler arithmetic and simulator. Points are
hundredths of the expected recall of an exam's content on its day, weighted by domain: 600 cards in five domains, a learner who
begins with nothing. *T/B* is days to the exam and minutes a day. Figures in brackets are those of the research, 40 seeds.

In four worlds the learner remembers as the model believes (matched); with other parameters and cards that differ, the fair case
(perturbed); with half the first stability, less growth and a steeper curve (heavy); by another theory of memory, the activation
model of Pavlik and Anderson (actr). The best fixed rule is the best of 13 in hindsight, cell by cell.

## All cells together

${pooledTable(points)}

## The perturbed world by cell

${perturbedTable(points)}

## The shipped policy against new cards first, paired by seed (95 % interval)

${pairedTable(points)}

## Minutes that the shipped policy uses, of those it has

${usedTable(used)}

## Time

The forecast of the plan page, 38 runs of 1,500 cards over 90 days: ${forecastSeconds.toFixed(1)} s of one core.
`
}

function pooledTable(points: Points): string {
  const head = `| World | ${POLICIES.join(' | ')} | as shipped |\n|${'---|'.repeat(POLICIES.length + 2)}`
  const rows = WORLDS.map((world) => {
    const cells = points.get(world) ?? new Map()
    const own = POLICIES.map(
      (name) => `${mean(perCell(cells, name)).toFixed(1)} (${LAB_POOLED[world][name].toFixed(1)})`,
    )
    return `| ${world} | ${own.join(' | ')} | ${mean(perCell(cells, 'as shipped')).toFixed(1)} |`
  })
  return [head, ...rows].join('\n')
}

function perturbedTable(points: Points): string {
  const cells: Cells = points.get('perturbed') ?? new Map()
  const head = `| T/B | ${POLICIES.join(' | ')} | as shipped |\n|${'---|'.repeat(POLICIES.length + 2)}`
  const rows = [...cells].map(([cell, results]) => {
    const own = POLICIES.map((name) => {
      const lab = LAB_PERTURBED[cell]?.[name] ?? Number.NaN
      return `${pointsOf(results, name).toFixed(1)} (${lab.toFixed(1)})`
    })
    return `| ${cell} | ${own.join(' | ')} | ${pointsOf(results, 'as shipped').toFixed(1)} |`
  })
  return [head, ...rows].join('\n')
}

function pairedTable(points: Points): string {
  const cells = [...(points.get('perturbed')?.keys() ?? [])]
  const head = `| T/B | ${WORLDS.join(' | ')} |\n|${'---|'.repeat(WORLDS.length + 1)}`
  const rows = cells.map((cell) => {
    const differences = WORLDS.map((world) => {
      const results = points.get(world)?.get(cell)
      const shipped = results?.get('as shipped') ?? []
      const first = results?.get('new first + ahead') ?? []
      return signed(shipped.map((score, seed) => score - (first[seed] ?? 0)))
    })
    return `| ${cell} | ${differences.join(' | ')} |`
  })
  return [head, ...rows].join('\n')
}

function usedTable(used: ReadonlyMap<string, number>): string {
  const cells = [...used.keys()].filter((key) => key.startsWith('perturbed '))
  const head = `| T/B | ${WORLDS.join(' | ')} |\n|${'---|'.repeat(WORLDS.length + 1)}`
  const rows = cells.map((key) => {
    const cell = key.slice('perturbed '.length)
    const shares = WORLDS.map(
      (world) => `${Math.round(100 * (used.get(`${world} ${cell}`) ?? 0))} %`,
    )
    return `| ${cell} | ${shares.join(' | ')} |`
  })
  return [head, ...rows].join('\n')
}

function perCell(cells: Cells, name: PolicyName | 'as shipped'): number[] {
  return [...cells.values()].map((results) => pointsOf(results, name))
}

function pointsOf(results: ReadonlyMap<string, readonly number[]>, name: string): number {
  if (name !== 'best fixed rule') return mean(results.get(name) ?? [])
  const fixed = [...results].filter(([each]) => each.startsWith('fixed'))
  return Math.max(...fixed.map(([, scores]) => mean(scores)))
}

function signed(differences: readonly number[]): string {
  const middle = mean(differences)
  const spread = Math.sqrt(
    differences.reduce((sum, each) => sum + (each - middle) ** 2, 0) /
      Math.max(1, differences.length - 1),
  )
  const half = (1.96 * spread) / Math.sqrt(differences.length)
  return `${middle < 0 ? '−' : '+'}${Math.abs(middle).toFixed(1)} ± ${half.toFixed(1)}`
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
