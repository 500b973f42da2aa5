import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { fullText } from '../../src/core/text/note-text.ts'
import type { StoredText } from '../../src/core/text/note-text.ts'
import { DAY_MS } from '../../src/core/time.ts'
import { saveEdit } from '../../src/db/edits.ts'
import { saveOwnNote } from '../../src/db/own-notes.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { bundle } from '../support/bundles.ts'
import { install } from '../support/install.ts'
import { rated } from '../support/log.ts'
import { expectHeading, openStudy } from '../support/study-room.tsx'
import { rendered, shipped } from '../support/texts.ts'
import { CHICAGO, NOON, renderRoutes, studyingApp } from '../support/test-app.tsx'
import type { TestApp } from '../support/test-app.tsx'

const ASK: StoredText = { type: 'basic', ask: 'How many?', answer: '5', why: 'A limit.' }
const TIER = 'az104-storage-data-tiers'

async function own(app: TestApp, id: string, stored: StoredText, skills: string[] = []) {
  const text = fullText(stored)
  const deck = { id: 'd1', title: 'Names' }
  const note = { id, deck, tags: [], skills, text, rendered: rendered(text) }
  await saveOwnNote(app.db, note, { at: app.now(), device: 'laptop' })
}

/** An app with one shipped card that is known well: due in some weeks. */
async function knownApp(stored: StoredText = ASK) {
  // The build ships nothing: what is installed here stays.
  const app = await studyingApp([bundle('1', [shipped('st-a', stored)])], { exams: [] })
  for (const [index, daysAgo] of [40, 39, 30, 5].entries()) {
    const at = NOON - daysAgo * DAY_MS
    const entry = rated(`r${index}`, 0, { cardId: 'st-a#1', at, utcOffsetMin: CHICAGO })
    await recordReview(app.db, entry, DEFAULT_SCHEDULER)
  }
  return app
}

const here = { at: NOON, utcOffsetMin: CHICAGO }

describe('own cards', () => {
  test('are counted on Today beside the exams, and studied on their own', async () => {
    const app = await studyingApp([bundle('1', [shipped('st-a', ASK)])])
    await own(app, 'n1', { type: 'basic', ask: 'Who?', answer: 'Kim' })
    const { user } = renderRoutes(app)
    expect(await screen.findByRole('heading', { name: 'Own cards' })).toBeVisible()
    expect(screen.getByRole('table', { name: 'Own cards' })).toHaveTextContent(/Names/)
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('2 new')
    await user.click(screen.getByRole('link', { name: /Begin with Own cards only/ }))
    await expectHeading('Who?')
  })

  test('with a skill of an exam count there too, and are asked once', async () => {
    const app = await studyingApp([bundle('1', [shipped('st-a', ASK)])])
    await own(app, 'n1', { type: 'basic', ask: 'Who?', answer: 'Kim' }, [TIER])
    const { unmount } = renderRoutes(app)
    expect(await screen.findByText(/1 card counts for more than one exam/)).toBeVisible()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('2 new')
    unmount()
    renderRoutes(app, `/progress/AZ-104/${TIER}`)
    expect(await screen.findByRole('link', { name: /Who\?/ })).toBeVisible()
  })

  test('have a part of their own on Progress, deck by deck', async () => {
    const app = await studyingApp([bundle('1', [shipped('st-a', ASK)])])
    await own(app, 'n1', { type: 'basic', ask: 'Who?', answer: 'Kim' })
    const { user } = renderRoutes(app, '/progress/AZ-104')
    await user.click(await screen.findByRole('link', { name: 'Own cards' }))
    expect(await screen.findByRole('heading', { name: 'Recall now, by deck' })).toBeVisible()
    expect(screen.queryByText(/study guide/i)).not.toBeInTheDocument()
    await user.click(screen.getAllByRole('link', { name: /Names/ })[0] ?? document.body)
    expect(await screen.findByRole('link', { name: /Who\?/ })).toBeVisible()
  })

  test('have a page without what only shipped cards have', async () => {
    const app = await studyingApp([bundle('1', [shipped('st-a', ASK)])])
    await own(app, 'n1', { type: 'basic', ask: 'Who?', answer: 'Kim' })
    renderRoutes(app, '/cards/n1/1')
    expect(await screen.findByRole('link', { name: 'Edit' })).toHaveAttribute(
      'href',
      '/notes/n1/edit?back=%2Fcards%2Fn1%2F1',
    )
    expect(screen.queryByText('Report a mistake')).not.toBeInTheDocument()
    expect(screen.queryByText('Facts checked')).not.toBeInTheDocument()
  })

  test('are found in the list, and so are cards that the learner changed', async () => {
    const app = await studyingApp([bundle('1', [shipped('st-a', ASK), shipped('st-b', ASK)])])
    await own(app, 'n1', { type: 'basic', ask: 'Who?', answer: 'Kim' })
    await saveEdit(app.db, 'st-a', fullText({ ...ASK, answer: 'sixty' }), { at: 1, device: 'a' })
    for (const query of ['is:own', 'is:edited', 'sixty', 'kim', 'deck:Names']) {
      const { unmount } = renderRoutes(app, `/browse?q=${query}`)
      expect(await screen.findByRole('heading', { level: 1, name: /^1 of 3 cards/ })).toBeVisible()
      unmount()
    }
  })

  test('are studied as they were typed last', async () => {
    const app = await studyingApp([bundle('1', [])])
    await own(app, 'n1', { type: 'basic', ask: 'Who?', answer: 'Kim' })
    await own(app, 'n1', { type: 'basic', ask: 'Who **now**?', answer: 'Ana' })
    const { user } = await openStudy(app)
    await expectHeading('Who now?')
    await user.keyboard(' ')
    expect(await screen.findByRole('region', { name: 'Answer' })).toHaveTextContent('Ana')
  })
})

describe('a shipped card that the learner changed', () => {
  test('is asked in the learner’s words, in study and on its page', async () => {
    const app = await studyingApp([bundle('1', [shipped('st-a', ASK)])])
    await saveEdit(app.db, 'st-a', fullText({ ...ASK, ask: 'So many?' }), { at: 1, device: 'a' })
    const { unmount } = await openStudy(app)
    await expectHeading('So many?')
    unmount()
    const { user } = renderRoutes(app, '/cards/st-a/1')
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('So many?')
    await user.click(screen.getByRole('button', { name: 'Show the original' }))
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('How many?')
  })

  test('and that a new version changed otherwise is shown to be decided, on Today and on its page', async () => {
    const app = await knownApp()
    await saveEdit(app.db, 'st-a', fullText({ ...ASK, why: 'Mine.' }), { at: 1, device: 'a' })
    await install(app.db, bundle('2', [shipped('st-a', { ...ASK, why: 'Theirs.' })]), here)
    const { user } = renderRoutes(app)
    await user.click(
      await screen.findByRole('link', {
        name: /1 card that you changed differs from its new version/,
      }),
    )
    const open = await screen.findByRole('region', { name: 'To decide' })
    expect(within(open).getByRole('heading', { name: 'Explanation' })).toBeVisible()
    expect(open).toHaveTextContent('Mine.')
    expect(open).toHaveTextContent('Theirs.')
    await user.click(
      within(open).getByRole('button', { name: /^Take the new one ?: Explanation$/ }),
    )
    await waitFor(() => expect(open).not.toBeInTheDocument())
    expect(screen.getByRole('article')).toHaveTextContent('Theirs.')
    expect(await app.db.edits.get('st-a')).toMatchObject({ mine: null, differences: [] })
  })
})

describe('a card whose fact a release changed', () => {
  test('comes up today, and says with the answer what it was and is', async () => {
    const app = await knownApp()
    const { user, unmount } = renderRoutes(app)
    expect(await screen.findByText('Nothing is due today.')).toBeVisible()
    unmount()
    await install(app.db, bundle('2', [shipped('st-a', { ...ASK, answer: '10' }, 2)]), here)
    await openStudy(app)
    await expectHeading('How many?')
    expect(screen.queryByRole('note', { name: 'This card has changed' })).not.toBeInTheDocument()
    await user.keyboard(' ')
    const told = await screen.findByRole('note', { name: 'This card has changed' })
    expect(told).toHaveTextContent(/was\s*5\s*now\s*10/)
  })

  test('says so on its page and in its history', async () => {
    const app = await knownApp()
    await install(app.db, bundle('2', [shipped('st-a', { ...ASK, answer: '10' }, 2)]), here)
    renderRoutes(app, '/cards/st-a/1')
    expect(await screen.findByRole('note', { name: 'This card has changed' })).toBeVisible()
    expect(screen.getByRole('table')).toHaveTextContent('revision 2 changed it')
  })
})
