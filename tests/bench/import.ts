import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { largePackage } from './anki-package.ts'
import { open } from './collections.ts'
import type { Collection } from './collections.ts'
import type { Figure } from './figures.ts'
import { longestPause, watchFrames, watchIdlePage } from './frames.ts'

const [NOTES, ANSWERS] = [20_000, 200_000]
/** Looking at such a file and taking it in may take this long, and need this much memory. */
const MOST_MS = 120_000
const MOST_MB = 1000
const LONGEST_PAUSE_MS = 200

function of(what: string): string {
  return `${what}: 20,000 notes, 200,000 answers of Anki`
}

/** Takes in two years of Anki by the page, as somebody does on the first day. */
export async function measureImport(
  empty: Collection,
  origin: string,
  now: number,
): Promise<Figure[]> {
  const path = join(mkdtempSync(join(tmpdir(), 'cirrus-')), 'large.apkg')
  writeFileSync(path, await largePackage(NOTES, ANSWERS, now))
  const context = await open(empty, origin)
  const page = await context.newPage()
  await page.goto('/import')
  await page.getByRole('button', { name: 'Choose a file' }).waitFor()
  const memory = watchMemory(empty.profile)
  const idle = await watchIdlePage()
  await watchFrames(page)
  const reading = performance.now()
  await page.getByLabel('Choose a file').setInputFiles(path)
  const go = page.getByRole('button', { name: /^Import 20,000 notes$/ })
  await go.waitFor({ timeout: MOST_MS })
  const read = performance.now() - reading
  const importing = performance.now()
  await go.click()
  await page.getByText(/^Imported: 20,000 notes/).waitFor({ timeout: 3 * MOST_MS })
  const imported = performance.now() - importing
  const undoing = performance.now()
  await page.getByRole('button', { name: 'Take back this import' }).click()
  await page.getByText(/^Taken back: an import/).waitFor({ timeout: 3 * MOST_MS })
  const undone = performance.now() - undoing
  const pause = await longestPause(page)
  const pauseOfIdle = await idle.longest()
  const most = memory.stop()
  await context.close()
  return [
    {
      what: of('Package looked at'),
      samples: [read],
      unit: 'ms',
      target: { at: 'p50', most: MOST_MS },
    },
    {
      what: of('Package taken in'),
      samples: [imported],
      unit: 'ms',
      target: { at: 'p50', most: MOST_MS },
    },
    { what: of('Import taken back'), samples: [undone], unit: 'ms', target: null },
    {
      what: of('Longest time without a frame meanwhile'),
      samples: [pause],
      unit: 'ms',
      target: { at: 'p50', most: LONGEST_PAUSE_MS },
    },
    {
      what: of('The same of a page with nothing to do, at the same time'),
      samples: [pauseOfIdle],
      unit: 'ms',
      target: null,
    },
    ...(most === null
      ? []
      : [
          {
            what: of('Most memory of the page’s process'),
            samples: [most],
            unit: 'MB' as const,
            target: { at: 'p50' as const, most: MOST_MB },
          },
        ]),
  ]
}

/** The most memory that a renderer of this browser had, in MB; null where the system does not tell. */
function watchMemory(profile: string): { readonly stop: () => number | null } {
  let most: number | null = null
  const look = () => {
    if (process.platform !== 'linux') return
    for (const megabytes of renderers(profile)) most = Math.max(most ?? 0, megabytes)
  }
  look()
  const timer = setInterval(look, 250)
  return {
    stop: () => {
      clearInterval(timer)
      return most
    },
  }
}

/** Memory of the processes that show pages, those of this browser alone, in MB. */
function renderers(profile: string): number[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(processOf)
  const own = new Set<string>()
  const isOwn = ({ parent, command }: Process) => own.has(parent) || command.includes(profile)
  // Children come after their parents, as numbers of processes mostly do; twice is enough.
  for (let round = 0; round < 3; round++) {
    for (const each of processes) if (isOwn(each)) own.add(each.id)
  }
  return processes
    .filter(({ id, command }) => own.has(id) && command.includes('--type=renderer'))
    .map(({ megabytes }) => megabytes)
}

interface Process {
  readonly id: string
  readonly parent: string
  readonly command: string
  readonly megabytes: number
}

function processOf(id: string): Process[] {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8')
    const value = (name: string) => new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? '0'
    const command = readFileSync(`/proc/${id}/cmdline`, 'utf8')
    return [{ id, parent: value('PPid'), command, megabytes: Number(value('VmRSS')) / 1000 }]
  } catch {
    // The process has ended in the meantime.
    return []
  }
}
