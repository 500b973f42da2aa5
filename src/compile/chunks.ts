/** What the bundler tells of its modules; null for one that it does not know. */
export interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/**
 * Names the file that a module goes into: `base` for all that the start needs, `study` for what the study
 * screen needs beside it, null for the others, which the bundler puts where it likes. As one file each they
 * are there in one go, where fifty small ones cost a slow phone a tenth of a second before the first card.
 *
 * @param start module that the page loads
 * @param study module of the study screen, loaded on demand
 */
export function chunkNames(
  start: string,
  study: string,
): (id: string, modules: Modules) => 'base' | 'study' | null {
  let first: ReadonlySet<string> = new Set()
  let then: ReadonlySet<string> = new Set()
  return (id, modules) => {
    if (first.size === 0) {
      first = reach(start, modules)
      then = reach(study, modules)
    }
    if (first.has(id)) return 'base'
    return then.has(id) ? 'study' : null
  }
}

/** A module and all that it imports, and these import, at once: not on demand. */
function reach(from: string, modules: Modules): Set<string> {
  const reached = new Set([from])
  for (const id of reached) {
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) reached.add(imported)
  }
  return reached
}
