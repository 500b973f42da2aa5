import { defineConfig } from '@playwright/test'
import { findChromium, launchOptionsOf } from './tests/support/chromium.ts'

const launchOptions = launchOptionsOf(await findChromium())

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/support/builds.ts',
  fullyParallel: true,
  forbidOnly: !!process.env['CI'],
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 7_000 },
  reporter: 'list',
  use: {
    launchOptions,
    locale: 'en-GB',
    // Far from UTC, so that a confusion of local and universal days shows.
    timezoneId: 'America/Chicago',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      grep: /@phone/,
      use: {
        viewport: { width: 390, height: 844 },
        deviceScaleFactor: 2,
        hasTouch: true,
        isMobile: true,
      },
    },
  ],
})
