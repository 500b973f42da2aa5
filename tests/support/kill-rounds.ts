import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import * as v from 'valibot'
import { ReviewSchema } from '../../src/core/review.ts'
import type { Review } from '../../src/core/review.ts'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import type { ExamBundle } from '../../src/core/catalog.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { putRows, readRows } from './browser-data.ts'
import { BUILD } from './builds.ts'
import { bundlesOf } from './bundles-of-build.ts'
import { drive } from './fast-driver.ts'
import { plain } from './hands.ts'
import { launch } from './killable-browser.ts'
import { learnerRows } from './learner.ts'
import { serve } from './server.ts'
import { cardsByName } from './study-screen.ts'
import type { KnownCard } from './study-screen.ts'
import { syntheticBundle } from './synthetic-bundle.ts'

interface Killed {
  readonly rounds: number
  /** Answers that the screen had confirmed before the browser ended. */
  readonly confirmed: number
  /** Answers that were given and in the log, and of which the screen had not yet said so. */
  readonly unconfirmed: number
}

/** The longest that a round studies, in milliseconds. */
const LONGEST = 900
/** Rounds with one profile: with a longer log most of a round would go into reading it. */
const ROUNDS_A_PROFILE = 25
const CARDS = 250

/**
 * Studies in a browser that is ended at once at random moments, so many times, with one profile. Throws where
 * a confirmed answer is not in the log exactly once, where an entry is in it that nobody gave, or where a
 * card's state is not what its log adds up to.
 */
export async function killRounds(rounds: number, seed: number): Promise<Killed> {
  const random = randomFrom(seed)
  let tally: Killed = { rounds: 0, confirmed: 0, unconfirmed: 0 }
  try {
    while (tally.rounds < rounds) {
      const some = Math.min(ROUNDS_A_PROFILE, rounds - tally.rounds)
      tally = sumOf(tally, await withOneProfile(some, random))
      if (rounds > ROUNDS_A_PROFILE) console.log(tally)
    }
  } catch (error) {
    throw new Error(`Seed ${seed}, after round ${tally.rounds}`, { cause: error })
  }
  if (tally.confirmed < rounds) throw new Error(`Only ${tally.confirmed} answers: nothing is shown`)
  return tally
}

function sumOf(one: Killed, other: Killed): Killed {
  return {
    rounds: one.rounds + other.rounds,
    confirmed: one.confirmed + other.confirmed,
    unconfirmed: one.unconfirmed + other.unconfirmed,
  }
}

async function withOneProfile(rounds: number, random: () => number): Promise<Killed> {
  const site = await serve(BUILD)
  const profile = mkdtempSync(join(tmpdir(), 'cirrus-killed-'))
  try {
    const bundle = bundleOf()
    const byName = cardsByName([bundle])
    await prepare(profile, site.origin, bundle)
    let tally: Killed = { rounds: 0, confirmed: 0, unconfirmed: 0 }
    let before: Standing | null = null
    // Once more at the end, to look at what the last round left.
    for (let round = 0; round <= rounds; round++) {
      const browser = await launch(profile)
      try {
        const page = await browser.context.newPage()
        const told = await listen(page)
        await page.goto(`${site.origin}/study`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        const log = await checked(page)
        if (before) tally = withRound(tally, before, log, byName)
        before = { log, told }
        if (round === rounds) break
        // Ended in the middle of it.
        void page.evaluate(drive, 60).catch(() => null)
        await page.waitForTimeout(random() * LONGEST)
      } finally {
        await browser.kill()
      }
    }
    return tally
  } finally {
    await site.stop()
    rmSync(profile, { recursive: true, force: true })
  }
}

/** What a round began with, and what the screen told during it: names of cards. */
interface Standing {
  readonly log: readonly Review[]
  readonly told: Told
}

interface Told {
  readonly confirmed: string[]
  /** The card that is being rated. */
  pending: string | null
}

/** Cards of all types, of the version that the build has, so that the app does not install its own over these. */
function bundleOf(): ExamBundle {
  const shipped = bundlesOf(BUILD).find(({ exam }) => exam === 'AZ-104')
  return { ...syntheticBundle('AZ-104', CARDS, 'v1'), version: shipped?.version ?? '' }
}

/** A profile of somebody with many reviews due. */
async function prepare(profile: string, origin: string, bundle: ExamBundle): Promise<void> {
  const browser = await launch(profile)
  const page = await browser.context.newPage()
  await page.goto(`${origin}/welcome`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  const now = Date.now() - 90 * DAY_MS
  const reviews = 2 * bundle.notes.length
  await putRows(page, learnerRows([bundle], { now, days: 90, seen: 1, reviews }))
  await browser.context.close()
  await browser.kill()
}

async function listen(page: Page): Promise<Told> {
  const told: Told = { confirmed: [], pending: null }
  await page.exposeFunction('rating', (name: string) => (told.pending = plain(name)))
  await page.exposeFunction('confirmed', (name: string) => {
    told.confirmed.push(plain(name))
    told.pending = null
  })
  return told
}

/** The log, once every state was compared with it. */
async function checked(page: Page): Promise<Review[]> {
  const log = v.parse(v.array(ReviewSchema), await readRows(page, 'reviews'))
  const states = await readRows(page, 'cardStates')
  const byCard = Map.groupBy(log, ({ cardId }) => cardId)
  const replayed = [...byCard.values()].flatMap((all) => replay(all, DEFAULT_SCHEDULER) ?? [])
  const wrong = differing(states, replayed)
  if (wrong.length > 0) throw new Error(`States are not what the log says: ${wrong.join(', ')}`)
  return log
}

/** Of two sets what only one has. */
function differing(one: readonly unknown[], other: readonly unknown[]): string[] {
  const [here, there] = [new Set(one.map(inOrder)), new Set(other.map(inOrder))]
  return [
    ...[...here].filter((row) => !there.has(row)),
    ...[...there].filter((row) => !here.has(row)),
  ]
}

function inOrder(row: unknown): string {
  return JSON.stringify(Object.entries(row ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function withRound(
  tally: Killed,
  { log: before, told }: Standing,
  after: readonly Review[],
  byName: ReadonlyMap<string, KnownCard>,
): Killed {
  const known = new Set(before.map(({ id }) => id))
  const added = after.filter(({ id }) => !known.has(id))
  if (after.length - added.length !== before.length) throw new Error('An entry of the log is gone')
  const left = added.map(({ cardId }) => cardId)
  const idOf = (name: string) => byName.get(name)?.cardId ?? name
  const { pending } = told
  // The one without a name last: it may be any that is left, but hardly the one that was being saved.
  for (const name of told.confirmed.toSorted().toReversed()) {
    const at = name === '' ? anyBut(left, idOf(pending ?? '')) : left.indexOf(idOf(name))
    if (at < 0) throw new Error(`A confirmed answer is not in the log: ${idOf(name)}`)
    left.splice(at, 1)
  }
  const mayBe = (cardId: string) => pending !== null && (pending === '' || cardId === idOf(pending))
  if (left.length > 1 || !left.every(mayBe)) {
    throw new Error(`In the log without having been given: ${left.join(', ')}; pending ${pending}`)
  }
  return {
    rounds: tally.rounds + 1,
    confirmed: tally.confirmed + told.confirmed.length,
    unconfirmed: tally.unconfirmed + left.length,
  }
}

/** Where there is one that is not `spared`; the last where all are, -1 where there is none. */
function anyBut(all: readonly string[], spared: string): number {
  const other = all.findIndex((each) => each !== spared)
  return other < 0 ? all.length - 1 : other
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
