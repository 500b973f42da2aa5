import type { Page } from '@playwright/test'
import { begin, expect, expectAccessible, goOffline, keptOffline, test } from './fixtures.ts'

/** Every screen, with the heading that a learner of AZ-104 finds there. */
const SCREENS = [
  { path: '/', heading: /today|Nothing is due/ },
  { path: '/progress', heading: /cards? seen|seen yet/ },
  { path: '/progress/AZ-104', heading: /cards? seen|seen yet/ },
  { path: '/progress/AZ-104/az104-storage', heading: /storage/i },
  { path: '/progress/AZ-305', heading: /./ },
  { path: '/progress/stats', heading: /^No answers yet/ },
  { path: '/path?from=onprem&likes=both', heading: /Where do I begin/ },
  { path: '/plan', heading: /When is the exam/ },
  { path: '/plan/AZ-104/scheduling', heading: /Scheduling of AZ-104/ },
  { path: '/cards/st-tier-minimum-days/c1', heading: /early-deletion charge/ },
  { path: '/notes/new', heading: /^New card$/ },
  { path: '/notes/st-tier-minimum-days/edit', heading: /^Change this card$/ },
  { path: '/browse', heading: /^[\d,]+ cards$/ },
  { path: '/browse/help', heading: /search your cards/ },
  { path: '/mock', heading: /^Try the exam$/ },
  { path: '/settings', heading: /^Settings$/ },
  { path: '/settings/keys', heading: /^Keys while studying$/ },
  { path: '/settings/memory', heading: /forget as most people do/ },
  { path: '/readiness?exam=AZ-104', heading: /AZ-104/ },
  { path: '/backup', heading: /^Your data, in your hands$/ },
  { path: '/privacy', heading: /^What you do here stays here/ },
  { path: '/about', heading: /Verified cards/ },
  { path: '/welcome', heading: /Which exam/ },
  { path: '/study', heading: /./ },
  { path: '/nowhere', heading: /no such page/ },
] as const

test(
  'without a network every address opens, also those that were never visited',
  { tag: ['@phone', '@firefox', '@offline'] },
  async ({ page, site }) => {
    await begin(page)
    await keptOffline(page)
    await goOffline(page, site)
    for (const { path, heading } of SCREENS) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(heading)
    }
  },
)

/** In three parts, so that the processors share them. */
for (const part of [0, 1, 2]) {
  test(
    `screens are accessible in both themes, part ${part + 1} of 3`,
    { tag: '@phone' },
    async ({ page }) => {
      test.slow()
      await begin(page)
      for (const { path, heading } of SCREENS.filter((_, index) => index % 3 === part)) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(heading)
        await expectAccessible(page)
      }
    },
  )
}

/** Text of twice its size by the page alone: rules by the width of the window do not follow it. */
const TWICE = 'html { font-size: 200% }'

for (const part of [0, 1, 2]) {
  test(
    `no screen scrolls sideways at 320 px with text of 200 %, part ${part + 1} of 3`,
    { tag: '@phone' },
    async ({ page }) => {
      test.slow()
      await begin(page)
      await page.setViewportSize({ width: 320, height: 640 })
      for (const { path, heading } of SCREENS.filter((_, index) => index % 3 === part)) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(heading)
        await page.evaluate((rule) => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync(rule)
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
        }, TWICE)
        await page.waitForTimeout(300)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width, path).toBeLessThanOrEqual(320)
        expect(await overlapping(page), path).toEqual([])
      }
    },
  )
}

/** Names of the navigation that lie over the next one, or are cut at its start. */
function overlapping(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const names = [...document.querySelectorAll('header nav:first-of-type a > span')]
    const boxes = names.map((name) => name.getBoundingClientRect())
    return boxes.flatMap((box, index) => {
      const next = boxes[index + 1]
      const isOver = next !== undefined && next.top < box.bottom && next.left < box.right
      return isOver || box.left < 0 ? [names[index]?.textContent ?? ''] : []
    })
  })
}

test(
  'the first visit is enough: exams can be chosen without a network',
  { tag: ['@firefox', '@offline'] },
  async ({ page, site }) => {
    await page.goto('/welcome')
    await keptOffline(page)
    await goOffline(page, site)
    await page.reload()
    await page.getByRole('checkbox', { name: /AZ-305/ }).check()
    await page.getByRole('button', { name: /^Begin/ }).click()
    await expect(page).toHaveURL(/\/study/)
  },
)

test('another address opens at its top, however far the one before was scrolled', async ({
  page,
}) => {
  await begin(page)
  await page.goto('/settings')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(50)
  await page.goto('/about')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForTimeout(300)
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
})
