import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fullText } from '../../src/core/text/note-text.ts'
import { draftOf } from '../../src/db/drafts.ts'
import { editsOf, saveEdit } from '../../src/db/edits.ts'
import { notesByIds } from '../../src/db/notes.ts'
import { saveOwnNote } from '../../src/db/own-notes.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { bundle } from '../support/bundles.ts'
import { anotherTab } from '../support/test-db.ts'
import { shipped } from '../support/texts.ts'
import { NOON, renderRoutes, studyingApp } from '../support/test-app.tsx'
import type { TestApp } from '../support/test-app.tsx'

const SHIPPED = shipped('st-tier', { type: 'basic', ask: 'Which tier?', answer: 'Cold' })
const HERS = { at: NOON + 5, device: 'hers' }

const field = (name: string) => screen.getByRole('textbox', { name })
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const conflict = () => screen.findByRole('region', { name: /saved in another tab/ })

/** Saves the own note as another tab does. */
function saveThere(db: StudyDb, answer: string, at = NOON + 5) {
  const text = fullText({ type: 'basic', ask: 'Who?', answer })
  const body = { type: 'basic' as const, question: 'Who?', answer }
  return saveOwnNote(
    db,
    {
      id: 'mine',
      deck: { id: 'd', title: 'Names' },
      tags: [],
      skills: [],
      text,
      rendered: { body, why: null, title: 'Who?' },
    },
    { at, device: 'hers' },
  )
}

async function openOwn() {
  const app = await studyingApp([bundle('1', [SHIPPED])])
  await saveThere(app.db, 'Kim', NOON)
  const view = renderRoutes(app, '/notes/mine/edit')
  await screen.findByRole('textbox', { name: 'Answer' })
  return { app, ...view }
}

async function answers(app: TestApp) {
  const notes = await app.db.notes.toArray()
  return notes.flatMap(({ own, text }) => (own && text ? [fullText(text).answer] : []))
}

beforeEach(() => localStorage.clear())

describe('a note saved in another tab while it is edited here', () => {
  test('is shown at once, both texts, and the draft here is kept', async () => {
    const { app, user } = await openOwn()
    await user.type(field('Answer'), 'berly')
    await saveThere(anotherTab(app.db), 'Kimmo')
    const region = await conflict()
    expect(within(region).getByText('Kimberly')).toBeVisible()
    expect(within(region).getByText('Kimmo')).toBeVisible()
    expect(field('Answer')).toHaveValue('Kimberly')
    await waitFor(async () => expect(await draftOf(app.db, 'mine')).not.toBeNull())
  })

  test('is not overwritten by saving, until the learner chooses', async () => {
    const { app, user } = await openOwn()
    vi.spyOn(app.db.changes, 'listen').mockReturnValue(() => {})
    await user.type(field('Answer'), 'berly')
    await saveThere(app.db, 'Kimmo')
    await user.click(button(/^Save(?! mine)/))
    const region = await conflict()
    await waitFor(() => expect(region).toHaveFocus())
    expect(await answers(app)).toEqual(['Kimmo'])
    await user.click(button(/^Save(?! mine)/))
    expect(await answers(app)).toEqual(['Kimmo'])
    await user.click(button('Save mine'))
    await waitFor(async () => expect(await answers(app)).toEqual(['Kimberly']))
  })

  test('can be taken over, and one’s own text comes back', async () => {
    const { app, user } = await openOwn()
    await user.type(field('Answer'), 'berly')
    await saveThere(anotherTab(app.db), 'Kimmo')
    await conflict()
    await user.click(button('Take theirs'))
    expect(field('Answer')).toHaveValue('Kimmo')
    await user.click(button('Back to mine'))
    expect(field('Answer')).toHaveValue('Kimberly')
    await user.click(button(/^Save(?! mine)/))
    await waitFor(async () => expect(await answers(app)).toEqual(['Kimberly']))
  })

  test('can be kept beside one’s own, as two cards', async () => {
    const { app, user } = await openOwn()
    await user.type(field('Answer'), 'berly')
    await saveThere(anotherTab(app.db), 'Kimmo')
    await conflict()
    await user.click(button(/^Keep both/))
    await waitFor(async () =>
      expect((await answers(app)).toSorted()).toEqual(['Kimberly', 'Kimmo']),
    )
    await waitFor(async () => expect(await draftOf(app.db, 'mine')).toBeNull())
  })

  test('is brought up to date where nothing was typed', async () => {
    const { app } = await openOwn()
    await saveThere(anotherTab(app.db), 'Kimmo')
    await waitFor(() => expect(field('Answer')).toHaveValue('Kimmo'))
    expect(screen.queryByRole('region', { name: /saved in another tab/ })).toBeNull()
  })

  test('is told after a reload, too', async () => {
    const { app, user, unmount } = await openOwn()
    await user.type(field('Answer'), 'berly')
    await waitFor(async () => expect(await draftOf(app.db, 'mine')).not.toBeNull())
    const row = await draftOf(app.db, 'mine')
    unmount()
    await saveThere(app.db, 'Kimmo')
    if (row) await app.db.drafts.put(row)
    renderRoutes(app, '/notes/mine/edit')
    const region = await conflict()
    expect(within(region).getByText('Kimmo')).toBeVisible()
    expect(field('Answer')).toHaveValue('Kimberly')
  })

  test('is so for a card that came with an exam', async () => {
    const app = await studyingApp([bundle('1', [SHIPPED])])
    const { user } = renderRoutes(app, '/notes/st-tier/edit')
    await user.type(await screen.findByRole('textbox', { name: 'Answer' }), ' tier')
    const theirs = fullText({ type: 'basic', ask: 'Which tier?', answer: 'Coldest' })
    await saveEdit(anotherTab(app.db), 'st-tier', theirs, HERS)
    await conflict()
    await user.click(button('Save mine'))
    await waitFor(async () => {
      const edit = (await editsOf(app.db, ['st-tier'])).get('st-tier')
      expect(edit?.mine).toMatchObject({ answer: 'Cold tier' })
    })
    expect((await notesByIds(app.db, ['st-tier'])).get('st-tier')?.text).toMatchObject({
      answer: 'Cold',
    })
  })

  test('with the same text is no conflict', async () => {
    const { app, user } = await openOwn()
    vi.spyOn(app.db.changes, 'listen').mockReturnValue(() => {})
    await user.type(field('Answer'), 'mo')
    await saveThere(app.db, 'Kimmo')
    await user.click(button(/^Save(?! mine)/))
    await waitFor(async () => expect(await draftOf(app.db, 'mine')).toBeNull())
    expect(screen.queryByRole('region', { name: /saved in another tab/ })).toBeNull()
  })
})
