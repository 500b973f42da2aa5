/**
 * Runs everything that has to hold: format, lint, types, decks, unit, component and browser tests.
 * The last line says how many passed and failed over all runners; a check counts as one test.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPlaywright, readVitest } from './support/runner-reports.ts'
import { runStep } from './support/steps.ts'
import type { Outcome, Step } from './support/steps.ts'

const reports = mkdtempSync(join(tmpdir(), 'cirrus-tests-'))
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')
process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] = playwrightReport

const CHECKS: readonly Step[] = [
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of core', command: ['tsc', '-p', 'src/core'] },
  { name: 'decks', command: ['node', 'src/compile/lint-cli.ts'] },
  { name: 'known vulnerabilities', command: ['node', 'tests/support/audit.ts'] },
]

const RUNNERS: readonly Step[] = [
  {
    name: 'unit and component tests',
    command: [
      'vitest',
      'run',
      '--silent=passed-only',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
    ],
    read: () => readVitest(vitestReport),
  },
  {
    name: 'browser tests',
    command: ['playwright', 'test', '--reporter=list,json'],
    read: () => readPlaywright(playwrightReport),
  },
]

const outcomes = [
  ...(await Promise.all(CHECKS.map((step) => runStep(step, 'after')))),
  // One after the other: browser tests wait for what is painted, and need the processors.
  ...(await inTurn(RUNNERS)),
]
rmSync(reports, { recursive: true })
print(outcomes)
process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0

async function inTurn(steps: readonly Step[]): Promise<Outcome[]> {
  const done: Outcome[] = []
  for (const step of steps) {
    console.log(`\n── ${step.name}`)
    done.push(await runStep(step, 'streamed'))
  }
  return done
}

function print(all: readonly Outcome[]): void {
  const rows = all.map(({ name, seconds, ...tally }) => [
    name,
    sentence(tally),
    `${seconds.toFixed(1)} s`,
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')
  const sum = (key: 'passed' | 'failed' | 'skipped') => all.reduce((n, each) => n + each[key], 0)
  console.log(`\n${rows.map(line).join('\n')}\n`)
  console.log(sentence({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }))
}

function sentence({ passed, failed, skipped }: Omit<Outcome, 'name' | 'seconds'>): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
