/**
 * Measures in a real browser, on the production build: `npm run bench`. Prints a table with the targets
 * beside; `--write` keeps it in docs/figures.md.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { BUILD, buildApp } from '../support/builds.ts'
import { findChromium } from '../support/chromium.ts'
import { serve } from '../support/server.ts'
import type { Site } from '../support/server.ts'
import { largeRows, prepare, shippedRows } from './collections.ts'
import type { Collection } from './collections.ts'
import { percentile, tableOf } from './figures.ts'
import type { Figure } from './figures.ts'
import { bareSum, firstLoadOf } from './first-load.ts'
import { measureGrades } from './grades.ts'
import { measureProgress } from './progress.ts'
import { measureStarts } from './starts.ts'

const GRADES = 150
const STARTS = 7
const PROGRESS = 12
const CONDITIONS = [
  { offline: false, slowDown: 1 },
  { offline: true, slowDown: 1 },
  { offline: false, slowDown: 4 },
  { offline: true, slowDown: 4 },
]

await buildApp(BUILD)
const site = await serve(BUILD)
const now = Date.now()
const collections = [
  await prepare('shipped decks', site.origin, shippedRows(now)),
  await prepare('20,000 cards, 200,000 reviews', site.origin, largeRows(now)),
]
const figures: Figure[] = [...(await sizes())]
for (const collection of collections) figures.push(...(await startsOf(collection, site)))
for (const collection of collections) figures.push(...(await gradesOf(collection)))
for (const collection of collections) figures.push(await progressOf(collection))
await site.stop()
for (const { profile } of collections) rmSync(profile, { recursive: true, force: true })

const table = tableOf(figures)
console.log(`\n${table}\n`)
if (process.argv.includes('--write')) writeFileSync('docs/figures.md', await page(table))

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
