import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import * as v from 'valibot'
import type { StudyDb } from '../../src/db/db.ts'

/**
 * Broken input from a seed. `FUZZ_SEED` repeats a run, `FUZZ_RUNS` makes it longer. Seeds that failed once are
 * kept in tests/fixtures/fuzz-seeds.json and run every time.
 */
const SEEDS = 'tests/fixtures/fuzz-seeds.json'
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 20)
const SEED = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

export type Bytes = Uint8Array<ArrayBuffer>
export type Random = () => number
/** Makes a broken file from a random number. */
export type Breaker = (random: Random) => Promise<Bytes> | Bytes

/**
 * Tries one kind of broken input with the seeds that failed once and with new ones. The first problem with what
 * repeats it, or null.
 */
export async function fuzz(
  kind: string,
  problemOf: (seed: number) => Promise<string | null>,
): Promise<string | null> {
  const seeds = [...keptSeeds(kind), ...Array.from({ length: RUNS }, (_, run) => SEED + run)]
  for (const seed of seeds) {
    const problem = await problemOf(seed)
    if (problem === null) continue
    keepSeed(kind, seed)
    return `FUZZ_SEED=${seed} FUZZ_RUNS=1, ${kind}: ${problem}`
  }
  console.log(`${kind}: seeds ${SEED} to ${SEED + RUNS - 1}`)
  return null
}

/** All that is stored, as one text to compare. */
export async function everything(db: StudyDb): Promise<string> {
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()]),
  )
  return JSON.stringify(tables, withBytes)
}

/** Bytes would be an empty object otherwise. */
function withBytes(_: string, value: unknown): unknown {
  return value instanceof ArrayBuffer ? [...new Uint8Array(value)] : value
}

/** Bytes with a few of the faults that disks, networks and people make. */
export function broken(bytes: Uint8Array, random: Random): Bytes {
  const at = (length: number) => Math.floor(random() * length)
  let out = bytes.slice()
  const faults = 1 + at(4)
  for (let fault = 0; fault < faults; fault++) {
    const [from, length] = [at(out.length), 1 + at(200)]
    const kind = at(6)
    if (kind === 0) out = out.slice(0, from)
    else if (kind === 1) for (let n = 0; n < 8; n++) out[at(out.length)] = at(256)
    else if (kind === 2) out.fill(at(2) * 255, from, from + length)
    else if (kind === 3) out = joined(out.slice(0, from), out.slice(from + length))
    else if (kind === 4)
      out = joined(out.slice(0, from), out.slice(at(out.length)), out.slice(from))
    else out[from] = (out[from] ?? 0) ^ (1 << at(8))
  }
  return out
}

export function utf8(value: string): Bytes {
  return new TextEncoder().encode(value)
}

export function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export async function bytesOf(file: Blob): Promise<Bytes> {
  return new Uint8Array(await file.arrayBuffer())
}

/** Lines in another order, some of them twice or gone. */
export function shuffledLines(whole: string, random: Random): string {
  const lines = whole.split('\n')
  for (let swap = 0; swap < 3; swap++) {
    const [a, b] = [1, 2].map(() => Math.floor(random() * lines.length))
    const one = lines[a ?? 0] ?? ''
    lines[a ?? 0] = lines[b ?? 0] ?? ''
    if (random() < 0.5) lines[b ?? 0] = one
  }
  return lines.join('\n')
}

/** Numbers that follow from a seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const SeedsSchema = v.record(v.string(), v.array(v.number()))

function allSeeds(): Record<string, number[]> {
  return existsSync(SEEDS) ? v.parse(SeedsSchema, JSON.parse(readFileSync(SEEDS, 'utf8'))) : {}
}

function keptSeeds(kind: string): number[] {
  return process.env['FUZZ_SEED'] ? [] : (allSeeds()[kind] ?? [])
}

function keepSeed(kind: string, seed: number): void {
  const seeds = allSeeds()
  const kept = [...new Set([...(seeds[kind] ?? []), seed])]
  writeFileSync(SEEDS, `${JSON.stringify({ ...seeds, [kind]: kept }, null, 2)}\n`)
}
