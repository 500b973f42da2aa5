/** Takes the pictures of the README and of the manifest. Run by hand: `npm run screenshots`. */
import { chromium } from '@playwright/test'
import type { Browser, Locator, Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { defaultPlan, examRowKey, MINUTES_ROW } from '../../src/core/plan-settings.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { putRows } from './browser-data.ts'
import { BUILD, buildApp } from './builds.ts'
import { bundlesOf } from './bundles-of-build.ts'
import { findChromium, launchOptionsOf } from './chromium.ts'
import { learnerRows } from './learner.ts'
import { KEYBOARD } from './hands.ts'
import { serve } from './server.ts'
import { StudyScreen } from './study-screen.ts'

const README = 'docs/screenshots'
/** The light ones are shown by browsers that install the app; vite.config.ts lists them. */
const MANIFEST = 'public/screenshots'
/** A Monday morning. */
const NOW = Date.UTC(2026, 10, 23, 15, 20)

const SIZES = {
  wide: { width: 1280, height: 800 },
  narrow: { width: 390, height: 844 },
} as const

interface Look {
  readonly size: keyof typeof SIZES
  readonly colorScheme: 'light' | 'dark'
}

mkdirSync(README, { recursive: true })
mkdirSync(MANIFEST, { recursive: true })
await buildApp(BUILD)
const site = await serve(BUILD)
const browser = await chromium.launch(launchOptionsOf(await findChromium()))
await shoot(browser, { size: 'wide', colorScheme: 'light' })
await shoot(browser, { size: 'narrow', colorScheme: 'light' })
await shoot(browser, { size: 'narrow', colorScheme: 'dark' })
await browser.close()
await site.stop()

async function shoot(shooter: Browser, look: Look): Promise<void> {
  const page = await learnersPage(shooter, look)
  await save(page, '/', 'today', look)
  await save(page, '/progress/AZ-104', 'progress', look)
  await save(page, '/plan/AZ-104', 'plan', look, page.getByText(/^8 of 10 runs/))
  await answered(page)
  await save(page, null, 'study', look)
  await page.context().close()
}

/** A page of somebody who has studied for some weeks. */
async function learnersPage(shooter: Browser, { size, colorScheme }: Look): Promise<Page> {
  const context = await shooter.newContext({
    baseURL: site.origin,
    viewport: SIZES[size],
    deviceScaleFactor: size === 'narrow' ? 2 : 1,
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'America/Chicago',
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(NOW)
  await page.goto('/welcome')
  await page.getByRole('heading', { level: 1 }).waitFor()
  const chosen = bundlesOf(BUILD).filter(({ exam }) => exam !== 'AZ-900')
  const { settings = [], ...rows } = learnerRows(chosen, { now: NOW, days: 42, seen: 0.7 })
  await putRows(page, { ...rows, settings: [...settings, ...planRows()] })
  return page
}

/** Half an hour on weekdays, more on Saturdays, none on Sundays, for an exam in eight weeks. */
function planRows() {
  const stamp = { updatedAt: NOW, device: 'synthetic' }
  const plan = { ...defaultPlan(Math.floor(NOW / DAY_MS)), date: '2027-01-16', newPerDay: 20 }
  return [
    { key: MINUTES_ROW, value: [30, 30, 30, 30, 30, 45, 0], ...stamp },
    { key: examRowKey('AZ-104'), value: plan, ...stamp },
  ]
}

/** A single choice that has been answered, with the reason for every option. */
async function answered(page: Page): Promise<void> {
  await page.goto('/study?exam=AZ-104')
  const screen = new StudyScreen(page, bundlesOf(BUILD), KEYBOARD)
  for (let card = await screen.card(); card; card = await screen.card()) {
    // Cards in review ask to think first.
    const options = page.getByRole('button', { name: /^Show options/ })
    if (await options.isVisible()) await options.press('Enter')
    if (card.type === 'single') return screen.answer(card, 'right')
    await screen.study(card, 'right')
  }
}

/** Saves what is seen at a path, or now, once it shows what is waited for. The manifest takes the light ones. */
async function save(
  page: Page,
  path: string | null,
  name: string,
  look: Look,
  shown: Locator = page.getByRole('heading', { level: 1 }),
): Promise<void> {
  if (path) await page.goto(path)
  await shown.waitFor({ timeout: 60_000 })
  await page.waitForTimeout(300)
  const dark = look.colorScheme === 'dark' ? '-dark' : ''
  const file = `${name}-${look.size}${dark}.png`
  await page.screenshot({ path: `${README}/${file}` })
  if (!dark) await page.screenshot({ path: `${MANIFEST}/${file}` })
}
