/**
 * Measures in a real browser, on the production build: `npm run bench`. Prints a table with the targets
 * beside; `--write` keeps it in docs/figures.md. `npm run bench browse` measures that part alone.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { Rows } from '../support/browser-data.ts'
import { BUILD, buildApp } from '../support/builds.ts'
import { findChromium } from '../support/chromium.ts'
import { serve } from '../support/server.ts'
import type { Site } from '../support/server.ts'
import { hugeRows, largeRows, millionRows, prepare, shippedRows } from './collections.ts'
import type { Collection } from './collections.ts'
import { measureBackup } from './backup.ts'
import { measureBrowse } from './browse.ts'
import { percentile, tableOf } from './figures.ts'
import type { Figure } from './figures.ts'
import { bareSum, firstLoadOf } from './first-load.ts'
import { measureFits, memoryRows } from './fits.ts'
import { measureGrades } from './grades.ts'
import { measureImport } from './import.ts'
import { measureProgress } from './progress.ts'
import { measureStarts } from './starts.ts'
import { measureStats } from './stats.ts'

const GRADES = 150
const STARTS = 7
const PROGRESS = 12
const STATS = 12
const BROWSE = { opens: 5, searches: 60 }
const FITS = 7
const PARTS = [
  'sizes',
  'starts',
  'grades',
  'progress',
  'browse',
  'backup',
  'stats',
  'import',
  'fit',
] as const
const CONDITIONS = [
  { offline: false, slowDown: 1 },
  { offline: true, slowDown: 1 },
  { offline: false, slowDown: 4 },
  { offline: true, slowDown: 4 },
]

await buildApp(BUILD)
const site = await serve(BUILD)
const now = Date.now()
/** Made once, when the first part needs it. */
const made = new Map<string, Promise<Collection>>()
const shipped = () => collectionOf('shipped decks', shippedRows)
const large = () => collectionOf('20,000 cards, 200,000 reviews', largeRows)
const million = () => collectionOf('1,000,000 reviews', millionRows)
const huge = () => collectionOf('100,000 cards', hugeRows)

const figures: Figure[] = []
if (wants('sizes')) figures.push(...(await sizes()))
for (const make of [shipped, large]) {
  if (wants('starts')) figures.push(...(await startsOf(await make(), site)))
  if (wants('grades')) figures.push(...(await gradesOf(await make())))
  if (wants('progress')) figures.push(await progressOf(await make()))
}
for (const make of [large, huge]) {
  if (!wants('browse')) break
  const measured = await measureBrowse(await make(), site.origin, BROWSE)
  measured.forEach(note)
  figures.push(...measured)
}
if (wants('fit')) {
  const measured = await measureFits(
    await collectionOf('100,000 reviews', memoryRows),
    site.origin,
    FITS,
  )
  measured.forEach(note)
  figures.push(...measured)
}
if (wants('stats')) {
  const measured = await measureStats(await million(), site.origin, STATS)
  measured.forEach(note)
  figures.push(...measured)
}
if (wants('backup')) {
  const empty = await collectionOf('nothing', () => ({}))
  const measured = await measureBackup(await large(), empty, site.origin)
  measured.forEach(note)
  figures.push(...measured)
}
if (wants('import')) {
  const measured = await measureImport(await collectionOf('nothing', () => ({})), site.origin, now)
  measured.forEach(note)
  figures.push(...measured)
}
await site.stop()
for (const { profile } of await Promise.all(made.values())) {
  rmSync(profile, { recursive: true, force: true })
}

const table = tableOf(figures)
console.log(`\n${table}\n`)
if (process.argv.includes('--write')) writeFileSync('docs/figures.md', await page(table))

/** Whether a part was asked for: those named, or all. */
function wants(part: (typeof PARTS)[number]): boolean {
  const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
  const unknown = named.find((name) => !PARTS.some((known) => known === name))
  if (unknown !== undefined) throw new Error(`No part "${unknown}". There are: ${PARTS.join(', ')}`)
  return named.length === 0 || named.includes(part)
}

function collectionOf(name: string, rows: (at: number) => Rows): Promise<Collection> {
  const known = made.get(name) ?? prepare(name, site.origin, rows(now))
  made.set(name, known)
  return known
}

async function sizes(): Promise<Figure[]> {
  const bare = await bareSum()
  const what = 'react, react-dom, react-router, dexie and ts-fsrs alone, gzip'
  return [
    { what, samples: [bare], unit: 'kB', target: null },
    {
      what: 'First load: all scripts and styles of the start page, gzip',
      samples: [firstLoadOf(BUILD)],
      unit: 'kB',
      target: { at: 'p50', most: 1.25 * bare },
    },
  ]
}

async function startsOf(collection: Collection, host: Site): Promise<Figure[]> {
  const measured: Figure[] = []
  for (const conditions of CONDITIONS) {
    const { offline, slowDown } = conditions
    const samples = await measureStarts(collection, host, STARTS, conditions)
    const speed = slowDown > 1 ? `, ${slowDown}× slower` : ''
    measured.push({
      what: `Cold start to first card, ${offline ? 'offline' : 'online'}${speed}: ${collection.name}`,
      samples,
      unit: 'ms',
      target: slowDown > 1 ? { at: 'p50', most: 1000 } : null,
    })
    note(measured.at(-1))
  }
  return measured
}

async function gradesOf(collection: Collection): Promise<Figure[]> {
  const { samples, floor } = await measureGrades(collection, site.origin, GRADES)
  const grade: Figure = {
    what: `Grade to next card painted: ${collection.name}`,
    samples,
    unit: 'ms',
    target: { at: 'p95', most: 50 },
  }
  note(grade)
  const idle: Figure = {
    what: 'Two frames with nothing to do',
    samples: floor,
    unit: 'ms',
    target: null,
  }
  return [grade, idle]
}

async function progressOf(collection: Collection): Promise<Figure> {
  const samples = await measureProgress(collection, site.origin, PROGRESS)
  const what = `Today to Progress: ${collection.name}`
  const figure: Figure = { what, samples, unit: 'ms', target: null }
  note(figure)
  return figure
}

function note(figure: Figure | undefined): void {
  if (figure)
    console.log(`${figure.what}: ${percentile(figure.samples, 0.5).toFixed(0)} ${figure.unit}`)
}

async function page(measured: string): Promise<string> {
  const [{ model } = { model: 'an unknown processor' }] = cpus()
  const { source } = await findChromium()
  return `# Figures

Measured by \`npm run bench\` on ${new Date(now).toISOString().slice(0, 10)}, on the production build, with ${source}, on a machine
with ${cpus().length} cores (${model.trim()}). From the key to the second frame after the next card is in the page; a rating is on
disk by then. A cold start is a new browser process that opens the study screen, ${STARTS} times. The large collection is
synthetic and the same in every run.

${measured}
`
}
