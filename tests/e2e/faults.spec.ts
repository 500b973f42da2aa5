import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { BUILD } from '../support/builds.ts'
import { begin, expect, expectAccessible, test } from './fixtures.ts'

const h1 = { level: 1 } as const

test.describe('an address that leads nowhere', () => {
  const WRONG = [
    ['/nowhere', /no such page/i],
    ['/cards/no-such-card/1', /no such page/i],
    ['/progress/AZ-999', /no such page/i],
    ['/progress/AZ-104/az104-nothing', /no such page/i],
    ['/study?exam=AZ-999', /no such page/i],
    ['/study?exam=AZ-104&part=az104-nothing', /no such page/i],
    ['/%E0%A4%A', /./],
  ] as const

  for (const [path, heading] of WRONG) {
    test(`${path} says so and leads back`, async ({ page }) => {
      await begin(page)
      await page.goto(path)
      await expect(page.getByRole('heading', h1)).toHaveText(heading)
      await expect(page.getByText(/\bat .*\.js|TypeError|stack/)).toHaveCount(0)
      await expectAccessible(page)
      await page.getByRole('main').getByRole('link', { name: /Today/ }).click()
      await expect(
        page.getByRole('button', { name: /Begin/ }).or(page.getByRole('link', { name: /Begin/ })),
      ).toBeVisible()
    })
  }
})

test('storage that cannot be opened is explained, and can be tried again', async ({ page }) => {
  await page.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB)
    IDBFactory.prototype.open = (...args) => {
      if (!localStorage.getItem('allowed')) {
        throw new DOMException('The user denied permission', 'SecurityError')
      }
      return open(...args)
    }
  })
  await page.goto('/')
  await expect(page.getByRole('heading', h1)).toHaveText('Cirrus cannot store anything here.')
  await expect(page.getByText(/private window/)).toBeVisible()
  await expectAccessible(page)

  await page.evaluate(() => localStorage.setItem('allowed', 'yes'))
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', h1)).toHaveText('Which exam are you studying for?')
})

test.describe('a deck file that cannot be read', () => {
  test.use({ serviceWorkers: 'block' })

  const BROKEN = [
    ['is not there', { status: 404, body: 'Not found' }],
    ['is cut off', { status: 200, body: '{"format":1,"exam":"AZ-1' }],
    [
      'is damaged',
      { status: 200, body: '{"format":1,"exam":"AZ-104","version":"x","notes":[{}]}' },
    ],
    ['is newer than the app', { status: 200, body: '{"format":2}' }],
  ] as const

  for (const [what, answer] of BROKEN) {
    test(`that ${what} is explained, and a second try installs it`, async ({ page, site }) => {
      const file = readdirSync(join(BUILD, 'decks')).find((name) => name.startsWith('az-104'))
      site.override(`/decks/${file}`, answer)
      await page.goto('/')
      await page.getByRole('checkbox', { name: /AZ-104/ }).check()
      await page.getByRole('button', { name: /^Begin/ }).click()
      await expect(page.getByRole('alert')).toContainText(/AZ-104|cards/)
      await expect(page).toHaveURL(/welcome/)
      await expectAccessible(page)

      site.override(`/decks/${file}`, null)
      await page.getByRole('button', { name: /^Begin/ }).click()
      await expect(page).toHaveURL(/\/study/)
    })
  }
})
