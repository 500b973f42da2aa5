/**
 * Writes the fixture of a released schema: what today's code makes of the fixture before it, with some more
 * studied. `node tests/support/write-database.ts 4` once the schema of that version is on the list in
 * tests/fixtures/schemas. One that is there is never written again: it is what that release left.
 */
import 'fake-indexeddb/auto'
import { existsSync, writeFileSync } from 'node:fs'
import { Dexie } from 'dexie'
import { schedulerSettingsOf } from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { StudyDb } from '../../src/db/db.ts'
import { ensureDays } from '../../src/db/ensure-days.ts'
import { saveResult } from '../../src/db/forecasts.ts'
import { addSteps } from '../../src/db/mocks.ts'
import { ensureProjection } from '../../src/db/projection.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { databaseFixture, fixturePath, RELEASED, storedRow, textRow } from './database-fixtures.ts'
import { mockRun } from './mock-run.ts'

const version = Number(process.argv[2] ?? RELEASED.length)
const schema = RELEASED[version - 1]
if (!schema) throw new Error(`Version ${version} is not on the list of schemas`)
if (existsSync(fixturePath(version))) throw new Error(`${fixturePath(version)} is there already`)
const before = databaseFixture(version - 1)
if (!before) throw new Error(`There is no ${fixturePath(version - 1)} to begin with`)

const old = new Dexie('fixture')
old.version(before.version).stores(before.schema)
for (const [name, rows] of Object.entries(before.tables)) {
  await old.table(name).bulkAdd(rows.map(storedRow))
}
old.close()

const db = new StudyDb('fixture')
const settings = schedulerSettingsOf(await loadSettings(db))
await ensureProjection(db, settings)
const last = await db.reviews.orderBy('at').last()
const cards = (await db.cardStates.toArray()).map(({ cardId }) => cardId)
for (const [index, cardId] of cards.entries()) {
  await recordReview(
    db,
    {
      kind: 'rated',
      id: `version-${version}-${index}`,
      cardId,
      at: (last?.at ?? 0) + DAY_MS + index * 60_000,
      utcOffsetMin: -360,
      device: 'laptop',
      rating: index % 3 === 0 ? 'again' : 'good',
      durationMs: 5000,
      mode: 'study',
      rev: 1,
    },
    settings,
  )
}
await ensureDays(db, settings)
await addSteps(db, mockRun(`version-${version}`).steps)
await saveResult(db, {
  exam: 'AZ-104',
  day: 21_000,
  score: 720,
  passed: true,
  updatedAt: 1,
  device: 'laptop',
})
const tables: Record<string, unknown[]> = {}
for (const name of Object.keys(schema)) tables[name] = (await db.table(name).toArray()).map(textRow)
writeFileSync(fixturePath(version), `${JSON.stringify({ version, schema, tables }, null, 2)}\n`)
console.log(
  fixturePath(version),
  Object.entries(tables)
    .map(([name, { length }]) => `${name} ${length}`)
    .join(', '),
)
process.exit(0)
