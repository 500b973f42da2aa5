import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { Note } from '../../src/core/note.ts'
import type { Review } from '../../src/core/review.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { DAY_MS, HOUR_MS } from '../../src/core/time.ts'
import { StorageFault } from '../../src/db/faults.ts'
import { changeMark, markOf } from '../../src/db/marks.ts'
import { recordReview, reviewsOfCard } from '../../src/db/reviews.ts'
import { statesOf } from '../../src/db/states.ts'
import { bundle, note } from '../support/bundles.ts'
import { rated, reset, undone } from '../support/log.ts'
import { anotherTab } from '../support/test-db.ts'
import { CHICAGO, NOON, renderRoutes, setSetting, studyingApp } from '../support/test-app.tsx'
import { install } from '../support/install.ts'

const CARD = 'st-tier#1'

const SINGLE = note('st-tier', {
  level: 2,
  rev: 2,
  status: 'recheck',
  verified: '2026-11-20',
  sources: [
    { url: 'https://learn.microsoft.com/en-us/azure/storage/tiers', readOn: '2026-03-10' },
    { url: 'https://learn.microsoft.com/en-us/azure/storage/limits', readOn: null },
  ],
  title: 'Which tier is offline?',
  why: '<p>Archive has to be rehydrated.</p>',
  body: {
    type: 'single',
    question: 'Which tier is offline?',
    options: [
      { key: 'o1', html: 'Archive', right: true, rationale: 'It is stored offline.' },
      { key: 'o2', html: '<code>Cold</code>', right: false, rationale: 'It is online.' },
    ],
  },
})
const CLOZE = note('st-copies', {
  title: 'Copies',
  body: {
    type: 'cloze',
    holes: [hole('c1', '… keeps three copies'), hole('c2', 'LRS keeps … copies')],
  },
})

function hole(key: string, front: string) {
  return { key, front, back: front, answer: '', hint: null }
}

let count = 0

/** An answer of the single choice; `easy` keeps the card away for eight days. */
function answered(daysAgo: number, changes: Parameters<typeof rated>[2] = {}) {
  count += 1
  const base = {
    cardId: CARD,
    utcOffsetMin: CHICAGO,
    at: NOON - daysAgo * DAY_MS,
    rating: 'easy',
    rev: 2,
    durationMs: 5200,
  } as const
  return rated(`review-${count}`, 0, { ...base, ...changes })
}

async function studied(reviews: readonly Review[] = [], notes: readonly Note[] = [SINGLE, CLOZE]) {
  const app = await studyingApp([bundle('1', notes)])
  for (const review of reviews) await recordReview(app.db, review, DEFAULT_SCHEDULER)
  return app
}

const heading = () => screen.findByRole('heading', { level: 1 })
const section = (name: string) => within(screen.getByRole('region', { name }))
const historyRows = () =>
  section('History')
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent.replaceAll(/\s/g, ' '))

const press = async (user: ReturnType<typeof renderRoutes>['user'], name: string) =>
  user.click(await screen.findByRole('button', { name }))

describe('the details of a card', () => {
  test('show question, answer, every rationale and why', async () => {
    renderRoutes(await studied(), '/cards/st-tier/1')
    expect(await heading()).toHaveTextContent('Which tier is offline?')
    for (const text of ['Archive', 'It is stored offline.', 'Cold', 'It is online.'])
      expect(screen.getByText(text)).toBeVisible()
    expect(screen.getByText('Archive has to be rehydrated.')).toBeVisible()
    expect(document.title).toBe('Card: Which tier is offline? – Cirrus')
  })

  test('say what the card rests on: level, skill, exam, sources and how old they are', async () => {
    renderRoutes(await studied(), '/cards/st-tier/1')
    await heading()
    const facts = section('This card').getAllByRole('definition')
    expect(facts.map((fact) => fact.textContent)).toEqual([
      'st-tier#1',
      'revision 2',
      'Single choice',
      'Apply (2 of 3)',
      'AZ-104',
      '20 Nov 2026',
    ])
    expect(section('Skill').getByRole('link', { name: 'Access tiers' })).toHaveAttribute(
      'href',
      '/progress/AZ-104/az104-storage-data-tiers',
    )
    const sources = section('Sources').getAllByRole('listitem')
    expect(sources.map((source) => source.textContent)).toEqual([
      'azure/storage/tierstext of 10 Mar 2026',
      'azure/storage/limitstext without a date',
    ])
  })

  test('say plainly that a card is marked for another check', async () => {
    renderRoutes(await studied(), '/cards/st-tier/1')
    await heading()
    expect(
      screen.getByText('Marked for another check: the source text is old or undated.'),
    ).toBeVisible()
  })

  test('link the other cards of the same note', async () => {
    const { user, router } = renderRoutes(
      await studied([answered(8, { cardId: 'st-copies#c2' })]),
      '/cards/st-copies/c1',
    )
    await heading()
    const sibling = section('Other cards of the same note').getByRole('listitem')
    expect(sibling).toHaveTextContent(/LRS keeps … copies\s*Recall 90.%/)
    await user.click(within(sibling).getByRole('link'))
    await waitFor(() => expect(router.state.location.pathname).toBe('/cards/st-copies/c2'))
  })

  test('say that a new card is not seen yet, and offer no new start', async () => {
    renderRoutes(await studied(), '/cards/st-tier/1')
    await heading()
    expect(section('Expected recall').getByText(/^Not seen yet/)).toBeVisible()
    expect(section('History').getByText('No reviews yet.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Start anew…' })).toBeNull()
  })

  test('draw recall now, when due and in 60 days, and name the figures behind it', async () => {
    renderRoutes(await studied([answered(1)]), '/cards/st-tier/1')
    await heading()
    const memory = section('Expected recall')
    expect(
      memory.getByRole('img', {
        name: 'Expected recall over time: 98 percent now, 90 percent on 30 Nov when it is due, 72 percent on 22 Jan 2027 without another review.',
      }),
    ).toBeVisible()
    const facts = memory.getAllByRole('definition')
    expect(facts.map((fact) => fact.textContent.replaceAll(/\s/g, ' '))).toEqual([
      'in 7 days, 30 Nov',
      '98 % today: you almost certainly know it',
      '8.3 days until recall has fallen to 90 %',
      '1.0 of 10, easy for you',
      '1',
      'none: never forgotten in review',
    ])
  })

  test('say when a card in learning comes back', async () => {
    const again = answered(0, { rating: 'again', at: NOON - 60_000 })
    renderRoutes(await studied([again]), '/cards/st-tier/1')
    await heading()
    expect(screen.getByText('today at 12:09, in learning')).toBeVisible()
  })

  test('follow what another tab does', async () => {
    const app = await studied()
    renderRoutes(app, '/cards/st-tier/1')
    await heading()
    await recordReview(anotherTab(app.db), answered(0), DEFAULT_SCHEDULER)
    await waitFor(() => expect(historyRows()).toHaveLength(1))
  })
})

describe('the history', () => {
  test('has the newest first, with what was chosen, judged and how long it took', async () => {
    const wrong = { chosen: ['o2'], right: false }
    const guessed = { chosen: ['o1'], right: true, guessed: true }
    renderRoutes(
      await studied([
        answered(3, { rating: 'again', answer: wrong }),
        answered(2, { rating: 'again', answer: guessed, durationMs: 80_000 }),
        answered(1, { rating: 'good' }),
      ]),
      '/cards/st-tier/1',
    )
    await heading()
    expect(historyRows()).toEqual([
      '22 Nov 12:00Got it5 s',
      '21 Nov 12:00Forgotright, guessed, chosen: Archive1 min 20 s',
      '20 Nov 12:00Forgotwrong, chosen: Cold5 s',
    ])
  })

  test('uses the names of the four buttons where four are set', async () => {
    const app = await studied([answered(1, { rating: 'good' })])
    await setSetting(app, 'buttons', 'four')
    renderRoutes(app, '/cards/st-tier/1')
    await heading()
    expect(historyRows()).toEqual(['22 Nov 12:00Good5 s'])
  })

  test('names no options for an answer to an earlier revision', async () => {
    const answer = { chosen: ['o2'], right: false }
    renderRoutes(await studied([answered(1, { rev: 1, answer })]), '/cards/st-tier/1')
    await heading()
    expect(historyRows()).toEqual(['22 Nov 12:00Easywrong, in revision 1 of the card5 s'])
  })

  test('keeps what was taken back and says so', async () => {
    const first = answered(1)
    const takenBack = undone('u', first, { at: first.at + 5000, utcOffsetMin: CHICAGO })
    renderRoutes(await studied([first, takenBack]), '/cards/st-tier/1')
    await heading()
    expect(historyRows()).toEqual(['22 Nov 12:00Easytaken back on 22 Nov5 s'])
    expect(section('History').getByText('Easy').tagName).toBe('DEL')
  })

  test('shows the local time at which a review was made, also after travelling', async () => {
    const tokyo = answered(1, { at: NOON - DAY_MS + HOUR_MS, utcOffsetMin: 9 * 60 })
    renderRoutes(await studied([tokyo]), '/cards/st-tier/1')
    await heading()
    expect(historyRows()).toEqual(['23 Nov 04:00Easy5 s'])
  })

  test('of a card that is in no deck any more is kept', async () => {
    const app = await studied([answered(1)])
    await install(app.db, bundle('2', [CLOZE]))
    renderRoutes(app, '/cards/st-tier/1')
    expect(await heading()).toHaveTextContent('Which tier is offline?')
    expect(screen.getByText(/This card is in no deck any more/)).toBeVisible()
    expect(historyRows()).toHaveLength(1)
  })

  test('of a card that its note no longer makes is kept', async () => {
    const app = await studied([answered(1, { cardId: 'st-copies#c9' })])
    renderRoutes(app, '/cards/st-copies/c9')
    expect(await heading()).toHaveTextContent('Copies')
    expect(historyRows()).toHaveLength(1)
  })
})

describe('what can be done with a card', () => {
  test('suspending keeps it away until it is brought back', async () => {
    const app = await studied([answered(1)])
    const { user } = renderRoutes(app, '/cards/st-tier/1')
    await press(user, 'Suspend')
    expect(await screen.findByRole('button', { name: 'Bring back' })).toBeVisible()
    expect(await markOf(app.db, CARD)).toMatchObject({ suspended: true })

    await press(user, 'Bring back')
    expect(await screen.findByRole('button', { name: 'Suspend' })).toBeVisible()
    expect(await markOf(app.db, CARD)).toMatchObject({ suspended: false })
    expect(await screen.findByText('The card comes up again when it is due.')).toBeVisible()
  })

  test('putting it aside lasts until the next study day', async () => {
    const app = await studied()
    const { user } = renderRoutes(app, '/cards/st-tier/1')
    await press(user, 'Put aside until tomorrow')
    expect(await screen.findByRole('button', { name: 'Bring back today' })).toBeVisible()
    expect(await markOf(app.db, CARD)).toMatchObject({ buriedUntil: 20_781 })
    await press(user, 'Bring back today')
    await waitFor(async () =>
      expect(await markOf(app.db, CARD)).toMatchObject({ buriedUntil: null }),
    )
  })

  test('a card put aside yesterday is not aside any more', async () => {
    const app = await studied()
    await changeMark(app.db, CARD, { buriedUntil: 20_780 }, NOON - DAY_MS, 'test')
    renderRoutes(app, '/cards/st-tier/1')
    expect(await screen.findByRole('button', { name: 'Put aside until tomorrow' })).toBeVisible()
  })

  test('a flag is kept, and taken off again', async () => {
    const app = await studied()
    const { user } = renderRoutes(app, '/cards/st-tier/1')
    await user.click(await screen.findByRole('radio', { name: 'Green' }))
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Green' })).toBeChecked())
    expect(await markOf(app.db, CARD)).toMatchObject({ flag: 3 })
    await user.click(screen.getByRole('radio', { name: 'None' }))
    await waitFor(async () => expect(await markOf(app.db, CARD)).toMatchObject({ flag: 0 }))
  })

  test('a new start is asked about, clears the memory state and can be taken back', async () => {
    const app = await studied([answered(1)])
    const { user } = renderRoutes(app, '/cards/st-tier/1')
    await press(user, 'Start anew…')
    const dialog = screen.getByRole('dialog', { name: 'Start this card anew?' })
    expect(await reviewsOfCard(app.db, CARD)).toHaveLength(1)
    await user.click(within(dialog).getByRole('button', { name: 'Start anew' }))

    expect(await screen.findByText(/^Started anew on 23 Nov: the card counts as new/)).toBeVisible()
    expect((await statesOf(app.db, [CARD])).size).toBe(0)
    expect(historyRows()).toEqual([
      '23 Nov 12:00Started anew',
      '22 Nov 12:00Easybefore the new start5 s',
    ])

    await press(user, 'Take back')
    await waitFor(async () => expect((await statesOf(app.db, [CARD])).size).toBe(1))
    await waitFor(() =>
      expect(historyRows()).toEqual([
        '23 Nov 12:00Started anewtaken back on 23 Nov',
        '22 Nov 12:00Easy5 s',
      ]),
    )
    expect(screen.queryByRole('button', { name: 'Take back' })).toBeNull()
  })

  test('a new start can still be taken back after a reload', async () => {
    const app = await studied([answered(1), reset('r', 0, { cardId: CARD, at: NOON - HOUR_MS })])
    const { user } = renderRoutes(app, '/cards/st-tier/1')
    await press(user, 'Take back')
    await waitFor(async () => expect((await statesOf(app.db, [CARD])).size).toBe(1))
  })

  test('answering no to the question changes nothing', async () => {
    const app = await studied([answered(1)])
    const { user } = renderRoutes(app, '/cards/st-tier/1')
    await press(user, 'Start anew…')
    await press(user, 'Cancel')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(await reviewsOfCard(app.db, CARD)).toHaveLength(1)
  })

  test('what could not be saved is told', async () => {
    const app = await studied()
    const { user } = renderRoutes(app, '/cards/st-tier/1')
    await heading()
    vi.spyOn(app.db.marks, 'put').mockRejectedValue(new StorageFault('quota'))
    await press(user, 'Suspend')
    expect(await screen.findByRole('alert')).toHaveTextContent(/Not saved.*no space left/)
    expect(screen.getByRole('button', { name: 'Suspend' })).toBeVisible()
  })
})

describe('reporting a mistake', () => {
  test('copies a text with the id and the revision of the card', async () => {
    const { user } = renderRoutes(await studied(), '/cards/st-tier/1')
    await user.click(await screen.findByRole('button', { name: 'Copy report text' }))
    expect(await screen.findByText('Copied.')).toBeVisible()
    const text = await navigator.clipboard.readText()
    expect(text).toContain('Cirrus card st-tier#1, revision 2')
    expect(text).toContain('Source: https://learn.microsoft.com/en-us/azure/storage/tiers')
  })

  test('shows the text where the browser does not let it be copied', async () => {
    const { user } = renderRoutes(await studied(), '/cards/st-tier/1')
    await heading()
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
    await user.click(screen.getByRole('button', { name: 'Copy report text' }))
    const field = await screen.findByRole('textbox', { name: 'Report text' })
    expect(field).toHaveFocus()
    expect(field).toHaveDisplayValue(/Cirrus card st-tier#1, revision 2/)
  })
})

describe('a card that is not there', () => {
  test.each(['/cards/nothing/1', '/cards/st-tier/9'])(
    '%s is answered with a way out',
    async (path) => {
      renderRoutes(await studied(), path)
      expect(await heading()).toHaveTextContent('There is no such page.')
      expect(screen.getByText(/There is no card “.+” on this device/)).toBeVisible()
      expect(screen.getByRole('link', { name: 'See your progress' })).toBeVisible()
    },
  )
})
