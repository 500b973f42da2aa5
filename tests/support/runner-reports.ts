import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Tally } from './steps.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const VitestReport = v.object({
  numPassedTests: count,
  numFailedTests: count,
  numPendingTests: count,
  numTodoTests: count,
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
})

/** What Vitest's JSON reporter wrote. A file that could not be run counts as one failure. */
export function readVitest(path: string): Tally {
  const report = v.parse(VitestReport, JSON.parse(readFileSync(path, 'utf8')))
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

const PlaywrightReport = v.object({
  stats: v.object({ expected: count, unexpected: count, flaky: count, skipped: count }),
  errors: v.array(v.unknown()),
})

/** What Playwright's JSON reporter wrote. A test that passed only when tried again has failed. */
export function readPlaywright(path: string): Tally {
  const { stats, errors } = v.parse(PlaywrightReport, JSON.parse(readFileSync(path, 'utf8')))
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}
