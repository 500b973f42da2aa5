/** Draws the PNG icons from public/icons/icon.svg. Run by hand: `node tests/support/icons.ts`. */
import { chromium } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { findChromium } from './chromium.ts'

const FOLDER = 'public/icons'
const ROUNDED = readFileSync(`${FOLDER}/icon.svg`, 'utf8')
/** Systems that cut a shape themselves want the ground up to the edges. */
const SQUARE = ROUNDED.replace(/ rx="\d+"/, '')
/** What may be cut off a maskable icon is the outer tenth on each side. */
const MASKABLE = SQUARE.replace('<g ', '<g transform="translate(51.2 51.2) scale(0.8)" ')

const ICONS = [
  { file: 'icon-192.png', svg: ROUNDED, size: 192 },
  { file: 'icon-512.png', svg: ROUNDED, size: 512 },
  { file: 'icon-maskable-512.png', svg: MASKABLE, size: 512 },
  { file: 'apple-touch-icon.png', svg: SQUARE, size: 180 },
] as const

const { executablePath, env } = await findChromium()
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  env: { ...process.env, ...env },
})
for (const { file, svg, size } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
  )
  await page.screenshot({ path: `${FOLDER}/${file}`, omitBackground: true })
  await page.close()
}
await browser.close()
