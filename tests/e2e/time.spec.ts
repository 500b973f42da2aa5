import type { Page } from '@playwright/test'
import { readLog } from '../support/browser-data.ts'
import { BUILD } from '../support/builds.ts'
import { bundlesOf } from '../support/bundles-of-build.ts'
import { KEYBOARD } from '../support/hands.ts'
import { StudyScreen } from '../support/study-screen.ts'
import { begin, expect, test } from './fixtures.ts'

const BUNDLES = bundlesOf(BUILD)

/** Studies so many cards and knows them all. */
async function studySome(page: Page, count: number): Promise<void> {
  await page.goto('/study')
  const screen = new StudyScreen(page, BUNDLES, KEYBOARD)
  for (let done = 0; done < count; done++) {
    const card = await screen.card()
    if (!card) throw new Error(`Only ${done} cards came up`)
    await screen.study(card, 'right')
  }
}

async function expectToday(page: Page, heading: RegExp, done: RegExp): Promise<void> {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  await expect(page.getByRole('main')).toHaveText(done)
}

test.describe('far east of UTC', () => {
  test.use({ timezoneId: 'Pacific/Auckland' })

  test('an evening that crosses midnight is one study day, which ends at four', async ({
    page,
  }) => {
    // 23:50 on 15 June in Auckland, 12 hours ahead of UTC.
    await page.clock.setFixedTime('2026-06-15T11:50:00Z')
    await begin(page)
    await studySome(page, 3)
    await page.clock.setFixedTime('2026-06-15T12:20:00Z')
    await studySome(page, 2)
    await expectToday(page, /10 new/, /5 of 5 answers/)
    expect(new Set((await readLog(page)).map((entry) => entry.utcOffsetMin))).toEqual(
      new Set([720]),
    )

    await page.clock.setFixedTime('2026-06-15T15:59:00Z')
    await expectToday(page, /10 new/, /5 of 5 answers/)
    await page.clock.setFixedTime('2026-06-15T16:01:00Z')
    await expectToday(page, /15 new/, /Nothing yet/)
  })
})

test.describe('far west of UTC', () => {
  test.use({ timezoneId: 'Pacific/Honolulu' })

  test('midnight in UTC, in the middle of the afternoon, changes nothing', async ({ page }) => {
    // 13:50 and 14:10 in Honolulu, 10 hours behind UTC.
    await page.clock.setFixedTime('2026-06-15T23:50:00Z')
    await begin(page)
    await studySome(page, 3)
    await page.clock.setFixedTime('2026-06-16T00:10:00Z')
    await studySome(page, 2)
    await expectToday(page, /10 new/, /5 of 5 answers/)
  })
})

test.describe('when the clocks change', () => {
  test.use({ timezoneId: 'America/Chicago' })

  const CHANGES = [
    // Answered at 22:00 on Saturday; the clocks change in the night to Sunday.
    {
      what: 'back, and the night is an hour longer',
      at: '2026-11-01T03:00:00Z',
      hoursToFour: 6 + 1,
    },
    {
      what: 'forward, and the night is an hour shorter',
      at: '2026-03-08T04:00:00Z',
      hoursToFour: 6 - 1,
    },
  ]

  for (const { what, at, hoursToFour } of CHANGES) {
    test(`they go ${what}: a card is due from four in the morning of its day`, async ({ page }) => {
      await page.clock.setFixedTime(at)
      await begin(page)
      await studySome(page, 1)
      const [entry] = await readLog(page)
      await page.goto(cardPath(entry?.cardId ?? ''))
      // The study day begins at 4:00; the card comes back two of them later.
      await expect(page.getByText(/in 2 days/)).toBeVisible()

      const day = 24 * 3_600_000
      const four = Date.parse(at) + hoursToFour * 3_600_000 + day
      await page.clock.setFixedTime(four - 60_000)
      await expectToday(page, /^(?!.*review)/, /Nothing yet/)
      await page.clock.setFixedTime(four + 60_000)
      await expectToday(page, /1 review/, /Nothing yet/)
    })
  }
})

test('a clock that is set back is spoken of, and studying goes on', async ({ page }) => {
  await page.clock.setFixedTime('2026-06-15T18:00:00Z')
  await begin(page)
  await studySome(page, 2)
  await page.clock.setFixedTime('2026-06-15T10:00:00Z')
  await studySome(page, 1)
  await expect(page.getByText(/clock of this device is behind/)).toBeVisible()
  expect(await readLog(page)).toHaveLength(3)
})

function cardPath(cardId: string): string {
  return `/cards/${cardId.replace('#', '/')}`
}
