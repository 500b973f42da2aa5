import { expect, onTestFinished, test, vi } from 'vitest'
import { Collection } from '../../src/app/browse/collection.ts'
import { bundle, note } from '../support/bundles.ts'
import { studyingApp } from '../support/test-app.tsx'

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
