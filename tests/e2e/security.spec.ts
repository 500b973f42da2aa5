import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { BUILD } from '../support/builds.ts'
import { bundlesOf } from '../support/bundles-of-build.ts'
import { KEYBOARD } from '../support/hands.ts'
import { listeningProxy } from '../support/listening-proxy.ts'
import { StudyScreen } from '../support/study-screen.ts'
import { begin, expect, keptOffline, test, watch } from './fixtures.ts'

/** Addresses of screens that need to be told what to show. */
const WITH_NAMES = [
  '/progress/AZ-104',
  '/progress/AZ-104/az104-storage',
  '/plan/AZ-104',
  '/cards/st-tier-minimum-days/c1',
  '/notes/st-tier-minimum-days/edit',
  '/nowhere',
]

/** Those that need nothing, as the router names them: a new screen is looked at without being told of. */
function plainScreens(): string[] {
  const router = readFileSync('src/app/router.tsx', 'utf8')
  const paths = [...router.matchAll(/(?:path: |\[)'([^'*]+)'/g)].map(([, path = '']) => path)
  return paths
    .map((path) => `/${path.replace(/^\//, '').replaceAll(/\/:\w+\?/g, '')}`)
    .filter((path) => !path.includes(':'))
}

async function visitEverything(page: Page): Promise<void> {
  const screens = plainScreens()
  expect(screens).toEqual(expect.arrayContaining(['/', '/backup', '/notes/new', '/study']))
  for (const path of [...screens, ...WITH_NAMES]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible()
  }
}

function inFortyDays(): string {
  return new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
}

async function useWorkers(page: Page): Promise<void> {
  await page.goto('/plan')
  await page.getByLabel('Exam date').fill(inFortyDays())
  await expect(page.getByRole('img', { name: /^Simulated recall/ })).toBeVisible()
  await page.goto('/backup')
  await page.getByRole('button', { name: 'Make a snapshot now' }).click()
  await expect(page.getByRole('button', { name: /^Restore the snapshot/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Check my data' }).click()
  await expect(page.getByText(/checked|in order|right/i).first()).toBeVisible()
}

test(
  'over a whole journey nothing asks another host: no page, no worker, no service worker',
  { tag: '@offline' },
  async ({ browser, site, offences }) => {
    test.setTimeout(120_000)
    const proxy = await listeningProxy()
    const context = await browser.newContext({
      baseURL: site.origin,
      proxy: { server: proxy.origin, bypass: 'localhost' },
    })
    await watch(context, site.origin, offences)
    const page = await context.newPage()
    await begin(page, ['AZ-104', 'AZ-305'])
    await keptOffline(page)
    const screen = new StudyScreen(page, bundlesOf(BUILD), KEYBOARD)
    for (const how of ['right', 'wrong', 'unknown'] as const) {
      const card = await screen.card()
      if (card) await screen.study(card, how)
    }
    await visitEverything(page)
    await useWorkers(page)
    expect(page.context().serviceWorkers()).toHaveLength(1)
    expect(proxy.asked).toEqual([])

    // And it would have been heard.
    await page.goto('http://elsewhere.example/').catch(() => null)
    expect(proxy.asked.join(' ')).toContain('elsewhere.example')
    expect(offences.splice(0)).toEqual(['Asked http://elsewhere.example/'])
    await context.close()
    await proxy.stop()
  },
)

test(
  'text does not become markup or a script past the rules of the app',
  { tag: '@offline' },
  async ({ page, site, offences }) => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const attempts = await page.evaluate(async (own) => {
      const tried: Record<string, string> = {}
      const attempt = async (name: string, act: () => unknown) => {
        try {
          await act()
          tried[name] = 'allowed'
        } catch (error) {
          tried[name] = error instanceof Error ? error.name : String(error)
        }
      }
      const element = document.createElement('div')
      await attempt('markup', () => (element.innerHTML = '<b>x</b>'))
      await attempt('parsed', () => new DOMParser().parseFromString('<b>x</b>', 'text/html'))
      await attempt('worker of another host', () => new Worker('https://example.com/x.js'))
      await attempt('worker from a text', () => new Worker('data:text/javascript,1'))
      await attempt('service worker of another host', () =>
        navigator.serviceWorker.register('https://example.com/x.js'),
      )
      await attempt('script element', () => {
        document.createElement('script').src = 'https://example.com/x.js'
      })
      await attempt('own worker', () => new Worker(`${own}/theme.js`).terminate())
      return tried
    }, site.origin)
    expect(attempts).toEqual({
      markup: 'TypeError',
      parsed: 'TypeError',
      'worker of another host': 'TypeError',
      'worker from a text': 'TypeError',
      'service worker of another host': 'TypeError',
      'script element': 'TypeError',
      'own worker': 'allowed',
    })
    // The browser tells of each, to the page and on the console.
    await expect.poll(() => offences.length).toBe(12)
    offences.length = 0
  },
)
