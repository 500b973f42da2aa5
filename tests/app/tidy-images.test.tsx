import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { mirrorDraft } from '../../src/app/editor/draft-mirror.ts'
import { emptyDraft } from '../../src/app/editor/draft.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { saveMedia } from '../../src/db/media.ts'
import { tidyMedia } from '../../src/db/media-tidy.ts'
import { bundle, note } from '../support/bundles.ts'
import { NOON, renderRoutes, studyingApp } from '../support/test-app.tsx'

afterEach(() => {
  vi.useRealTimers()
  localStorage.clear()
})

const OLD = 'a'.repeat(64)
const LEFT = 'b'.repeat(64)

/** Two images that nothing in the database has referred to for long; the draft of a closed page shows one. */
async function cluttered() {
  const app = await studyingApp([bundle('1', [note('st-a')])])
  for (const id of [OLD, LEFT]) {
    const bytes = new Uint8Array([1]).buffer
    const size = { width: 1, height: 1, createdAt: NOON - 50 * DAY_MS }
    await saveMedia(app.db, { id, type: 'image/png', ...size, bytes })
  }
  await tidyMedia(app.db, NOON - 40 * DAY_MS, () => [])
  const draft = emptyDraft('n1', 'Names')
  mirrorDraft('new', { ...draft, text: { ...draft.text, ask: `![x](media:${LEFT})` } }, NOON)
  return app
}

test.each([
  ['Settings', '/settings', 'Settings'],
  ['the end of a session', '/study?only=flagged', /./],
])('%s clears images of no use away once it is quiet', async (_, path, heading) => {
  const app = await cluttered()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  renderRoutes(app, path)
  await screen.findByRole('heading', { level: 1, name: heading })
  expect(await app.db.media.count()).toBe(2)
  await vi.advanceTimersByTimeAsync(6000)
  await waitFor(async () => expect(await app.db.media.toCollection().primaryKeys()).toEqual([LEFT]))
})
