import { findChromium, launchOptionsOf } from '../support/chromium.ts'
import { expect, test } from './fixtures.ts'
import { spendDay } from './keyboard-day.ts'

/** Text of twice its size, set where a learner sets it: in the browser. */
const LARGE_TEXT = '--blink-settings=defaultFontSize=32'

test.use({
  launchOptions: { ...launchOptionsOf(await findChromium()), args: [LARGE_TEXT] },
  viewport: { width: 320, height: 640 },
  contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' },
})

test('a whole day by keyboard alone, at 320 px, with text of 200 %, in forced colours', async ({
  page,
}) => {
  test.slow()
  await spendDay(page)
  const looks = await page.evaluate(() => ({
    rem: getComputedStyle(document.documentElement).fontSize,
    isForced: matchMedia('(forced-colors: active)').matches,
    isCalm: matchMedia('(prefers-reduced-motion: reduce)').matches,
  }))
  expect(looks).toEqual({ rem: '32px', isForced: true, isCalm: true })
})
