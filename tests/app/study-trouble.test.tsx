import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/core/time.ts'
import { changeMark } from '../../src/db/marks.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { bundle, note } from '../support/bundles.ts'
import { rated } from '../support/log.ts'
import {
  button,
  entries,
  expectHeading,
  head,
  openStudy,
  ratedBefore,
  ratings,
  study,
} from '../support/study-room.tsx'
import { CHICAGO, NOON, studyingApp } from '../support/test-app.tsx'
import type { TestApp } from '../support/test-app.tsx'
import { testDb } from '../support/test-db.ts'

const NOTES = ['a', 'b', 'c'].map((id) => note(id))

/** Lets no state be saved until the function returned is called. */
function failing(app: TestApp, name = 'QuotaExceededError'): () => void {
  const put = vi.spyOn(app.db.cardStates, 'put').mockImplementation(() => {
    throw new DOMException('No space', name)
  })
  const stop = () => put.mockRestore()
  onTestFinished(stop)
  return stop
}

/** Whether the browser would ask before it closes the page. */
function asks(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
}

describe('a rating that cannot be saved', () => {
  test('is told, kept, and saved once when it is tried again', async () => {
    const { app, user } = await study(NOTES)
    const heal = failing(app)
    await user.keyboard(' 2')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Not saved. There is no space left to save.')
    await expectHeading('Is a so?')
    expect(await app.db.reviews.count()).toBe(0)

    await user.click(await button('Try again'))
    expect(await screen.findByRole('alert')).toBeVisible()
    heal()
    app.setNow(NOON + HOUR_MS)
    await user.click(await button('Try again'))
    await expectHeading('Is b so?')
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(await ratings(app)).toMatchObject([{ cardId: 'a#1', rating: 'good', at: NOON }])
  })

  test('is not replaced by another rating meanwhile', async () => {
    const { app, user } = await study(NOTES)
    const heal = failing(app)
    await user.keyboard(' 2')
    await screen.findByRole('alert')
    heal()
    await user.keyboard('1u-')
    await user.click(await button('Try again'))
    await expectHeading('Is b so?')
    expect(await ratings(app)).toMatchObject([{ rating: 'good' }])
    expect(await app.db.marks.count()).toBe(0)
  })

  test('is tried again with Space, too', async () => {
    const { app, user } = await study(NOTES)
    const heal = failing(app, 'AbortError')
    await user.keyboard(' 1')
    await screen.findByRole('alert')
    heal()
    await user.keyboard(' ')
    await expectHeading('Is b so?')
    expect(await ratings(app)).toMatchObject([{ rating: 'again' }])
  })

  test('keeps the learner from leaving unawares, and leaves once it is saved', async () => {
    const { app, user } = await study(NOTES)
    const heal = failing(app)
    await user.keyboard(' 2')
    await screen.findByRole('alert')
    await user.keyboard('{Escape}')
    const dialog = await screen.findByRole('dialog', { name: 'Your last answer is not saved' })
    await user.click(within(dialog).getByRole('button', { name: 'Stay' }))
    await expectHeading('Is a so?')

    heal()
    await user.keyboard('{Escape}')
    await user.click(await button('Save and leave'))
    await waitFor(async () => expect(await ratings(app)).toMatchObject([{ cardId: 'a#1' }]))
    await expectHeading(/^\d minutes?/)
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  test('can be left behind knowingly', async () => {
    const { app, user } = await study(NOTES)
    failing(app)
    await user.keyboard(' 2')
    await screen.findByRole('alert')
    await user.keyboard('{Escape}')
    await user.click(await button('Leave without it'))
    await expectHeading(/^\d minutes?/)
    expect(await app.db.reviews.count()).toBe(0)
  })

  test('makes the browser ask before the page is closed, and only then', async () => {
    const { app, user } = await study(NOTES)
    expect(asks()).toBe(false)
    const heal = failing(app)
    await user.keyboard(' 2')
    await screen.findByRole('alert')
    expect(asks()).toBe(true)
    heal()
    await user.click(await button('Try again'))
    await expectHeading('Is b so?')
    expect(asks()).toBe(false)
  })

  test('is not doubled where it had been saved after all', async () => {
    const { app, user } = await study(NOTES)
    const announce = vi.spyOn(app.db.changes, 'announce').mockImplementationOnce(() => {
      throw new DOMException('The connection was lost', 'UnknownError')
    })
    onTestFinished(() => announce.mockRestore())
    await user.keyboard(' 2')
    await screen.findByRole('alert')
    expect(await app.db.reviews.count()).toBe(1)
    await user.click(await button('Try again'))
    await expectHeading('Is b so?')
    expect(await app.db.reviews.count()).toBe(1)
    expect(await app.db.cardStates.get('a#1')).toMatchObject({ reps: 1 })
  })
})

describe('a page that is older than the data', () => {
  test('offers to reload at once, and again for the answer that it cannot save', async () => {
    const { app, user } = await study(NOTES)
    act(() => app.updates.state.set('shut'))
    expect(screen.getByText(/Cirrus was updated in another tab, and nothing more/)).toBeVisible()
    await user.click(await button('Reload'))
    expect(app.updated()).toBe(1)

    failing(app, 'VersionError')
    await user.click(screen.getByRole('heading', { level: 1 }))
    await user.keyboard(' 2')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(/Not saved. A newer version of Cirrus/)
    expect(alert).toHaveTextContent(/this card comes up again as it is here; rate it once more/)
    expect(screen.queryByRole('button', { name: /Try again/ })).toBeNull()
    // The browser does not ask whether the page may be left: that is what it is to do.
    expect(asks()).toBe(false)
    await user.click(await button(/^Reload/))
    expect(app.updated()).toBe(2)
    expect(await app.db.reviews.count()).toBe(0)
  })
})

/** What another tab adds to the log. */
function answer(cardId: string) {
  return rated(`elsewhere-${cardId}`, 0, { cardId, at: NOON, utcOffsetMin: CHICAGO })
}

/** The id of the showing on screen, which another tab goes on with. */
async function showingId({ db }: TestApp): Promise<string> {
  await waitFor(async () => expect(await db.local.get('resume')).toBeDefined())
  const kept = JSON.stringify(await db.local.get('resume'))
  return /"showing":\{"id":"([^"]+)"/.exec(kept)?.[1] ?? ''
}

describe('another tab', () => {
  /** The same data, opened by another tab. */
  async function withOtherTab() {
    const app = await studyingApp([bundle('1', NOTES)])
    const { user } = await openStudy(app)
    await expectHeading('Is a so?')
    return { app, user, other: testDb(app.db.name) }
  }

  test('that answers a card takes it out of the queue', async () => {
    const { user, other } = await withOtherTab()
    await recordReview(other, answer('b#1'), DEFAULT_SCHEDULER)
    await waitFor(() => expect(head().getByText('1 of 2')).toBeVisible())
    await user.keyboard(' 2')
    await expectHeading('Is c so?')
  })

  test('that answers the card on screen is mentioned, and the answer here does not count', async () => {
    const { app, user, other } = await withOtherTab()
    await recordReview(other, answer('a#1'), DEFAULT_SCHEDULER)
    expect(await screen.findByText(/^This card was answered in another tab/)).toBeVisible()
    await user.keyboard(' 1')
    await expectHeading('Is b so?')
    expect(screen.getByText(/had been answered in another tab already/)).toBeVisible()
    expect(await entries(app, 1)).toMatchObject([{ cardId: 'a#1', rating: 'good' }])
    expect(await app.db.cardStates.get('a#1')).toMatchObject({ reps: 1 })
    expect(head().getByText('1 of 2')).toBeVisible()
  })

  test('that goes on with the same showing answers it once, and this one is told', async () => {
    const { app, user, other } = await withOtherTab()
    const id = await showingId(app)
    await recordReview(other, { ...answer('a#1'), id }, DEFAULT_SCHEDULER)
    await user.keyboard(' 1')
    await expectHeading('Is b so?')
    expect(screen.getByText(/had been answered in another tab already/)).toBeVisible()
    expect(await entries(app, 1)).toMatchObject([{ cardId: 'a#1', rating: 'good' }])
    expect(head().getByText('1 of 2')).toBeVisible()
  })

  test('that answered the same showing on the day before does not keep this answer out', async () => {
    const { app, user, other } = await withOtherTab()
    const id = await showingId(app)
    await recordReview(other, { ...answer('a#1'), id }, DEFAULT_SCHEDULER)
    app.setNow(NOON + DAY_MS)
    await user.keyboard(' 1')
    await expectHeading('Is b so?')
    expect(await entries(app, 2)).toMatchObject([{ rating: 'good' }, { rating: 'again' }])
    await user.keyboard('u')
    await expectHeading('Is a so?')
    expect(await app.db.cardStates.get('a#1')).toMatchObject({ reps: 1 })
  })

  test('that brings a card back after the session lets it begin again', async () => {
    const app = await studyingApp([bundle('1', NOTES.slice(0, 2))])
    await changeMark(app.db, 'b#1', { suspended: true }, NOON, 'other')
    const { user } = await openStudy(app)
    await user.keyboard(' 2')
    await expectHeading('Done: 1 card.')
    await changeMark(testDb(app.db.name), 'b#1', { suspended: false }, NOON, 'other')
    await user.click(await button('Begin again'))
    await expectHeading('Is b so?')
    expect(head().getByText('2 of 2')).toBeVisible()
  })

  test('that buries a card takes it out of the queue', async () => {
    const { other } = await withOtherTab()
    await changeMark(other, 'b#1', { buriedUntil: 20_781 }, NOON, 'other')
    await waitFor(() => expect(head().getByText('1 of 2')).toBeVisible())
    await expectHeading('Is a so?')
  })
})

describe('a clock that was set back', () => {
  test('is mentioned, and studying goes on', async () => {
    const app = await studyingApp([bundle('1', NOTES)])
    await ratedBefore(app, 'c#1', 0)
    app.setNow(NOON - HOUR_MS)
    const { user } = await openStudy(app)
    expect(await screen.findByText(/^The clock of this device is behind/)).toBeVisible()
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    expect(await app.db.reviews.count()).toBe(2)
  })

  test('is not mentioned for a minute or two', async () => {
    const app = await studyingApp([bundle('1', NOTES)])
    await ratedBefore(app, 'c#1', 0)
    app.setNow(NOON - 2 * MINUTE_MS)
    await openStudy(app)
    await expectHeading('Is a so?')
    expect(screen.queryByText(/^The clock of this device/)).not.toBeInTheDocument()
  })

  test('is noticed in the middle of a session', async () => {
    const { app, user } = await study(NOTES)
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    app.setNow(NOON - HOUR_MS)
    await user.keyboard(' 2')
    expect(await screen.findByText(/^The clock of this device is behind/)).toBeVisible()
  })
})
