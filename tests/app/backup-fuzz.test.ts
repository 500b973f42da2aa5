import { gzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { viewOf } from '../../src/app/backup/backup-view.ts'
import { sha256 } from '../../src/app/backup/images.ts'
import { errorOfMessage, messageOfError } from '../../src/app/backup/messages.ts'
import { runTask } from '../../src/app/backup/tasks.ts'
import { problemOf as wordsOf } from '../../src/app/backup/use-task.ts'
import { BACKUP } from '../../src/app/words/backup.ts'
import { endLine, headLine } from '../../src/core/backup/format.ts'
import { backupLines } from '../../src/db/backup-lines.ts'
import { StudyDb } from '../../src/db/db.ts'
import { saveMedia } from '../../src/db/media.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { EVERY_TYPE } from '../support/every-type.ts'
import { broken, everything, fuzz, joined, randomOf, shuffledLines, utf8 } from '../support/fuzz.ts'
import type { Breaker, Bytes, Random } from '../support/fuzz.ts'
import { T0 } from '../support/log.ts'
import { ownNote } from '../support/own-note.ts'
import { testDb } from '../support/test-db.ts'
import { usedDb } from '../support/used-db.ts'
import { faultOfLines } from '../support/fault-of-lines.ts'

/**
 * Broken backups of every kind: none may crash the reader, change a stored byte where it is refused, or end
 * without one of our messages. What is taken in is sound: it is looked through, made into a backup again,
 * and taken in a second time without a change.
 */
const WRITTEN = { at: T0, device: 'here' }
const HEAD = headLine({ madeAt: T0, device: 'laptop' })
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3])

let lines: readonly string[]
beforeAll(async () => {
  const db = await usedDb(new StudyDb('fuzzed'))
  for (const [index, text] of EVERY_TYPE.entries()) await ownNote(db, `n${index}`, 'More', 2, text)
  const image = { id: await sha256(PNG.buffer), type: 'image/png', bytes: PNG.buffer } as const
  await saveMedia(db, { ...image, width: 1, height: 1, createdAt: T0 })
  lines = await Array.fromAsync(backupLines(db, WRITTEN))
  await db.delete()
})

const whole = () => `${lines.join('\n')}\n`

const BREAKERS: Readonly<Record<string, Breaker>> = {
  'bytes of a backup': (random) => broken(gzipSync(utf8(whole())), random),
  'bytes of an unpacked backup': (random) => broken(utf8(whole()), random),
  'lines of a backup': (random) => mayPack(utf8(shuffledLines(whole(), random)), random),
  'values of a backup': (random) => mayPack(utf8(withBrokenValues(random)), random),
  'a backup that fills the memory': bomb,
  'anything at all, after a head': (random) => {
    const rest = Array.from({ length: Math.floor(random() * 3000) }, () => random() * 256)
    return mayPack(joined(utf8(`${HEAD}\n`), Uint8Array.from(rest)), random)
  },
}

test.each(Object.keys(BREAKERS))(
  '%s, broken',
  async (kind) => {
    const db = testDb()
    await usedDb(db)
    await ownNote(db, 'kept', 'Kept', 1)
    const before = await everything(db)
    expect(await fuzz(kind, (seed) => problemOf(db, kind, seed, before))).toBeNull()
  },
  180_000,
)

/** What was wrong with how a broken file was met; null if nothing was. */
async function problemOf(
  db: StudyDb,
  kind: string,
  seed: number,
  before: string,
): Promise<string | null> {
  const random = randomOf(seed)
  const file = new Blob([(await BREAKERS[kind]?.(random)) ?? utf8('')])
  const looked = await outcomeOf(async () => {
    const summary = await runTask(db.name, 'read', { file }, quiet)
    return viewOf(summary, (at) => -new Date(at).getTimezoneOffset())
  })
  if ((await everything(db)) !== before) return 'looking at it changed what is stored'
  if (typeof looked === 'string') return looked.startsWith('no message') ? looked : null
  if (random() < 0.5) return null
  return problemOfTaking(file, random() < 0.7 ? 'merge' : 'replace')
}

/** The same file taken in, by a learner who has something already. */
async function problemOfTaking(file: Blob, mode: 'merge' | 'replace'): Promise<string | null> {
  const db = testDb()
  await usedDb(db)
  const facts = await factsOf(db)
  const before = await everything(db)
  const take = async (how: 'merge' | 'replace') =>
    outcomeOf(async () => {
      const input = { file, mode: how, written: WRITTEN, snapshotFirst: false }
      return runTask(db.name, 'restore', input, quiet)
    })
  const taken = await take(mode)
  if (typeof taken === 'string') {
    if (taken.startsWith('no message')) return taken
    return (await everything(db)) === before ? null : 'half of it was taken in'
  }
  const after = await factsOf(db)
  if (mode === 'merge' && !facts.every((fact) => after.includes(fact))) return 'a fact was lost'
  await loadSettings(db)
  const check = await runTask(db.name, 'check', null, quiet)
  const { wrongStates, strayStates, catalog, rekeyed } = check
  if (wrongStates + strayStates + catalog + rekeyed > 0) return `unsound: ${JSON.stringify(check)}`
  const settled = await Array.fromAsync(backupLines(db, WRITTEN))
  const again = await take('merge')
  if (typeof again === 'string') return `the second time: ${again}`
  const stored = await Array.fromAsync(backupLines(db, WRITTEN))
  if (stored.join('\n') !== settled.join('\n')) return 'the second time changed something'
  return faultOfLines(stored)
}

/** What came of it; a message where it was refused, "no message…" where there is none. */
async function outcomeOf<T>(work: () => Promise<T>): Promise<T | string> {
  try {
    return await work()
  } catch (error) {
    // As it passes from the worker to the page.
    const words = wordsOf(errorOfMessage(messageOfError(error)))
    if (words !== null && words !== BACKUP.failed) return words
    return `no message for ${error instanceof Error ? error.stack : String(error)}`
  }
}

async function factsOf(db: StudyDb): Promise<string[]> {
  const facts = await Promise.all([db.reviews.toArray(), db.mocks.toArray(), db.media.toArray()])
  return facts.flat().map((fact) => JSON.stringify(fact))
}

function quiet(): void {}

function mayPack(bytes: Bytes, random: Random): Bytes {
  return random() < 0.5 ? bytes : gzipSync(bytes)
}

/** Gzip of much that says little: endless lines, many lines, files in one another, many in a row. */
function bomb(random: Random): Bytes {
  const kind = Math.floor(random() * 5)
  const zeros = new Uint8Array(3_000_000)
  if (kind === 0) return gzipSync(joined(utf8(`${HEAD}\n`), zeros))
  if (kind === 1) return gzipSync(gzipSync(utf8(whole())))
  if (kind === 2) return gzipSync(utf8(`${HEAD}\n${'{"kind":"later"}\n'.repeat(200_000)}`))
  if (kind === 3) return joined(gzipSync(utf8(whole())), gzipSync(zeros))
  return gzipSync(utf8(`${HEAD}\n${'['.repeat(1_900_000)}\n${endLine(1)}`))
}

const VALUES: readonly unknown[] = [
  null,
  '',
  'x',
  -1,
  0,
  1.5,
  2 ** 53,
  2 ** 53 - 1,
  8.64e15,
  1e308,
  true,
  [],
  {},
  [[]],
  'a'.repeat(70_000),
  'a'.repeat(64),
  '{{c1::'.repeat(500),
  '<b>'.repeat(3000),
  '![x](file:../../x)',
  '__proto__',
  'constructor',
  'a#b',
  'a/b',
  '\u0000',
  '\uD800',
  T0 + 1,
  ...(['rated', 'reset', 'undone', 'rescheduled', 'single', 'number', 'which', 'order'] as const),
  ...(['scenario', 'cloze', 'command', 'image/webp', 'cram', 'AZ-104', 'submitted'] as const),
]
const HOSTILE = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', '']

/** Lines whose rows hold other values than a backup has, hostile keys, or the id of another row. */
function withBrokenValues(random: Random): string {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]
  const changed = [...lines]
  const ids = lines.flatMap((line) => /"id":"([^"]+)"/.exec(line)?.[1] ?? [])
  for (let change = 0; change < 8; change++) {
    const at = Math.floor(random() * changed.length)
    const value: unknown = JSON.parse(changed[at] ?? '')
    const place = pick(placesIn(value))
    if (!place) continue
    const kind = random()
    if (kind < 0.6) place.of[place.key] = pick(VALUES)
    else if (kind < 0.75) place.of[place.key] = pick(ids)
    else if (kind < 0.85) delete place.of[place.key]
    else Object.defineProperty(place.of, pick(HOSTILE) ?? '', { value: 1, enumerable: true })
    const line = JSON.stringify(value) ?? ''
    // Beside the sound line, or in its place.
    changed.splice(at, random() < 0.3 ? 0 : 1, line)
  }
  return changed.join('\n')
}

interface Place {
  readonly of: Record<string, unknown>
  readonly key: string
}

/** Every place of a value, however deep. */
function placesIn(value: unknown): Place[] {
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, each]) => [{ of: value, key }, ...placesIn(each)])
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
