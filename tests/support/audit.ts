/**
 * Asks the registry whether a package that ships has a known vulnerability. A registry that cannot be
 * reached, as on a train or behind a mirror without this service, is told of and counts as skipped.
 */
import { spawnSync } from 'node:child_process'
import { SKIPPED } from './steps.ts'

const { stdout, stderr, error } = spawnSync(
  'npm',
  ['audit', '--omit=dev', '--json', '--fetch-retries=0'],
  {
    encoding: 'utf8',
    timeout: 60_000,
  },
)
const report = reportOf(stdout)
if (report === null) {
  const [why = ''] = (error?.message ?? stderr).split('\n').filter((line) => line !== '')
  console.log(`SKIPPED: the registry did not answer, so nothing is known. ${why}`)
  process.exitCode = SKIPPED
} else {
  const found = Object.entries(report)
  found.forEach(([name, { severity }]) => console.log(`${name}: ${severity}`))
  console.log(`${found.length} packages that ship have a known vulnerability`)
  process.exitCode = found.length > 0 ? 1 : 0
}

/** What was found, by package; null where nothing was found out. */
function reportOf(text: string): Record<string, { readonly severity: string }> | null {
  try {
    const { vulnerabilities } = JSON.parse(text)
    return typeof vulnerabilities === 'object' ? vulnerabilities : null
  } catch {
    return null
  }
}
