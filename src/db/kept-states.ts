import { Dexie } from 'dexie'
import type { CardId } from '../core/note.ts'
import type { CardState } from '../core/schedule.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'

/** Changed states up to this many are read one by one; beyond, all are read again. */
const FEW = 500

/**
 * The states of all cards, kept in memory from the first time they were asked for: reading them is most of
 * what a screen of progress costs. Dexie tells which were written, here, in another tab or in a worker; these
 * are read again before anything is answered.
 */
class KeptStates {
  readonly #db: StudyDb
  readonly #part: string
  #states: Map<CardId, CardState> | null = null
  /** Written since; null where it is not known which. */
  #written: Set<CardId> | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(db: StudyDb) {
    this.#db = db
    this.#part = `idb://${db.name}/cardStates/`
    Dexie.on('storagemutated', (parts) => this.#hear(parts))
  }

  /** One after the other, so that nobody gets what another one is about to bring up to date. */
  async all(): Promise<ReadonlyMap<CardId, CardState>> {
    const next = this.#last.then(
      () => this.#upToDate(),
      () => this.#upToDate(),
    )
    this.#last = next
    return next
  }

  async #upToDate(): Promise<ReadonlyMap<CardId, CardState>> {
    const known = this.#states
    const written = this.#written
    if (!known || !written || written.size > FEW) return this.#readAll()
    if (written.size === 0) return known
    // What is written while these are read is noted anew.
    this.#written = new Set()
    const ids = [...written]
    const found = await this.#reading(() => this.#db.cardStates.bulkGet(ids))
    // Another map, as somebody may still look at the one before.
    const states = new Map(known)
    ids.forEach((id, index) => {
      const state = found[index]
      if (state) states.set(id, state)
      else states.delete(id)
    })
    this.#states = states
    return states
  }

  async #readAll(): Promise<ReadonlyMap<CardId, CardState>> {
    this.#written = new Set()
    const list = await this.#reading(() => this.#db.cardStates.toArray())
    const states = new Map(list.map((state) => [state.cardId, state]))
    this.#states = states
    return states
  }

  /** What could not be read is not known to be up to date. */
  async #reading<T>(read: () => PromiseLike<T>): Promise<T> {
    try {
      return await withDb(this.#db, read)
    } catch (error) {
      this.#written = null
      throw error
    }
  }

  #hear(parts: Readonly<Record<string, unknown>>): void {
    const part = parts[this.#part]
    if (part === undefined && !('all' in parts)) return
    const keys = keysOf(part)
    if (keys === null || 'all' in parts) this.#written = null
    else keys.forEach((key) => this.#written?.add(key))
  }
}

/** The single keys that were written; null where they are not known, as after a change of many. */
function keysOf(part: unknown): CardId[] | null {
  const keys: CardId[] = []
  const pending: unknown[] = [part]
  while (pending.length > 0) {
    const node = pending.pop()
    // Between tabs it comes as a plain tree of intervals.
    if (typeof node !== 'object' || node === null || !('from' in node) || !('to' in node)) {
      if (node === undefined || node === null || isEmpty(node)) continue
      return null
    }
    const { from, to } = node
    if (typeof from !== 'string' || from !== to) return null
    keys.push(from)
    if ('l' in node) pending.push(node.l)
    if ('r' in node) pending.push(node.r)
  }
  return keys
}

/** A set of no intervals. */
function isEmpty(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'd' in node && node.d === 0
}

const kept = new WeakMap<StudyDb, KeptStates>()

/** The states of all cards by id. From the second time on only those that changed are read. */
export async function keptStates(db: StudyDb): Promise<ReadonlyMap<CardId, CardState>> {
  const known = kept.get(db) ?? new KeptStates(db)
  kept.set(db, known)
  return known.all()
}
