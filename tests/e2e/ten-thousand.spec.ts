import { rmSync } from 'node:fs'
import type { Page } from '@playwright/test'
import * as v from 'valibot'
import { ReviewSchema } from '../../src/core/review.ts'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { readRows } from '../support/browser-data.ts'
import { buildDbPage } from '../support/db-page.ts'
import { serve } from '../support/server.ts'
import { expect, test } from './fixtures.ts'

const EACH = 5000
/** Every tenth answer is given in both tabs, as when a request is made again: one id, one entry. */
const SHARED = 10
const CARDS = 500

/** Records the answers of one tab, so many at a time; says how many were added. */
async function record(tab: Page, name: string): Promise<number> {
  return tab.evaluate(
    async ({ name: own, each, shared, cards }) => {
      const path = '/db.js'
      const { StudyDb, recordReview, DEFAULT_SCHEDULER: settings } = await import(path)
      const db = new StudyDb('cirrus')
      const start = Date.UTC(2026, 0, 1)
      let added = 0
      const answer = async (index: number) => {
        const id = index % shared === 0 ? `both-${index}` : `${own}-${index}`
        const result = await recordReview(
          db,
          {
            kind: 'rated',
            id,
            cardId: `note-${index % cards}#1`,
            at: start + index * 60_000,
            utcOffsetMin: 0,
            device: own,
            rating: index % 7 === 0 ? 'again' : 'good',
            durationMs: 1000,
            mode: 'study',
            rev: 1,
          },
          settings,
        )
        if (result.added) added += 1
      }
      for (let from = 0; from < each; from += 25) {
        await Promise.all(Array.from({ length: 25 }, (_, nth) => answer(from + nth)))
      }
      db.close()
      return added
    },
    { name, each: EACH, shared: SHARED, cards: CARDS },
  )
}

test('of ten thousand answers from two tabs none is lost and none is doubled', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const folder = await buildDbPage()
  const site = await serve(folder)
  const context = await browser.newContext({ baseURL: site.origin })
  const tabs = [await context.newPage(), await context.newPage()]
  const [first, second] = tabs
  if (!first || !second) throw new Error('There are two tabs')
  for (const tab of tabs) await tab.goto('/')
  const start = Date.now()
  const added = await Promise.all([record(first, 'one'), record(second, 'two')])
  console.log(`${2 * EACH} answers in ${((Date.now() - start) / 1000).toFixed(1)} s`)

  const shared = EACH / SHARED
  expect(added.reduce((sum, count) => sum + count, 0)).toBe(2 * EACH - shared)
  const log = v.parse(v.array(ReviewSchema), await readRows(first, 'reviews'))
  const expected = Array.from({ length: EACH }, (_, index) =>
    index % SHARED === 0 ? [`both-${index}`] : [`one-${index}`, `two-${index}`],
  ).flat()
  expect(log.map(({ id }) => id).toSorted()).toEqual(expected.toSorted())

  // And each card is what all of its answers, of both tabs, add up to.
  const states = await readRows(first, 'cardStates')
  const replayed = [...Map.groupBy(log, ({ cardId }) => cardId).values()].map((all) =>
    replay(all, DEFAULT_SCHEDULER),
  )
  expect(states).toHaveLength(CARDS)
  expect(states).toEqual(expect.arrayContaining(replayed))
  await context.close()
  await site.stop()
  rmSync(folder, { recursive: true })
})
