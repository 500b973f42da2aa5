/** Pages of Microsoft's documentation and when each was last updated, as an index listed them. */
export interface PageIndex {
  /** Day on which the index was made, `YYYY-MM-DD`. */
  readonly asOf: string
  /** Path under `https://learn.microsoft.com/en-us`, lower case, without query → day of its last update. */
  readonly pages: ReadonlyMap<string, string>
  /** Folders with a page in the index. Of other folders it knows nothing. */
  readonly folders: ReadonlySet<string>
}

const LEARN = /^https:\/\/learn\.microsoft\.com\/en-us(\/[^?#]*)/

/** What the index says of an address: the day of its last update, `unknown`, or null if it does not cover it. */
export function lookUpPage(url: string, index: PageIndex): string | null {
  const path = LEARN.exec(url)?.[1]?.replace(/\/$/, '').toLowerCase()
  if (path === undefined) return null
  const updated = index.pages.get(path)
  if (updated !== undefined) return updated
  return index.folders.has(folderOf(path)) ? 'unknown' : null
}

/**
 * Reads an index: lines of path, tab and day, after a first line that ends in the day of the index.
 *
 * @throws Error naming the first line that is not of this form
 */
export function parsePageIndex(text: string): PageIndex {
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const asOf = /(\d{4}-\d\d-\d\d)$/.exec(head)?.[1]
  if (asOf === undefined) throw new Error('page index: line 1 does not end in a date')
  const pages = new Map<string, string>()
  for (const [index, line] of lines.entries()) {
    const row = /^(\/\S+)\t(\d{4}-\d\d-\d\d)$/.exec(line)
    if (!row?.[1] || !row[2])
      throw new Error(`page index: line ${index + 2} is not a path and a date`)
    pages.set(row[1], row[2])
  }
  return { asOf, pages, folders: new Set([...pages.keys()].map(folderOf)) }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}
