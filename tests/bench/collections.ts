import { chromium } from '@playwright/test'
import type { BrowserContext } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY_MS } from '../../src/core/time.ts'
import { putRows } from '../support/browser-data.ts'
import type { ExamBundle } from '../../src/core/catalog.ts'
import type { Rows } from '../support/browser-data.ts'
import { BUILD } from '../support/builds.ts'
import { bundlesOf } from '../support/bundles-of-build.ts'
import { findChromium, launchOptionsOf } from '../support/chromium.ts'
import { learnerRows } from '../support/learner.ts'
import { syntheticBundle } from '../support/synthetic-bundle.ts'

/** A learner's data in a browser profile, to be opened as often as a figure needs. */
export interface Collection {
  readonly name: string
  readonly profile: string
}

/** The decks that ship, begun a week ago. */
export function shippedRows(now: number): Rows {
  const bundles = bundlesOf(BUILD).filter(({ notes }) => notes.length > 0)
  return learnerRows(bundles, { now: now - 2 * DAY_MS, days: 7, seen: 0.2, newPerDay: 500 })
}

/** 20,000 cards and 200,000 reviews of a learner who has studied for three years. */
export function largeRows(now: number): Rows {
  const bundle = syntheticBundle('AZ-104', 20_000, 'v1')
  return learnerRows([current(bundle)], {
    now,
    days: 1100,
    seen: 1,
    newPerDay: 50,
    reviews: 200_000,
  })
}

/**
 * 100,000 cards, all of them seen, as of somebody who imported a great deal. The log is left out: it would
 * take minutes to put there.
 */
export function hugeRows(now: number): Rows {
  const bundle = syntheticBundle('AZ-104', 100_000, 'v1')
  const rows = learnerRows([current(bundle)], { now, days: 30, seen: 1, newPerDay: 50 })
  return { ...rows, reviews: [] }
}

/**
 * What the app has of 100,000 cards and 1,000,000 reviews besides the log. The log itself is left out: it
 * would take minutes to put there, and statistics do not read it.
 */
export function millionRows(now: number): Rows {
  const bundle = syntheticBundle('AZ-104', 100_000, 'v1')
  const options = {
    now,
    days: 1100,
    seen: 1,
    newPerDay: 50,
    reviews: 1_000_000,
    wrong: ['o1', 'o2'],
  }
  return { ...learnerRows([current(bundle)], options), reviews: [] }
}

/** With the version that the build ships, so that the app does not install its own cards over these. */
function current(bundle: ExamBundle): ExamBundle {
  const shipped = bundlesOf(BUILD).find(({ exam }) => exam === bundle.exam)
  return { ...bundle, version: shipped?.version ?? bundle.version }
}

/** Makes a profile with the app's service worker and these rows. */
export async function prepare(name: string, origin: string, rows: Rows): Promise<Collection> {
  const collection = { name, profile: mkdtempSync(join(tmpdir(), 'cirrus-bench-')) }
  const context = await open(collection, origin)
  const page = await context.newPage()
  await page.goto('/welcome')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await putRows(page, rows)
  await context.close()
  return collection
}

/** Starts a browser with the collection's profile. */
export async function open({ profile }: Collection, origin: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    ...launchOptionsOf(await findChromium()),
    baseURL: origin,
    viewport: { width: 1280, height: 800 },
    timezoneId: 'America/Chicago',
  })
}
