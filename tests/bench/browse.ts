/* oxlint-disable unicorn/consistent-function-scoping -- what runs in the page has to be whole */
import type { Page } from '@playwright/test'
import { open } from './collections.ts'
import type { Collection } from './collections.ts'
import type { Figure } from './figures.ts'
import { longestPause, watchFrames } from './frames.ts'

/** Each finds another number of cards than the one before, so that the end can be seen. */
const QUERIES = [
  'gateway',
  'gateway lock',
  '"lock log"',
  'is:due',
  'is:due -storage',
  'prop:s<21 vault',
  'type:command region',
  'zone (lock or rule) -gateway',
  'skill:tiers',
  'e',
]

/** Opening the list, searching as one types, and scrolling through it. */
export async function measureBrowse(
  collection: Collection,
  origin: string,
  { opens, searches }: { readonly opens: number; readonly searches: number },
): Promise<Figure[]> {
  const { name } = collection
  const opened: number[] = []
  const read: number[] = []
  for (let run = 0; run < opens; run++) {
    const context = await open(collection, origin)
    const page = await context.newPage()
    await openToday(page)
    opened.push(await page.evaluate(openList))
    read.push(await page.evaluate(readAll))
    await context.close()
  }
  const context = await open(collection, origin)
  const page = await context.newPage()
  await openToday(page)
  await page.evaluate(openList)
  await page.evaluate(readAll)
  const typed = await page.evaluate(search, { queries: QUERIES, times: searches })
  const { frames, blank } = await page.evaluate(scroll, 150)
  await watchFrames(page)
  const [suspended, undone, reset, resetUndone] = await page.evaluate(changeAll)
  const pause = await longestPause(page)
  await context.close()
  return [
    figure(`Browse opened, first cards painted: ${name}`, opened, { at: 'p50', most: 1000 }),
    figure(`Browse opened, all texts read: ${name}`, read, null),
    figure(`Search typed to cards painted: ${name}`, typed, {
      at: 'p95',
      most: name.startsWith('100,000') ? 100 : 50,
    }),
    figure(`All suspended at once: ${name}`, [suspended], null),
    figure(`That undone: ${name}`, [undone], null),
    figure(`All started anew at once: ${name}`, [reset], null),
    figure(`That undone: ${name}`, [resetUndone], null),
    figure(`Longest time without a frame meanwhile: ${name}`, [pause], null),
    figure(`Browse, a frame while scrolling: ${name}`, frames, { at: 'p95', most: 34 }),
    figure(`Browse, frames without cards of 150 while scrolling: ${name}`, [blank], null, ''),
  ]
}

function figure(
  what: string,
  samples: readonly number[],
  target: Figure['target'],
  unit: Figure['unit'] = 'ms',
): Figure {
  return { what, samples, unit, target }
}

async function openToday(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(500)
}

/** Runs in the page: from the tap on Browse to the second frame after cards with their text stand there. */
async function openList(): Promise<number> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const start = performance.now()
  document.querySelector<HTMLElement>('a[href="/browse"]')?.click()
  const isThere = () => {
    const title = document.querySelector('[role=row][data-index] a')?.textContent ?? '…'
    return !title.endsWith(' …')
  }
  while (!document.querySelector('[role=row][data-index] a') || !isThere()) await frame()
  await frame()
  return performance.now() - start
}

/** Until words can be searched for. */
async function readAll(): Promise<number> {
  const start = performance.now()
  const field = document.querySelector<HTMLInputElement>('input[type=search]')
  const type = (text: string) => {
    field?.focus()
    field?.select()
    document.execCommand(text === '' ? 'delete' : 'insertText', false, text)
  }
  type('storage')
  const heading = () => document.querySelector('h1')?.textContent ?? ''
  while (!heading().includes(' of ')) await new Promise((resolve) => setTimeout(resolve, 5))
  type('')
  while (heading().includes(' of ')) await new Promise((resolve) => setTimeout(resolve, 5))
  return performance.now() - start
}

/** From the text in the field to the second frame after the number of cards is another. */
async function search({
  queries,
  times,
}: {
  queries: readonly string[]
  times: number
}): Promise<number[]> {
  const field = document.querySelector<HTMLInputElement>('input[type=search]')
  const heading = document.querySelector('h1')
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const samples: number[] = []
  for (let index = 0; index < times; index++) {
    await new Promise((resolve) => setTimeout(resolve, 60 + 7 * (index % 5)))
    const before = heading?.textContent
    field?.focus()
    field?.select()
    const start = performance.now()
    document.execCommand('insertText', false, queries[index % queries.length])
    await new Promise<void>((resolve) => {
      const check = () => {
        if (heading?.textContent === before) return
        observer.disconnect()
        resolve()
      }
      const observer = new MutationObserver(check)
      observer.observe(document.body, { childList: true, subtree: true, characterData: true })
      check()
    })
    await frame()
    await frame()
    samples.push(performance.now() - start)
  }
  field?.select()
  document.execCommand('delete')
  await new Promise((resolve) => setTimeout(resolve, 1000))
  return samples
}

/** Suspends every card, undoes that, starts every card anew, and undoes that: from the press to the words that say so. */
async function changeAll(): Promise<[number, number, number, number]> {
  const button = (name: string, where = 'main') =>
    [...document.querySelectorAll<HTMLElement>(`${where} button`)].find(
      ({ textContent }) => textContent === name,
    )
  const until = async (isThere: () => boolean) => {
    while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const says = (words: string) =>
    [...document.querySelectorAll('main output')].some(({ textContent }) =>
      textContent.startsWith(words),
    )
  const timed = async (act: () => void, words: string) => {
    const start = performance.now()
    act()
    await until(() => says(words))
    return performance.now() - start
  }
  const row = document.querySelector<HTMLElement>('[role=row][data-index]')
  row?.focus()
  row?.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true }))
  await until(() => button('Suspend') !== undefined)
  const suspended = await timed(() => button('Suspend')?.click(), 'Suspended')
  await until(() => button('Undo') !== undefined)
  const undone = await timed(() => button('Undo')?.click(), 'Undone')
  button('Start anew…')?.click()
  await until(() => button('Start anew', 'dialog[open]') !== undefined)
  const reset = await timed(() => button('Start anew', 'dialog[open]')?.click(), 'Started')
  await until(() => button('Undo') !== undefined)
  const resetUndone = await timed(() => button('Undo')?.click(), 'Undone')
  return [suspended, undone, reset, resetUndone]
}

/** Scrolls most of a screen with every frame. */
async function scroll(count: number): Promise<{ frames: number[]; blank: number }> {
  const frames: number[] = []
  let blank = 0
  let last = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
  for (let index = 0; index < count; index++) {
    window.scrollBy({ top: 600, behavior: 'instant' })
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const middle = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2)
    if (!middle?.closest('[role=row]')) blank += 1
    frames.push(now - last)
    last = now
  }
  return { frames, blank }
}
