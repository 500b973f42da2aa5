/**
 * Forecasts the exams of synthetic candidates and compares with how they went: `npm run bench:readiness`.
 * Prints a table with the figures of the scheduling study beside; `--write` keeps it in docs/readiness.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { scoreOf } from '../support/candidates.ts'
import type { World } from '../support/candidates.ts'

interface Case {
  readonly name: string
  readonly world: World
  readonly count: number
  /** Brier score, calibration error and coverage of the study, on the same candidates; null where it had none. */
  readonly study: readonly [brier: number, ece: number, coverage: number] | null
}

const CASES: readonly Case[] = [
  { name: 'As assumed', world: {}, count: 3000, study: [0.133, 0.03, 0.87] },
  {
    name: 'Cards help less than assumed (0.70)',
    world: { transfer: 0.7 },
    count: 3000,
    study: [0.136, 0.128, 0.83],
  },
  {
    name: 'Mock exams far off (0.5 instead of 0.25)',
    world: { mockSpread: 0.5 },
    count: 3000,
    study: [0.15, 0.025, 0.81],
  },
  {
    name: 'No mock exams',
    world: { mockAnswers: [0] },
    count: 2000,
    study: [0.162, 0.037, 0.9],
  },
  {
    name: '40 to 100 mock answers in each domain',
    world: { mockAnswers: [40, 60, 100] },
    count: 2000,
    study: [0.128, 0.023, 0.81],
  },
  {
    name: '80 % of the cards seen, memory off by 0.7',
    world: { seen: 0.8, memorySpread: 0.7 },
    count: 3000,
    study: null,
  },
]

const HEAD = `| World | Candidates | Brier | in the study | Calibration error | in the study | 80 % band holds | in the study | Width |
|---|---|---|---|---|---|---|---|---|`

const rows = CASES.map(({ name, world, count, study }) => {
  const { brier, ece, coverage, width } = scoreOf(world, count)
  const cells = [
    name,
    count.toLocaleString('en'),
    brier.toFixed(3),
    study?.[0].toFixed(3) ?? '–',
    ece.toFixed(3),
    study?.[1].toFixed(3) ?? '–',
    percent(coverage),
    study ? percent(study[2]) : '–',
    `${Math.round(100 * width)} points`,
  ]
  return `| ${cells.join(' | ')} |`
})
const table = [HEAD, ...rows].join('\n')
console.log(table)
if (process.argv.includes('--write')) write('docs/readiness.md', table)

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}

/** Puts the table between its two marks, with the day. */
function write(file: string, measured: string): void {
  const text = readFileSync(file, 'utf8')
  const [before, rest = ''] = text.split('<!-- figures -->')
  const after = rest.split('<!-- end of figures -->')[1] ?? ''
  const day = new Date().toISOString().slice(0, 10)
  const block = `<!-- figures -->\nRun on ${day}.\n\n${measured}\n<!-- end of figures -->`
  writeFileSync(file, `${before}${block}${after}`)
}
