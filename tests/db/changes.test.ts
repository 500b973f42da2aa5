import { afterEach, expect, test, vi } from 'vitest'
import { ChangeChannel } from '../../src/db/changes.ts'
import type { Change } from '../../src/db/changes.ts'
import { changeMark } from '../../src/db/marks.ts'
import { saveSetting } from '../../src/db/save-setting.ts'
import { bundle, note } from '../support/bundles.ts'
import { anotherTab, freshName, testDb } from '../support/test-db.ts'
import { install } from '../support/install.ts'

const REVIEWED: Change = { kind: 'reviewed', cardId: 'st-a#1' }
const open: ChangeChannel[] = []

function channel(name: string): ChangeChannel {
  const made = new ChangeChannel(name)
  open.push(made)
  return made
}

function listener() {
  return vi.fn<(change: Change) => void>()
}

afterEach(() => {
  vi.unstubAllGlobals()
  open.splice(0).forEach((made) => made.close())
})

test('another tab hears what was written, the writing tab does not', async () => {
  const name = freshName()
  const [here, there] = [channel(name), channel(name)]
  const own = listener()
  const heard = listener()
  here.listen(own)
  there.listen(heard)

  here.announce(REVIEWED)
  await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith(REVIEWED))
  expect(own).not.toHaveBeenCalled()
})

test('a listener that has gone hears nothing more', async () => {
  const name = freshName()
  const [here, there] = [channel(name), channel(name)]
  const gone = listener()
  const stays = listener()
  const stop = there.listen(gone)
  there.listen(stays)
  stop()

  here.announce(REVIEWED)
  await vi.waitFor(() => expect(stays).toHaveBeenCalled())
  expect(gone).not.toHaveBeenCalled()
})

test('what another version of the app says is passed over if it is not understood', async () => {
  const name = freshName()
  const there = channel(name)
  const heard = listener()
  there.listen(heard)
  const newer = new BroadcastChannel(name)

  for (const message of [{ kind: 'renamed', to: 'x' }, REVIEWED]) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
    newer.postMessage(message)
  }
  await vi.waitFor(() => expect(heard).toHaveBeenCalled())
  expect(heard.mock.calls).toEqual([[REVIEWED]])
  newer.close()
})

test('a browser without channels writes as ever', () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  const here = channel(freshName())
  const stop = here.listen(listener())
  expect(() => here.announce(REVIEWED)).not.toThrow()
  stop()
})

test('another tab hears of installations, marks and settings', async () => {
  const db = testDb()
  const tab = anotherTab(db)
  const heard = listener()
  tab.changes.listen(heard)

  await install(db, bundle('1', [note('st-a')]))
  await install(db, bundle('1', [note('st-a')]))
  await changeMark(db, 'st-a#1', { flag: 1 }, 1000, 'laptop')
  await saveSetting(db, 'theme', 'dark', 1000, 'laptop')

  const changes = [
    { kind: 'installed', exam: 'AZ-104' },
    { kind: 'marked', cardId: 'st-a#1' },
    { kind: 'setting', key: 'theme' },
  ]
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(3))
  expect(heard.mock.calls).toEqual(changes.map((change) => [change]))
})
