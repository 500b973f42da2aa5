import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { backupFile, readBackup } from '../../src/app/backup/file.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { changeMark } from '../../src/db/marks.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { bundle, note } from '../support/bundles.ts'
import { rated } from '../support/log.ts'
import { NOON, renderRoutes, setSetting, studyingApp, testApp } from '../support/test-app.tsx'
import type { TestApp } from '../support/test-app.tsx'

const AZ104 = bundle('1', [note('a'), note('b')])

async function answer(app: TestApp, count: number, at = NOON - 40 * DAY_MS) {
  const entries = Array.from({ length: count }, (_, index) =>
    rated(`r${index}`, 0, { cardId: 'a#1', at: at + index * 1000 }),
  )
  const last = entries.pop()
  // At once, as one by one takes seconds; the last one brings the state of the card up to date.
  await app.db.reviews.bulkAdd(entries)
  if (last) await recordReview(app.db, last, DEFAULT_SCHEDULER)
}

/** What the browser was given to download. */
function downloads(): string[] {
  const names: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(
    function click(this: HTMLAnchorElement) {
      names.push(this.download)
    },
  )
  return names
}

/** A device with a share sheet; `outcomes` are what becomes of each try. */
function shareSheet(outcomes: readonly (string | null)[], can = true) {
  const shared: File[] = []
  const left = [...outcomes]
  const share = async ({ files = [] }: ShareData) => {
    const problem = left.shift()
    if (problem) throw new DOMException('no', problem)
    shared.push(...files)
  }
  Object.assign(navigator, { canShare: () => can, share })
  return { shared, left }
}

async function fileOf(app: TestApp): Promise<File> {
  const blob = await backupFile(app.db, { at: app.now(), device: 'laptop' })
  return new File([blob], 'cirrus.jsonl.gz', { type: 'application/gzip' })
}

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('a backup', () => {
  test('is made by one button, and the page says what it has', async () => {
    const names = downloads()
    const app = await studyingApp([AZ104])
    await answer(app, 12)
    const { user } = renderRoutes(app, '/backup')
    expect(await screen.findByText(/12 reviews would be lost/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Download a backup' }))
    expect(await screen.findByText(/cirrus-2026-11-23-1200.jsonl.gz was made/)).toBeVisible()
    expect(names).toEqual(['cirrus-2026-11-23-1200.jsonl.gz'])
    expect(await screen.findByText(/23 Nov 2026, 12:00. It has everything/)).toBeVisible()
  })

  describe('that is shared', () => {
    afterEach(() => {
      for (const name of ['canShare', 'share', 'userAgentData'])
        Reflect.deleteProperty(navigator, name)
    })

    async function shareFrom(outcomes: readonly (string | null)[]) {
      const sheet = shareSheet(outcomes)
      const app = await studyingApp([AZ104])
      await answer(app, 12)
      const { user } = renderRoutes(app, '/backup')
      await user.click(await screen.findByRole('button', { name: 'Share a backup' }))
      return { ...sheet, user }
    }

    test('goes to the other app as a file, and counts as a backup', async () => {
      const { shared } = await shareFrom([null])
      expect(await screen.findByText(/23 Nov 2026, 12:00. It has everything/)).toBeVisible()
      expect(shared.map(({ name, type }) => [name, type])).toEqual([
        ['cirrus-2026-11-23-1200.jsonl.gz', 'application/gzip'],
      ])
      expect((await readBackup(shared[0] ?? new Blob())).rows.review).toHaveLength(12)
    })

    test('goes as text where archives are not let through, and is restored from it', async () => {
      Object.assign(navigator, { userAgentData: {} })
      const { shared } = await shareFrom([null])
      expect(await screen.findByText(/It has everything/)).toBeVisible()
      expect(shared.map(({ name, type }) => [name, type])).toEqual([
        ['cirrus-2026-11-23-1200.jsonl.txt', 'text/plain'],
      ])
      const content = await readBackup(shared[0] ?? new Blob())
      expect(content).toMatchObject({ isCutOff: false, faulty: 0 })
      expect(content.rows.review).toHaveLength(12)
    })

    test('is none where the learner thinks better of it, and can be shared later', async () => {
      const { shared, left, user } = await shareFrom(['AbortError', null])
      await waitFor(() => expect(left).toHaveLength(1))
      await screen.findByRole('button', { name: 'Share a backup' })
      expect(screen.getByText(/12 reviews would be lost/)).toBeVisible()
      expect(screen.queryByRole('alert')).toBeNull()
      await user.click(screen.getByRole('button', { name: 'Share a backup' }))
      expect(await screen.findByText(/It has everything/)).toBeVisible()
      expect(shared).toHaveLength(1)
    })

    test('waits for another click where the first is too long ago', async () => {
      const { shared, user } = await shareFrom(['NotAllowedError', null])
      expect(await screen.findByText('cirrus-2026-11-23-1200.jsonl.gz is ready.')).toBeVisible()
      expect(screen.getByText(/12 reviews would be lost/)).toBeVisible()
      await user.click(screen.getByRole('button', { name: 'Share it now' }))
      expect(await screen.findByText(/It has everything/)).toBeVisible()
      expect(shared).toHaveLength(1)
    })

    test('is refused in one sentence where the browser does not let it', async () => {
      const { user } = await shareFrom(['NotAllowedError', 'NotAllowedError'])
      await user.click(await screen.findByRole('button', { name: 'Share it now' }))
      expect(await screen.findByRole('alert')).toHaveTextContent('Download it instead.')
      expect(screen.getByText(/12 reviews would be lost/)).toBeVisible()
    })

    test('is not offered where files cannot be shared', async () => {
      shareSheet([], false)
      renderRoutes(await studyingApp([AZ104]), '/backup')
      await screen.findByRole('button', { name: 'Download a backup' })
      expect(screen.queryByRole('button', { name: 'Share a backup' })).toBeNull()
    })
  })

  test('is taken in by an empty browser, with the exams that it names', async () => {
    const before = await studyingApp([AZ104])
    await answer(before, 3)
    const file = await fileOf(before)
    const app = testApp({ bundles: [AZ104] })
    const { user } = renderRoutes(app, '/backup')
    await user.upload(await screen.findByLabelText('Choose a backup file'), file)
    const dialog = await screen.findByRole('dialog', { name: 'Restore this backup?' })
    expect(within(dialog).getByText(/3 entries of your history, from 14 Oct 2026/)).toBeVisible()
    expect(within(dialog).queryByRole('radio')).toBeNull()
    await user.click(within(dialog).getByRole('button', { name: 'Restore' }))
    expect(await screen.findByText(/^Restored: 3 entries of your history, 1 setting/)).toBeVisible()
    expect((await loadSettings(app.db)).exams).toEqual(['AZ-104'])
    expect((await app.db.exams.get('AZ-104'))?.version).toBe('1')
    expect(await app.db.cardStates.toArray()).toEqual(await before.db.cardStates.toArray())
  })

  test('is merged with what is here, or takes its place after a question', async () => {
    const before = await studyingApp([AZ104])
    await answer(before, 2)
    const file = await fileOf(before)
    const app = await studyingApp([AZ104])
    await changeMark(app.db, 'b#1', { flag: 1 }, NOON, 'phone')
    const { user } = renderRoutes(app, '/backup')

    await user.upload(await screen.findByLabelText('Choose a backup file'), file)
    expect(await screen.findByRole('radio', { name: /Keep it/ })).toBeChecked()
    await user.click(screen.getByRole('button', { name: 'Restore' }))
    expect(await screen.findByText(/^Restored: 2 entries/)).toBeVisible()
    expect(await app.db.marks.count()).toBe(1)

    await user.upload(screen.getByLabelText('Choose a backup file'), file)
    await user.click(await screen.findByRole('radio', { name: /Replace it/ }))
    await user.click(screen.getByRole('button', { name: 'Restore' }))
    await waitFor(async () => expect(await app.db.marks.count()).toBe(0))
    expect(await app.db.reviews.count()).toBe(2)
    // The first sentence was taken away when the file was chosen.
    expect(await screen.findByText(/^Restored: 2 entries/)).toBeVisible()
  })

  test('that is none is refused with one sentence', async () => {
    const app = await studyingApp([AZ104])
    const { user } = renderRoutes(app, '/backup')
    const picture = new File(['GIF89a'], 'holiday.gz')
    await user.upload(await screen.findByLabelText('Choose a backup file'), picture)
    expect(await screen.findByRole('alert')).toHaveTextContent('This file is no backup of Cirrus.')
  })

  test('that was cut off says so before it is taken in', async () => {
    const before = await studyingApp([AZ104])
    await answer(before, 60)
    const whole = await fileOf(before)
    const app = await studyingApp([AZ104])
    const { user } = renderRoutes(app, '/backup')
    const part = new File([whole.slice(0, whole.size - 40)], 'part.gz')
    await user.upload(await screen.findByLabelText('Choose a backup file'), part)
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(/This file ends early/)).toBeVisible()
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    expect(await app.db.reviews.count()).toBe(0)
  })
})

test('a look through everything says that all is well, or what was put right', async () => {
  const app = await studyingApp([AZ104])
  await answer(app, 2)
  const { user } = renderRoutes(app, '/backup')
  await user.click(await screen.findByRole('button', { name: 'Check my data' }))
  expect(await screen.findByText(/^All is well. 2 entries of 1 card/)).toBeVisible()
  const [state] = await app.db.cardStates.toArray()
  if (state) await app.db.cardStates.put({ ...state, stability: 9999 })
  await user.click(screen.getByRole('button', { name: 'Check my data' }))
  expect(await screen.findByText(/The state of 1 card was computed anew/)).toBeVisible()
})

describe('the reminder on Today', () => {
  test('says what would be lost, and is quiet after Later', async () => {
    const app = await studyingApp([AZ104])
    await answer(app, 120)
    const { user, unmount } = renderRoutes(app)
    expect(await screen.findByText(/120 reviews since your last backup/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Later' }))
    await waitFor(() => expect(screen.queryByText(/since your last backup/)).toBeNull())
    unmount()
    renderRoutes(app)
    await screen.findByRole('heading', { level: 1 })
    await new Promise((resolve) => setTimeout(resolve, 2000))
    expect(screen.queryByText(/since your last backup/)).toBeNull()
  })

  test('leads to the page that makes one', async () => {
    const app = await studyingApp([AZ104])
    await setSetting(app, 'newPerDay', 3)
    await answer(app, 450)
    const { user } = renderRoutes(app)
    expect(await screen.findByText(/450 reviews are only in this browser/)).toBeVisible()
    await user.click(screen.getByRole('link', { name: 'Make a backup' }))
    expect(await screen.findByRole('heading', { name: 'Your data, in your hands' })).toBeVisible()
  })
})
