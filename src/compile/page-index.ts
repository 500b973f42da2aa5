import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parsePageIndex } from '../core/deck/page-index.ts'
import type { PageIndex } from '../core/deck/page-index.ts'

/** Reads the index of documentation pages, decks/learn-pages.tsv.gz. */
export function readPageIndex(path: string): PageIndex {
  return parsePageIndex(gunzipSync(readFileSync(path)).toString('utf8'))
}
