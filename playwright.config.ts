import { defineConfig } from '@playwright/test'
import { findChromium, launchOptionsOf } from './tests/support/chromium.ts'

const firefox = process.env['CIRRUS_FIREFOX']
const DESKTOP = { viewport: { width: 1280, height: 800 } }
const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
}

/** Only with `npm run test:firefox`: a stock Firefox, driven by WebDriver BiDi. */
const FIREFOX = {
  name: 'firefox',
  grep: /@firefox/,
  use: {
    ...DESKTOP,
    browserName: 'firefox',
    channel: 'moz-firefox',
    launchOptions: { executablePath: firefox ?? '' },
  },
} as const

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/support/builds.ts',
  fullyParallel: true,
  forbidOnly: !!process.env['CI'],
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions: launchOptionsOf(await findChromium()),
    locale: 'en-GB',
    // Far from UTC, so that a confusion of local and universal days shows.
    timezoneId: 'America/Chicago',
    trace: process.env['CI'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', grepInvert: /@touch/, use: DESKTOP },
    { name: 'phone', grep: /@phone|@touch/, use: PHONE },
    ...(firefox ? [FIREFOX] : []),
  ],
})
