import type { Page } from '@playwright/test'
import { BUILD } from '../support/builds.ts'
import { bundlesOf } from '../support/bundles-of-build.ts'
import { KEYBOARD } from '../support/hands.ts'
import { StudyScreen } from '../support/study-screen.ts'
import { begin, expect, test } from './fixtures.ts'

interface Point {
  readonly x: number
  readonly y: number
}

test(
  'a step is dragged to its place, with the mouse or a finger',
  { tag: '@phone' },
  async ({ page, isMobile }) => {
    await begin(page)
    await page.goto('/study?exam=AZ-104&part=az104-monitor-backup')
    const screen = new StudyScreen(page, bundlesOf(BUILD), KEYBOARD)
    for (let card = await screen.card(); card?.type !== 'order'; card = await screen.card()) {
      if (!card) throw new Error('There is no card to order')
      await screen.study(card, 'right')
    }

    const grips = page.getByRole('button', { name: /Move: / })
    const steps = async () =>
      (await grips.allTextContents()).map((name) => name.replace(/^.*: /, ''))
    const before = await steps()
    const [first, last] = [await middleOf(page, 0), await middleOf(page, before.length - 1)]
    await (isMobile ? swipe : pull)(page, last, { x: first.x, y: first.y - 10 })
    await expect.poll(steps).toEqual([before.at(-1), ...before.slice(0, -1)])
    // What is pressed next is not taken for the end of a fling.
    const check = page.getByRole('button', { name: /^Check/ })
    await (isMobile ? check.tap() : check.click())
    await expect(screen.answerShown).toBeVisible({ timeout: 3000 })
  },
)

async function middleOf(page: Page, row: number): Promise<Point> {
  const grip = page.getByRole('button', { name: /Move: / }).nth(row)
  const box = await grip.boundingBox()
  if (!box) throw new Error(`Row ${row} cannot be seen`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function pull(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await page.mouse.up()
}

async function swipe(page: Page, from: Point, to: Point): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  await touch('touchStart', [from])
  for (let step = 1; step <= 8; step++) {
    await touch('touchMove', [{ x: to.x, y: from.y + ((to.y - from.y) * step) / 8 }])
  }
  await touch('touchEnd', [])
}
