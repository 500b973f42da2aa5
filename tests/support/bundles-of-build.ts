import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseBundle } from '../../src/core/bundle-schema.ts'
import type { ExamBundle } from '../../src/core/catalog.ts'

/** What a build ships, exam by exam. */
export function bundlesOf(build: string): ExamBundle[] {
  const folder = join(build, 'decks')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => parseBundle(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
}
