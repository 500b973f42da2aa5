import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** Builds a site of one empty page that can import the app's database code from `/db.js`. */
export async function buildDbPage(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'cirrus-db-page-'))
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      target: 'es2022',
      outDir,
      lib: { entry: 'tests/support/db-in-page.ts', formats: ['es'], fileName: () => 'db.js' },
    },
  })
  writeFileSync(join(outDir, 'index.html'), '<!doctype html><title>Database</title>')
  writeFileSync(join(outDir, '_headers'), '')
  return outDir
}
