import { Dexie } from 'dexie'
import { describe, expect, test } from 'vitest'
import { replay } from '../../src/core/schedule.ts'
import { schedulerFor, schedulerSettingsOf } from '../../src/core/scheduler.ts'
import type { CardState } from '../../src/core/schedule.ts'
import { checkData } from '../../src/db/check-data.ts'
import { StudyDb } from '../../src/db/db.ts'
import { ensureProjection } from '../../src/db/projection.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { databaseFixture, fixturePath, RELEASED, storedRow } from '../support/database-fixtures.ts'
import { freshName, testDb } from '../support/test-db.ts'

const VERSIONS = RELEASED.flatMap((schema, index) => (schema ? [[index + 1, schema] as const] : []))

test('today’s schema is one of those that have a fixture', async () => {
  const db = testDb()
  await db.open()
  expect(VERSIONS.at(-1)?.[0]).toBe(db.verno)
})

/** What can be computed again, and may be different where a later version computes more. */
const COMPUTED: ReadonlySet<string> = new Set(['cardStates', 'days', 'tallies', 'local'])

describe.each(VERSIONS)('the schema of version %i', (version, schema) => {
  const fixture = databaseFixture(version)

  test('has a database that was written with it', () => {
    expect(
      fixture?.schema,
      `Missing or another: ${fixturePath(version)}. See tests/support/write-database.ts`,
    ).toEqual(schema)
    expect(fixture?.tables['reviews']?.length).toBeGreaterThan(0)
    expect(Object.keys(fixture?.tables ?? {}).toSorted()).toEqual(Object.keys(schema).toSorted())
  })

  test('is opened by today’s build with nothing lost, and every state is what its log says', async () => {
    if (!fixture) throw new Error(`There is no ${fixturePath(version)}`)
    const old = new Dexie(freshName())
    old.version(version).stores(fixture.schema)
    for (const [name, rows] of Object.entries(fixture.tables)) {
      await old.table(name).bulkAdd(rows.map(storedRow))
    }
    old.close()

    const db = testDb(old.name)
    const settings = schedulerSettingsOf(await loadSettings(db))
    await ensureProjection(db, settings)
    for (const [name, rows] of Object.entries(fixture.tables)) {
      if (COMPUTED.has(name)) continue
      expect([name, await db.table(name).toArray()]).toEqual([name, rows.map(storedRow)])
    }
    expect(await statesOf(db)).toEqual(await replayed(db))
    expect(await checkData(db, settings)).toMatchObject({
      reviews: fixture.tables['reviews']?.length,
      wrongStates: 0,
      strayStates: 0,
    })
  })
})

async function statesOf(db: StudyDb): Promise<CardState[]> {
  return db.cardStates.orderBy('cardId').toArray()
}

async function replayed(db: StudyDb): Promise<CardState[]> {
  const settings = schedulerFor(schedulerSettingsOf(await loadSettings(db)), [])
  const logs = Map.groupBy(await db.reviews.toArray(), ({ cardId }) => cardId)
  const states = [...logs.values()].flatMap((log) => replay(log, settings) ?? [])
  return states.toSorted((a, b) => (a.cardId < b.cardId ? -1 : 1))
}
