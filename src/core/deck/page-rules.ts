import { lookUpPage } from './page-index.ts'
import type { PageIndex } from './page-index.ts'
import type { Say } from './rule.ts'
import type { NoteTree } from './tree.ts'

/**
 * Sources exist, and at least one of them is as new as its page. A card with a source that the index
 * does not cover is not judged by age, as that one may be the newer text.
 */
export function checkPages({ id, sources }: NoteTree, say: Say, index: PageIndex): void {
  const found = sources.map((source) => ({ ...source, updated: lookUpPage(source.url, index) }))
  for (const { url, updated, line } of found) {
    if (updated !== 'unknown') continue
    say('W112', `no such page on ${index.asOf}: ${url}`, line)
  }
  const known = found.flatMap(({ updated, readOn, line }) =>
    updated === null || updated === 'unknown' || readOn === null ? [] : [{ updated, readOn, line }],
  )
  const [first] = known
  if (!first || known.length < found.length) return
  if (known.some(({ updated, readOn }) => updated <= readOn)) return
  const text = `"${id}" rests on a text of ${first.readOn}, its page was updated ${first.updated}`
  say('W113', text, first.line)
}
