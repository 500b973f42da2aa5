/** Runs the journeys in a Firefox of the system: `npm run test:firefox`. Says so where there is none. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['firefox-esr', 'firefox']

const folders = (process.env['PATH'] ?? '').split(delimiter)
const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
const firefox = process.env['FIREFOX_PATH'] ?? found.find((path) => existsSync(path))

if (firefox) {
  const { status } = spawnSync(
    'playwright',
    ['test', '--project=firefox', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: { ...process.env, CIRRUS_FIREFOX: firefox },
    },
  )
  process.exitCode = status ?? 1
} else {
  console.log('Skipped: there is no Firefox here. Install firefox-esr, or set FIREFOX_PATH.')
}
