import { chromium } from '@playwright/test'
import { findChromium, launchOptionsOf } from './tests/support/chromium.ts'
import { serve } from './tests/support/server.ts'
const site = await serve('/tmp/ed-dist')
const browser = await chromium.launch(launchOptionsOf(await findChromium()))
for (const [name, vp, scheme] of [
  ['wide', { width: 1280, height: 800 }, 'light'],
  ['narrow', { width: 390, height: 844 }, 'dark'],
] as const) {
  const context = await browser.newContext({
    baseURL: site.origin,
    viewport: vp,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    ...(name === 'narrow' ? { hasTouch: true, isMobile: true } : {}),
  })
  const page = await context.newPage()
  page.on('console', (m) => console.log(name, m.type(), m.text()))
  page.on('pageerror', (e) => console.log(name, 'ERR', e.message))
  await page.goto('/')
  await page.getByRole('checkbox', { name: /AZ-104/ }).check()
  await page.getByRole('button', { name: /^Begin/ }).click()
  await page.waitForURL(/study/)
  await page.goto('/notes/new')
  await page
    .getByLabel('Question', { exact: true })
    .first()
    .fill('Which **tier** is right for `backups` that are read once a year?')
  await page
    .getByLabel('Answer', { exact: true })
    .first()
    .fill(
      'The *cold* tier:\n\n```bash\naz storage blob set-tier --tier Cold --name a\n```\n\n| Tier | Days |\n|---|---|\n| Cool | 30 |\n| Cold | 90 |',
    )
  await page.waitForTimeout(1200)
  await page.screenshot({ path: `/tmp/ed-${name}-basic.png`, fullPage: name === 'narrow' })
  await page.getByLabel('Type').selectOption('single')
  await page.getByLabel('Option 1', { exact: true }).fill('Cool')
  await page.getByLabel('Option 2', { exact: true }).fill('Cold')
  await page.getByLabel('Option 2 is right').check()
  await page.waitForTimeout(500)
  await page.getByRole('button', { name: /Add card/ }).click()
  await page.waitForTimeout(500)
  await page.screenshot({ path: `/tmp/ed-${name}-single.png`, fullPage: name === 'narrow' })
  await page.getByLabel('Type').selectOption('cloze')
  await page.getByLabel('Text with gaps').fill('The default subnet of a gateway is GatewaySubnet.')
  await page
    .getByLabel('Text with gaps')
    .evaluate((el: HTMLTextAreaElement) => el.setSelectionRange(35, 48))
  await page.keyboard.press('Control+Shift+C')
  await page.waitForTimeout(500)
  await page.screenshot({ path: `/tmp/ed-${name}-cloze.png`, fullPage: name === 'narrow' })
  console.log(await page.getByLabel('Text with gaps').inputValue())
  await page.getByRole('button', { name: /Add card/ }).click()
  await page.waitForTimeout(500)
  await page.screenshot({ path: `/tmp/ed-${name}-added.png` })
  await page.goto('/')
  await page.waitForTimeout(500)
  await page.screenshot({ path: `/tmp/ed-${name}-today.png`, fullPage: true })
  await page.goto('/progress/OWN')
  await page.waitForTimeout(500)
  await page.screenshot({ path: `/tmp/ed-${name}-progress.png`, fullPage: true })
}
await browser.close()
await site.stop()
