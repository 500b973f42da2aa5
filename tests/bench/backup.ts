import { statSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { open } from './collections.ts'
import type { Collection } from './collections.ts'
import type { Figure } from './figures.ts'
import { longestPause, watchFrames, watchIdlePage } from './frames.ts'

/** Taking in a file of this size may take this long (milliseconds). */
const MOST_MS = 120_000
/** A page that answers within this many milliseconds feels alive. */
const LONGEST_PAUSE_MS = 200

/** Makes a backup, looks through everything, and takes the file in as a browser without data would. */
export async function measureBackup(
  collection: Collection,
  empty: Collection,
  origin: string,
): Promise<Figure[]> {
  const context = await open(collection, origin)
  const page = await context.newPage()
  await page.goto('/backup')
  const button = page.getByRole('button', { name: 'Download a backup' })
  await button.waitFor()
  await watchFrames(page)
  const start = performance.now()
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  const path = await download.path()
  const exported = performance.now() - start
  const checked = await timed(page, 'Check my data', /entries of/)
  const pauseBefore = await longestPause(page)

  const other = await open(empty, origin)
  const fresh = await other.newPage()
  await fresh.goto('/backup')
  const idle = await watchIdlePage()
  await watchFrames(fresh)
  const reading = performance.now()
  await fresh.getByLabel('Choose a backup file').setInputFiles(path)
  await fresh.getByRole('dialog').waitFor({ timeout: MOST_MS })
  const read = performance.now() - reading
  const restoring = performance.now()
  await fresh.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
  await fresh.getByText(/^Restored/).waitFor({ timeout: 2 * MOST_MS })
  const restored = performance.now() - restoring
  const pause = Math.max(pauseBefore, await longestPause(fresh))
  const pauseOfIdle = await idle.longest()
  const bytes = statSync(path).size
  await context.close()
  await other.close()
  const of = (what: string) => `${what}: ${collection.name}`
  const target = { at: 'p50', most: MOST_MS } as const
  const calm = { at: 'p50', most: LONGEST_PAUSE_MS } as const
  return [
    { what: of('Backup made'), samples: [exported], unit: 'ms', target },
    { what: of('Size of the backup'), samples: [bytes / 1000], unit: 'kB', target: null },
    { what: of('Everything checked'), samples: [checked], unit: 'ms', target },
    { what: of('Backup read before it is taken in'), samples: [read], unit: 'ms', target },
    { what: of('Backup taken in by an empty browser'), samples: [restored], unit: 'ms', target },
    {
      what: of('Longest time without a frame meanwhile'),
      samples: [pause],
      unit: 'ms',
      target: calm,
    },
    {
      what: of('The same of a page with nothing to do, while it is taken in'),
      samples: [pauseOfIdle],
      unit: 'ms',
      target: null,
    },
  ]
}

async function timed(page: Page, name: string, done: RegExp): Promise<number> {
  const start = performance.now()
  await page.getByRole('button', { name }).click()
  await page.getByText(done).waitFor({ timeout: MOST_MS })
  return performance.now() - start
}
