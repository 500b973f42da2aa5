import { Dexie } from 'dexie'
import { describe, expect, test } from 'vitest'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { StudyDb } from '../../src/db/db.ts'
import { addSteps } from '../../src/db/mocks.ts'
import { ensureProjection } from '../../src/db/projection.ts'
import { schedulerSettingsOf } from '../../src/core/scheduler.ts'
import { allFits } from '../../src/db/fits.ts'
import { forecastsOf } from '../../src/db/forecasts.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { undoLast } from '../../src/db/undo.ts'
import version1 from '../fixtures/databases/version-1.json' with { type: 'json' }
import version2 from '../fixtures/databases/version-2.json' with { type: 'json' }
import released from '../fixtures/schemas/released.json' with { type: 'json' }
import { CARD, rated } from '../support/log.ts'
import { mockRun } from '../support/mock-run.ts'
import { install } from '../support/install.ts'
import { freshName, testDb } from '../support/test-db.ts'

/** The schemas that have been released, by version. Never edit one; add one. A number can be left out. */
const RELEASED: readonly (Record<string, string> | null)[] = released

const REVIEW = rated('r1')
const MARK = {
  cardId: CARD,
  suspended: true,
  flag: 2,
  buriedUntil: null,
  updatedAt: 1,
  device: 'laptop',
}
const SETTING = { key: 'newPerDay', value: 30, updatedAt: 1, device: 'laptop' }

async function openedAt(
  version: number,
  stores: Readonly<Record<string, string>>,
): Promise<StudyDb> {
  const old = new Dexie(freshName())
  old.version(version).stores({ ...stores })
  await old.table('reviews').add(REVIEW)
  await old.table('marks').add(MARK)
  await old.table('settings').add(SETTING)
  old.close()
  return testDb(old.name)
}

describe.each(RELEASED.flatMap((stores, index) => (stores ? [[index + 1, stores] as const] : [])))(
  'data saved by version %i',
  (version, stores) => {
    test('is still there', async () => {
      const db = await openedAt(version, stores)
      await ensureProjection(db, DEFAULT_SCHEDULER)
      expect(await db.reviews.toArray()).toEqual([REVIEW])
      expect(await db.marks.toArray()).toEqual([MARK])
      expect(await db.settings.toArray()).toEqual([SETTING])
      expect(await db.cardStates.toArray()).toEqual([replay([REVIEW], DEFAULT_SCHEDULER)])
    })
  },
)

/** A whole database as version 1 wrote it: the ten types, reviews, an undo, a new start, marks, settings. */
describe('a database that the released version 1 wrote', () => {
  const { version, schema, tables } = version1

  test('is of the schema that was released', () => {
    expect(schema).toEqual(RELEASED[version - 1])
  })

  test('opens with nothing lost, and its cards can be studied and updated', async () => {
    const old = new Dexie(freshName())
    old.version(version).stores(schema)
    for (const [name, rows] of Object.entries(tables)) await old.table(name).bulkAdd(rows)
    old.close()

    const db = testDb(old.name)
    for (const [name, rows] of Object.entries(tables)) {
      expect(await db.table(name).toArray()).toEqual(rows)
    }
    for (const table of [
      'edits',
      'ownDecks',
      'drafts',
      'media',
      'noteTags',
      'fits',
      'forecasts',
      'mocks',
    ]) {
      expect(await db.table(table).count()).toBe(0)
    }
    await ensureProjection(db, DEFAULT_SCHEDULER)
    expect(await db.cardStates.toArray()).toEqual(tables.cardStates)

    // Their texts come with the next release, and nothing else changes.
    const exam = await db.exams.get('AZ-104')
    const notes = (await db.notes.toArray()).map(({ retired: _retired, ...note }) => note)
    const text = { type: 'basic' as const, ask: 'a', answer: 'b' }
    const next = {
      ...exam,
      format: 1,
      version: '2',
      notes: notes.map((n) => ({ ...n, text, hash: '2' })),
    }
    expect(await install(db, next)).toMatchObject({ retired: [], dueAgain: [], undecided: [] })
    expect(await db.reviews.toArray()).toEqual(tables.reviews)
    expect(await db.cardStates.toArray()).toEqual(tables.cardStates)
    expect((await db.notes.toArray()).every((note) => note.text !== undefined)).toBe(true)
  })
})

/** As version 2 wrote it: own notes, an edit, tags, a draft, an image, the journal of acts, settings of all kinds. */
describe('a database that the released version 2 wrote', () => {
  const { version, schema } = version2
  const tables = Object.entries<readonly object[]>(version2.tables)

  async function opened() {
    const old = new Dexie(freshName())
    old.version(version).stores(schema)
    for (const [name, rows] of tables) await old.table(name).bulkAdd(rows.map(stored))
    old.close()
    return testDb(old.name)
  }

  test('is of the schema that was released', () => {
    expect(schema).toEqual(RELEASED[version - 1])
  })

  test('opens with nothing lost, and starts without a new projection', async () => {
    const db = await opened()
    for (const [name, rows] of tables) {
      expect([name, await db.table(name).toArray()]).toEqual([name, rows.map(stored)])
    }
    expect(await allFits(db)).toEqual([])
    expect(await forecastsOf(db, 'AZ-104')).toEqual([])
    const settings = await loadSettings(db)
    expect(settings).toMatchObject({ desiredRetention: 0.88, rolloverHour: 3, weights: null })
    expect(await ensureProjection(db, schedulerSettingsOf(settings))).toBe(false)
    expect(await db.cardStates.toArray()).toEqual(version2.tables.cardStates)
  })

  test('knows what was done last, and takes it back', async () => {
    const db = await opened()
    const settings = schedulerSettingsOf(await loadSettings(db))
    const stamp = { id: 'u', at: 1_730_000_000_000, utcOffsetMin: -360, device: 'laptop' }
    expect(await undoLast(db, stamp, settings)).not.toBeNull()
    expect(await db.noteTags.toArray()).toMatchObject([{ tags: [] }, { tags: [] }])
  })
})

/** A row of the fixture as it was in the database: JSON has no bytes. */
function stored(row: object): object {
  return 'bytes' in row && Array.isArray(row.bytes)
    ? { ...row, bytes: Uint8Array.from(row.bytes).buffer }
    : row
}

test('the newest schema is on the list, as it is', async () => {
  const db = testDb()
  await db.open()
  expect(db.verno).toBe(RELEASED.length)

  const listed = new Dexie(freshName())
  listed.version(1).stores(RELEASED.at(-1) ?? {})
  expect(schemaOf(db)).toEqual(schemaOf(listed))
})

function schemaOf(db: Dexie) {
  return db.tables.map(({ name, schema }) => [
    name,
    schema.primKey.src,
    schema.indexes.map(({ src }) => src),
  ])
}

test('a database of version 2 gets a place for mock exams, and keeps all that is the learner’s', async () => {
  const rows = {
    edits: [{ noteId: 'st-a', base: { type: 'basic', ask: 'a', answer: 'b' }, baseRev: 1 }],
    ownDecks: [{ id: 'own-1', title: 'Mine', updatedAt: 1, device: 'laptop' }],
    drafts: [{ id: 'new', value: { typed: 'half a' }, updatedAt: 2 }],
    media: [{ id: 'hash', type: 'image/webp', width: 1, height: 1, createdAt: 3 }],
    noteTags: [{ noteId: 'st-a', tags: ['hard'], updatedAt: 4, device: 'laptop' }],
    local: [{ key: 'device', value: 'laptop' }],
  }
  const old = new Dexie(freshName())
  old.version(2).stores({ ...RELEASED[1] })
  await old.table('reviews').add(REVIEW)
  for (const [name, all] of Object.entries(rows)) await old.table(name).bulkAdd(all)
  old.close()

  const db = testDb(old.name)
  expect(await db.reviews.toArray()).toEqual([REVIEW])
  for (const [name, all] of Object.entries(rows)) {
    expect({ [name]: await db.table(name).toArray() }).toEqual({ [name]: all })
  }
  const { steps } = mockRun('run-1')
  await addSteps(db, steps.slice(0, 1))
  await addSteps(db, steps.slice(1))
  expect(await db.mocks.toArray()).toEqual(steps)
  expect(await db.reviews.toArray()).toEqual([REVIEW])
})
