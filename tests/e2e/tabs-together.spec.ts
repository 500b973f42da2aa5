import { rmSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { putRows, readLog, readRows } from '../support/browser-data.ts'
import { BUILD, NEXT_BUILD, NEXT_WORDS, withLaterSchema } from '../support/builds.ts'
import { bundlesOf } from '../support/bundles-of-build.ts'
import { drive } from '../support/fast-driver.ts'
import { plain } from '../support/hands.ts'
import { cardsByName } from '../support/study-screen.ts'
import { begin, expect, keptOffline, test } from './fixtures.ts'

const CARDS = cardsByName(bundlesOf(BUILD))

interface Told {
  /** Names of the cards that the screen has gone on from, in their order. */
  readonly confirmed: string[]
  pending: string | null
}

/** Studies in a tab by itself, and tells. */
async function studyIn(tab: Page, path: string): Promise<Told> {
  const told: Told = { confirmed: [], pending: null }
  await tab.exposeFunction('rating', (name: string) => (told.pending = plain(name)))
  await tab.exposeFunction('confirmed', (name: string) => {
    told.confirmed.push(plain(name))
    told.pending = null
  })
  await tab.goto(path)
  await tab.getByRole('region', { name: 'Your answer' }).waitFor()
  void tab.evaluate(drive, 700).catch(() => null)
  return told
}

/** Cards by their ids, and how many of each. */
function counted(ids: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(ids, (id) => id)].map(([id, all]) => [id, all.length]))
}

test(
  'three tabs at once: answers, settings, new cards and a new schema; the old ones step aside',
  { tag: '@offline' },
  async ({ page, context, site }) => {
    test.setTimeout(120_000)
    const later = withLaterSchema(NEXT_BUILD)
    await begin(page, ['AZ-104', 'AZ-305'])
    await keptOffline(page)
    const row = { key: 'newPerDay', value: 500, updatedAt: Date.now(), device: 'test' }
    await putRows(page, { settings: [row] })
    const [first, second] = [await context.newPage(), await context.newPage()]
    const tabs = [
      { tab: first, told: await studyIn(first, '/study?exam=AZ-104') },
      { tab: second, told: await studyIn(second, '/study?exam=AZ-305') },
    ]

    await page.goto('/settings')
    await page.getByRole('radio', { name: 'Four' }).check({ force: true })
    await expect
      .poll(async () => JSON.stringify(await readRows(page, 'settings')))
      .toContain('four')
    site.deploy(later)
    await page.goto('/')
    await page.getByRole('button', { name: 'Update now' }).click()
    await expect(page.getByRole('banner').getByRole('status').last()).toHaveText(NEXT_WORDS)
    const alert = first
      .getByRole('alert')
      .filter({ hasText: 'A newer version of Cirrus is in use' })
    await expect(alert).toBeVisible({ timeout: 30_000 })
    await expect(alert).toContainText('After that this card comes up again')

    // What the tabs had said is there once, and nothing else is but what they were about to say.
    const log = await readLog(page)
    const idOf = (name: string) => CARDS.get(name)?.cardId ?? name
    const confirmed = tabs.flatMap(({ told }) => told.confirmed.map(idOf))
    expect(confirmed.length).toBeGreaterThan(4)
    const inLog = counted(log.map(({ cardId }) => cardId))
    const pending = new Set(tabs.map(({ told }) => idOf(told.pending ?? '')))
    for (const [id, count] of Object.entries(counted(confirmed))) {
      expect([count, pending.has(id) ? count + 1 : count]).toContain(inLog[id])
    }
    expect(log.length - confirmed.length).toBeLessThanOrEqual(pending.size)
    expect(await readRows(page, 'cardStates')).toEqual(
      expect.arrayContaining(
        [...Map.groupBy(log, ({ cardId }) => cardId).values()].map((all) =>
          replay(all, DEFAULT_SCHEDULER),
        ),
      ),
    )
    const settings = await readRows(page, 'settings')
    expect(settings).toContainEqual(expect.objectContaining({ key: 'buttons', value: 'four' }))
    expect(settings).toContainEqual(expect.objectContaining({ key: 'newPerDay', value: 500 }))
    await expect
      .poll(async () => JSON.stringify(await readRows(page, 'notes')))
      .toContain('st-added-later')

    // Loaded anew, an old tab is a new one and goes on.
    await first.reload()
    await expect(first.getByRole('region', { name: /answer/i }).first()).toBeVisible()
    await first.close()
    await second.close()
    rmSync(later, { recursive: true })
  },
)
