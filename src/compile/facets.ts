import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseFacets } from '../core/deck/facets.ts'
import type { FacetRow } from '../core/deck/facets.ts'

const FOLDER = 'facets'

/**
 * The facets of all skills in the sheets `facets/*.tsv` of a folder of decks; null where it has none.
 *
 * @throws Error naming file and line of what cannot be read
 */
export function readFacets(folder: string): FacetRow[] | null {
  const path = join(folder, FOLDER)
  if (!existsSync(path)) return null
  const files = readdirSync(path).filter((file) => file.endsWith('.tsv'))
  return files.toSorted().flatMap((file) => {
    try {
      return parseFacets(readFileSync(join(path, file), 'utf8'))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new Error(`${FOLDER}/${file}: ${why}`, { cause: error })
    }
  })
}
