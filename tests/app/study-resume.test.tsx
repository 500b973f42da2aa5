import { cleanup, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Note } from '../../src/core/note.ts'
import { MINUTE_MS } from '../../src/core/time.ts'
import { redoLast, undoLast } from '../../src/db/undo.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { install } from '../support/install.ts'
import { bundle, note } from '../support/bundles.ts'
import { COMMAND, MULTI, NUMBER, ORDER, SINGLE } from '../support/note-types.ts'
import { entries, expectHeading, head, openStudy, ratings, study } from '../support/study-room.tsx'
import { NOON, renderRoutes, studyingApp } from '../support/test-app.tsx'
import type { TestApp } from '../support/test-app.tsx'

/** What is kept has been written. */
async function kept(app: TestApp, part: RegExp) {
  await waitFor(async () => expect(JSON.stringify(await app.db.local.get('resume'))).toMatch(part))
}

/** The page is gone from one moment to the next: nothing is cleaned up that the database knows of. */
async function reload(app: TestApp, path = '/study') {
  const row = await app.db.local.get('resume')
  const mirror = sessionStorage.getItem('resume')
  cleanup()
  await new Promise((resolve) => setTimeout(resolve, 20))
  if (row) await app.db.local.put(row)
  sessionStorage.setItem('resume', mirror ?? 'null')
  return openStudy(app, path)
}

const steps = () => screen.getAllByRole('listitem').map((item) => item.textContent)

const options = () =>
  screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)

beforeEach(() => sessionStorage.clear())

describe('a card that was begun is as it was after a reload', () => {
  test('the option chosen, and the order of the options', async () => {
    const { app, user } = await study([SINGLE])
    const before = options()
    await user.keyboard('b')
    await kept(app, /"chosen":\["o\d"\]/)
    await reload(app)
    expect(options()).toEqual(before)
    expect(screen.getAllByRole('radio')[1]).toBeChecked()
  })

  test('several options', async () => {
    const { app, user } = await study([MULTI])
    await user.keyboard('a')
    await user.keyboard('c')
    await kept(app, /"chosen":\["o\d","o\d"\]/)
    await reload(app)
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(2)
  })

  test.each<[string, Note, string]>([
    ['a number', NUMBER, '50'],
    ['a command', COMMAND, 'az lock cre'],
  ])('%s that was half typed', async (_, each, typed) => {
    const { app, user } = await study([each])
    await user.type(screen.getByRole('textbox'), typed)
    await kept(app, new RegExp(`"typed":"${typed}"`))
    await reload(app)
    expect(screen.getByRole('textbox')).toHaveValue(typed)
  })

  test('a letter that the database does not know of yet, as the tab keeps it as well', async () => {
    const { app, user } = await study([NUMBER])
    await user.type(screen.getByRole('textbox'), '50')
    await kept(app, /"typed":"50"/)
    const row = await app.db.local.get('resume')
    app.setNow(NOON + 50)
    await user.type(screen.getByRole('textbox'), '0')
    await kept(app, /"typed":"500"/)
    if (row) await app.db.local.put(row)
    await reload(app)
    expect(screen.getByRole('textbox')).toHaveValue('500')
    sessionStorage.clear()
    await reload(app)
    expect(screen.getByRole('textbox')).toHaveValue('500')
  })

  test('the order of the steps', async () => {
    const { app, user } = await study([ORDER])
    await user.click(screen.getAllByRole('button', { name: /^Down:/ })[0] ?? document.body)
    const before = steps()
    await kept(app, /"arrangement":\["s/)
    await reload(app)
    expect(steps()).toEqual(before)
  })

  test('the answer that was shown, right or not known, and its rating is one entry', async () => {
    const { app, user } = await study([NUMBER])
    await user.type(screen.getByRole('textbox'), '5000{Enter}')
    await kept(app, /"revealed":"judged"/)
    const again = await reload(app)
    expect(screen.getByText('Correct.')).toBeVisible()
    await again.user.keyboard(' ')
    await expectHeading('Done: 1 card.')
    expect(await ratings(app)).toMatchObject([{ rating: 'good' }])
    expect(await app.db.local.get('resume')).toBeUndefined()
  })

  test('unless its fact is another now', async () => {
    const { app, user } = await study([SINGLE])
    await user.keyboard('n')
    await kept(app, /"revealed":"unknown"/)
    const row = await app.db.local.get('resume')
    await install(app.db, bundle('2', [{ ...SINGLE, rev: 2, hash: 'other' }]))
    if (row) await app.db.local.put(row)
    await reload(app)
    expect(screen.queryByText('Not known.')).not.toBeInTheDocument()
  })

  test('and how its answer counts, where it is one of cramming that was taken back', async () => {
    const app = await studyingApp([bundle('1', [note('a')])])
    const cram = await openStudy(app, '/study?mode=cram')
    await cram.user.keyboard(' 2')
    await expectHeading(/^Done/)
    cram.unmount()
    const { user } = await openStudy(app)
    await user.keyboard('u')
    await kept(app, /"mode":"cram"/)
    const again = await reload(app)
    await expectHeading('Is a so?')
    await again.user.keyboard(' 2')
    await waitFor(async () => expect(await ratings(app)).toHaveLength(2))
    expect((await ratings(app)).map(({ mode }) => mode)).toEqual(['cram', 'cram'])
    expect(await app.db.cardStates.count()).toBe(0)
  })

  test('and a second round of cramming is the second still', async () => {
    const app = await studyingApp([bundle('1', [note('a'), note('b'), note('c')])])
    const cram = await openStudy(app, '/study?mode=cram&cards=2&minutes=9')
    await cram.user.keyboard(' 2')
    await expectHeading('Is b so?')
    await cram.user.keyboard(' 2')
    await expectHeading(/^Done/)
    await cram.user.click(await screen.findByRole('button', { name: /Begin again/ }))
    await expectHeading('Is a so?')
    await cram.user.keyboard(' 2')
    await waitFor(async () => expect(await ratings(app)).toHaveLength(3))
    await expectHeading('Is b so?')
    await kept(app, /"answeredBefore":2/)
    const again = await reload(app, '/study?mode=cram&cards=2&minutes=9')
    await expectHeading('Is b so?')
    await kept(app, /"endsAt":null.*"answeredBefore":2/)
    await again.user.keyboard(' 2')
    await waitFor(async () => expect(await ratings(app)).toHaveLength(4))
    // The round goes on with the third card, which the first was too short for.
    await expectHeading('Is c so?')
    await again.user.keyboard(' 2')
    await expectHeading(/^Done: 3 cards/)
  })

  test('that it was not known', async () => {
    const { app, user } = await study([SINGLE])
    await user.keyboard('n')
    await kept(app, /"revealed":"unknown"/)
    await reload(app)
    expect(screen.getByText('Not known.')).toBeVisible()
  })
})

describe('a session that was interrupted', () => {
  const NOTES = ['a', 'b', 'c'].map((id) => note(id))

  test('goes on with its count, its time, and the time spent on the card', async () => {
    const { app, user } = await study(NOTES, '/study?minutes=10')
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    app.setNow(NOON + 20_000)
    await user.keyboard(' ')
    await kept(app, /"spentMs":20000/)
    app.setNow(NOON + 9 * MINUTE_MS)
    const again = await reload(app, '/study?minutes=10')
    await expectHeading('Is b so?')
    expect(head().getByText('2 of 3')).toBeVisible()
    app.setNow(NOON + 10 * MINUTE_MS)
    await again.user.keyboard('2')
    await expectHeading('10 minutes are over.')
    expect((await ratings(app)).at(-1)).toMatchObject({ durationMs: 60_000 })
  })

  test('and whose card was rated at the last moment goes on with the next', async () => {
    const { app, user } = await study(NOTES)
    await user.keyboard(' 2')
    await entries(app, 1)
    await expectHeading('Is b so?')
    await kept(app, /b#1/)
    const [first] = await ratings(app)
    const row = await app.db.local.get('resume')
    const text = JSON.stringify(row).replace(
      /"showing":\{[^}]*\}/,
      `"showing":{"id":"${first?.id}","cardId":"a#1","reps":0,"spentMs":5}`,
    )
    await app.db.local.put(JSON.parse(text))
    sessionStorage.clear()
    await reload(app)
    await expectHeading('Is b so?')
    expect(head().getByText('1 of 2')).toBeVisible()
  })

  test('forgets answers that were taken back on another screen', async () => {
    const { app, user } = await study(NOTES)
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    await kept(app, /b#1/)
    const stamp = { at: NOON, utcOffsetMin: 0, device: 'x' }
    await undoLast(app.db, { ...stamp, id: 'u1' }, DEFAULT_SCHEDULER)
    const first = await reload(app)
    expect(head().getByText('1 of 3')).toBeVisible()
    first.unmount()
    await redoLast(app.db, { ...stamp, id: 'u2' }, DEFAULT_SCHEDULER)
  })

  test('does not count again what was done before it was ended', async () => {
    const app = await studyingApp([bundle('1', NOTES)])
    const { user } = renderRoutes(app, '/study')
    await expectHeading('Is a so?')
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('link', { name: /^Begin/ }))
    await expectHeading('Is b so?')
    expect(head().getByText('1 of 2')).toBeVisible()
  })

  test('is another one for another choice of cards, and on another day', async () => {
    const { app, user } = await study(NOTES)
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    await kept(app, /b#1/)
    await reload(app, '/study?cards=1')
    expect(head().getByText('1 of 1')).toBeVisible()
  })

  test('is left alone where what is stored makes no sense', async () => {
    const app = await studyingApp([bundle('1', NOTES)])
    await app.db.local.put({ key: 'resume', value: { search: '', day: 'x' } })
    await openStudy(app)
    await expectHeading('Is a so?')
    expect(head().getByText('1 of 3')).toBeVisible()
  })
})
