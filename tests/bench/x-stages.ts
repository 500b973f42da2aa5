import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium, launchOptionsOf } from '../support/chromium.ts'
import { serve } from '../support/server.ts'
import { BUILD } from '../support/builds.ts'
import { largePackage } from './anki-package.ts'
const site = await serve(BUILD)
const profile = mkdtempSync(join(tmpdir(), 'anki-prof-'))
const path = join(profile, 'large.apkg')
writeFileSync(path, await largePackage(20_000, 200_000, Date.now()))
const c = await chromium.launchPersistentContext(join(profile, 'p'), {
  ...launchOptionsOf(await findChromium()),
  baseURL: site.origin,
})
const page = await c.newPage()
await page.goto('/welcome')
await page.getByRole('checkbox', { name: /AZ-104/ }).check()
await page.getByRole('button', { name: /^Begin/ }).click()
await page.waitForTimeout(3000)
await page.goto('/import')
const cpu = () => {
  let sum: Record<string, number> = {}
  for (const pid of readdirSync('/proc').filter((n) => /^\d+$/.test(n))) {
    try {
      const cmd = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      if (!cmd.includes('chrom') && !cmd.includes('headless')) continue
      if (!readFileSync(`/proc/${pid}/environ`, 'utf8').includes('ANKI_STAGES=1')) continue
      const s = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
      const type = /--type=([a-z-]+)/.exec(cmd)?.[1] ?? 'main'
      sum[type] = (sum[type] ?? 0) + (Number(s[11]) + Number(s[12])) / 100
    } catch {}
  }
  return JSON.stringify(sum)
}
console.log('start', cpu())
await page.getByLabel('Choose a file').setInputFiles(path)
const go = page.getByRole('button', { name: /^Import 20,000 notes$/ })
await go.waitFor({ timeout: 200000 })
console.log('looked', cpu())
const t0 = Date.now()
await go.click()
let last = -1
for (;;) {
  const v = await page.evaluate(() => document.querySelector('progress')?.value ?? -1)
  if (Math.floor(v * 20) !== last) {
    last = Math.floor(v * 20)
    console.log(v.toFixed(2), ((Date.now() - t0) / 1000).toFixed(1), cpu())
  }
  if (await page.getByText(/^Imported/).isVisible()) break
  await new Promise((r) => setTimeout(r, 400))
}
console.log('done', (Date.now() - t0) / 1000, cpu())
await c.close()
await site.stop()
