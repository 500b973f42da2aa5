import { chromium as playwright } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join, resolve } from 'node:path'
import * as v from 'valibot'

/** Older ones go on reaching the network through a service worker although they were set offline. */
const OLDEST_MAJOR = 153

/** A Chromium that Playwright can drive. */
export interface Chromium {
  /** Undefined where Playwright's own is there: it finds it itself. */
  readonly executablePath: string | undefined
  /** What the browser needs in its environment, where the system lacks libraries or fonts. */
  readonly env: Readonly<Record<string, string>>
  /** Where it was found, for people. */
  readonly source: string
}

/**
 * Finds a Chromium without any download: the one that `CHROMIUM_PATH` names, Playwright's own, the one
 * that npm packed (unpacked once, some 3 s), or one of the system.
 *
 * @throws Error that names the remedies, where there is none
 */
export async function findChromium(): Promise<Chromium> {
  const found =
    named() ?? playwrightsOwn() ?? (await packedByNpm(resolve('node_modules/.cache'))) ?? ofSystem()
  if (found) return found
  throw new Error(
    `No Chromium ${OLDEST_MAJOR} or newer was found for the tests in the browser. ` +
      'Run "npx playwright install chromium", or install Chromium with your system, ' +
      'or set CHROMIUM_PATH to the program.',
  )
}

/** Options for `chromium.launch` and for `use.launchOptions` of Playwright's configuration. */
export function launchOptionsOf({ executablePath, env }: Chromium): {
  executablePath?: string
  env: Record<string, string>
} {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1])
  return {
    ...(executablePath ? { executablePath } : {}),
    env: { ...Object.fromEntries(own), ...env },
  }
}

function named(): Chromium | undefined {
  const path = process.env['CHROMIUM_PATH']
  if (!path) return undefined
  if (!existsSync(path)) throw new Error(`CHROMIUM_PATH is ${path}, and there is no such file.`)
  return { executablePath: path, env: {}, source: 'CHROMIUM_PATH' }
}

function playwrightsOwn(): Chromium | undefined {
  return existsSync(playwright.executablePath())
    ? { executablePath: undefined, env: {}, source: 'Playwright' }
    : undefined
}

function ofSystem(): Chromium | undefined {
  const path = systemCandidates().find((program) => majorOf(program) >= OLDEST_MAJOR)
  return path ? { executablePath: path, env: {}, source: path } : undefined
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chromium-headless-shell',
]
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function systemCandidates(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...onPath, ...APPLICATIONS].filter((path) => existsSync(path))
}

/** 0 where the program does not say. */
function majorOf(program: string): number {
  const version = outputOf(program, ['--version'])
  return Number(/(\d+)\.\d+\.\d+/.exec(version ?? '')?.[1] ?? 0)
}

const Manifest = v.object({ version: v.string() })

/** The npm package `@sparticuz/chromium`: one pinned browser for every Linux machine. */
async function packedByNpm(cache: string): Promise<Chromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const folder = packageFolder()
  if (!folder) return undefined
  const { version } = v.parse(
    Manifest,
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  )
  const unpacked = join(cache, `chromium-${version}`)
  if (!existsSync(join(unpacked, 'chromium'))) await unpack(folder, unpacked, cache)
  return {
    executablePath: join(unpacked, 'chromium'),
    env: environmentOf(unpacked),
    source: `@sparticuz/chromium ${version}`,
  }
}

function packageFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    return resolve(entry, '../..')
  } catch {
    return undefined
  }
}

/** Unpacks beside the target and renames, so that two at once and a run broken off do no harm. */
async function unpack(packed: string, target: string, cache: string): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const part = mkdtempSync(join(cache, 'part-'))
  await inflateInto(part, packed)
  // The packed list of font folders names one that may not exist.
  writeFileSync(join(part, 'fonts.conf'), fontsConf(target))
  try {
    renameSync(part, target)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    if (!existsSync(join(target, 'chromium'))) throw error
  }
}

/** The package writes into the system's folder for temporary files; this one is to be ours alone. */
async function inflateInto(folder: string, packed: string): Promise<void> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    const { inflate } = await import('@sparticuz/chromium')
    const archives = ['chromium', 'fonts.tar', 'swiftshader.tar', 'al2023.tar']
    await Promise.all(archives.map((name) => inflate(join(packed, 'bin', `${name}.br`))))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

function fontsConf(folder: string): string {
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir>`,
    `<cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`,
  ].join('')
}

function environmentOf(unpacked: string): Record<string, string> {
  const libraries = outputOf('ldd', [join(unpacked, 'chromium')])
  const complete = libraries !== undefined && !libraries.includes('not found')
  const path = [join(unpacked, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean)
  return {
    ...(complete ? {} : { LD_LIBRARY_PATH: path.join(delimiter) }),
    // Without any font all text has size 0, and Playwright takes it for hidden.
    ...(existsSync('/etc/fonts/fonts.conf')
      ? {}
      : { FONTCONFIG_FILE: join(unpacked, 'fonts.conf') }),
  }
}

/** Undefined where the program is missing or fails. */
function outputOf(program: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      timeout: 10_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return undefined
  }
}
