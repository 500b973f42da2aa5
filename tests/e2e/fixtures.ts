import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect } from '@playwright/test'
import type { BrowserContext, Page } from '@playwright/test'
import { BUILD } from '../support/builds.ts'
import { serve } from '../support/server.ts'
import type { Site } from '../support/server.ts'

interface Fixtures {
  /** The app as it ships, on a host of its own. */
  readonly site: Site
  /** What no journey may do: break the policy, ask another origin, throw. Empty at the end. */
  readonly offences: string[]
}

/** Of a journey that needs the service worker; the others run without one. */
const OFFLINE = '@offline'

/** Each test has an origin of its own, and fails where the page breaks its own rules. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs
  site: async ({}, use) => {
    const site = await serve(BUILD)
    await use(site)
    await site.stop()
  },
  baseURL: async ({ site }, use) => use(site.origin),
  // Keeping the whole app for a time without network is a third of what most journeys would cost.
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs
  serviceWorkers: async ({}, use, { tags }) => use(tags.includes(OFFLINE) ? 'allow' : 'block'),
  offences: [
    async ({ context, site }, use) => {
      const offences: string[] = []
      await watch(context, site.origin, offences)
      await use(offences)
      expect(offences).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Writes down what a context's pages do against the rules. */
export async function watch(
  context: BrowserContext,
  origin: string,
  offences: string[],
): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`Policy broken: ${violatedDirective} ${blockedURI}`),
    )
  })
  context.on('console', (message) => {
    if (/Policy/.test(message.text())) offences.push(message.text())
  })
  context.on('weberror', (error) => offences.push(String(error.error())))
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url())
    if (protocol.startsWith('http') && asked !== origin) offences.push(`Asked ${request.url()}`)
  })
}

/** Opens the app, chooses the exams on the first run, and comes to the first card. */
export async function begin(
  page: Page,
  exams: readonly string[] = ['AZ-104'],
  address = '/',
): Promise<void> {
  await page.goto(address)
  for (const exam of exams) await page.getByRole('checkbox', { name: new RegExp(exam) }).check()
  await page.getByRole('button', { name: /^Begin/ }).click()
  await expect(page).toHaveURL(/\/study/)
}

/** The service worker is there and has kept everything; from now on no network is needed. */
export async function keptOffline(page: Page): Promise<void> {
  if (!test.info().tags.includes(OFFLINE)) throw new Error(`Only a journey with ${OFFLINE} is kept`)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true)
}

/** No network, as on a train: the host is gone, and the browser knows. */
export async function goOffline(page: Page, site: Site): Promise<void> {
  await site.stop()
  await page.context().setOffline(true)
}

export async function goOnline(page: Page, site: Site): Promise<void> {
  await site.start()
  await page.context().setOffline(false)
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** No rule of WCAG 2.2 AA that a machine can check is broken, and contrast holds in both themes. */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = () => new AxeBuilder({ page })
  await show(page, 'light')
  if (await page.evaluate(() => matchMedia('(forced-colors: active)').matches)) {
    // The colours are the system's then, and styles still tell those of the page.
    const rules = axe().withTags(WCAG).disableRules('color-contrast')
    return expect(await violations(rules), page.url()).toEqual([])
  }
  expect(await violations(axe().withTags(WCAG)), page.url()).toEqual([])
  await show(page, 'dark')
  expect(await violations(axe().withRules('color-contrast')), `${page.url()}, dark`).toEqual([])
}

async function show(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await expect.poll(() => page.evaluate(runningAnimations)).toBe(0)
}

/** Firefox goes on listing those that are over. */
function runningAnimations(): number {
  return document.getAnimations().filter(({ playState }) => playState !== 'finished').length
}

async function violations(axe: AxeBuilder): Promise<string[]> {
  const { violations: found } = await axe.analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
