import { expect, onTestFinished, test, vi } from 'vitest'
import { Collection } from '../../src/app/browse/collection.ts'
import { markCards } from '../../src/db/bulk.ts'
import { StorageFault } from '../../src/db/faults.ts'
import { changeMark } from '../../src/db/marks.ts'
import { bundle, note } from '../support/bundles.ts'
import { NOON, studyingApp } from '../support/test-app.tsx'

test('texts that cannot be read in the background are no error that nobody handles', async () => {
  const unhandled = vi.fn<() => void>()
  process.on('unhandledRejection', unhandled)
  onTestFinished(() => void process.off('unhandledRejection', unhandled))
  const app = await studyingApp([bundle('1', [note('a'), note('b')])])
  const collection = new Collection(app)
  await collection.open()
  app.db.close()
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(unhandled).not.toHaveBeenCalled()
})

test('the first cards are there at once with all that is known of them, the others follow', async () => {
  const notes = Array.from({ length: 100 }, (_, index) => note(`st-${index}`))
  const app = await studyingApp([bundle('1', notes)])
  const suspend = (id: string) => changeMark(app.db, `${id}#1`, { suspended: true }, NOON, 'laptop')
  await suspend('st-0')
  await suspend('st-99')
  const collection = new Collection(app)
  await collection.openFirst()
  const first = collection.store.get()
  expect(first?.rows).toHaveLength(100)
  expect(first?.known).toBe(80)
  expect(first?.rows[0]?.mark?.suspended).toBe(true)
  expect(first && collection.titleOf(first.rows[79]!)).not.toBeNull()
  await vi.waitFor(() => expect(collection.store.get()?.known).toBe(Infinity))
  expect(collection.store.get()?.rows[99]?.mark?.suspended).toBe(true)
})

test('a card changed while the others are read is shown as it was changed', async () => {
  const app = await studyingApp([bundle('1', [note('a')])])
  const collection = new Collection(app)
  await collection.openFirst()
  const opening = collection.open()
  const stamp = { id: 'x', at: NOON, utcOffsetMin: 0, device: 'laptop' }
  await collection.apply(await markCards(app.db, ['a#1'], { suspended: true }, stamp))
  await opening
  expect(collection.store.get()?.rows[0]?.mark?.suspended).toBe(true)
})

test('cards that cannot be read after the first ones are a fault that the screen tells', async () => {
  const app = await studyingApp([bundle('1', [note('a')])])
  const collection = new Collection(app)
  await collection.openFirst()
  app.db.close()
  await vi.waitFor(() => expect(collection.store.get()?.fault).toBeInstanceOf(StorageFault))
})
