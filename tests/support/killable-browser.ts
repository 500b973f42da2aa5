import { chromium } from '@playwright/test'
import type { BrowserContext } from '@playwright/test'
import { spawn } from 'node:child_process'
import { findChromium, launchOptionsOf } from './chromium.ts'

interface KillableBrowser {
  readonly context: BrowserContext
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>
}

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--no-first-run',
  '--remote-debugging-port=0',
  '--lang=en-GB',
  // A mouse, as Playwright gives its own browsers; without one no field is focused by itself.
  '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
]

/** A browser of our own with a lasting profile. Playwright would not say which process is its browser. */
export async function launch(profile: string): Promise<KillableBrowser> {
  const { executablePath, env } = launchOptionsOf(await findChromium())
  const program = executablePath ?? chromium.executablePath()
  const child = spawn(program, [...ARGUMENTS, `--user-data-dir=${profile}`], { env })
  // Also where a test fails half-way.
  const end = () => void child.kill('SIGKILL')
  process.on('exit', end)
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  void ended.then(() => process.off('exit', end))
  const address = await new Promise<string>((resolve, reject) => {
    child.on('error', reject)
    child.stderr.on('data', (text: Buffer) => {
      const [, url] = /DevTools listening on (ws:\S+)/.exec(text.toString()) ?? []
      if (url) resolve(url)
    })
  })
  const browser = await chromium.connectOverCDP(address)
  const [context] = browser.contexts()
  if (!context) throw new Error('The browser has no profile open')
  return {
    context,
    async kill() {
      child.kill('SIGKILL')
      await ended
      await browser.close()
    },
  }
}
