import { screen, waitFor } from '@testing-library/react'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { DAY_MS, MINUTE_MS } from '../../src/core/time.ts'
import { bundle, note } from '../support/bundles.ts'
import { BASIC } from '../support/note-types.ts'
import {
  button,
  entries,
  expectHeading,
  head,
  heading,
  log,
  openStudy,
  press,
  ratedBefore,
  ratings,
  said,
  study,
} from '../support/study-room.tsx'
import { NOON, setSetting, studyingApp, testApp } from '../support/test-app.tsx'

const A = note('a')
const B = note('b')
const C = note('c')

describe('a self-graded card', () => {
  test('is shown, answered and rated with the keyboard alone', async () => {
    const { app, user } = await study([A, B])
    expect(await heading()).toHaveTextContent('Is a so?')
    expect(screen.queryByText('Yes')).not.toBeInTheDocument()
    await user.keyboard(' ')
    expect(await screen.findByRole('region', { name: 'Answer' })).toHaveTextContent('Yes')
    await user.keyboard('2')
    await expectHeading('Is b so?')
    expect(await ratings(app)).toMatchObject([
      { cardId: 'a#1', rating: 'good', mode: 'study', rev: 1, at: NOON },
    ])
  })

  test('is shown and rated by clicks', async () => {
    const { app, user } = await study([A, B])
    await user.click(await button('Show answer'))
    await user.click(await button(/^Forgot/))
    await expectHeading('Is b so?')
    expect(await ratings(app)).toMatchObject([{ cardId: 'a#1', rating: 'again' }])
  })

  test('keeps the time from its showing to its rating, without the time away', async () => {
    const { app, user } = await study([A, note('b')])
    app.setNow(NOON + 40_000)
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    app.setNow(NOON + 3 * 60 * MINUTE_MS)
    await user.keyboard(' 2')
    const times = (await entries(app, 2)).map((each) => each.kind === 'rated' && each.durationMs)
    expect(times).toEqual([40_000, 60_000])
  })

  test('has two buttons that say when it comes back, also in words', async () => {
    const { user } = await study([A])
    await user.keyboard('{Enter}')
    expect(await button(/^Forgot ?, comes back in 10 minutes$/)).toHaveTextContent('10 min')
    expect(await button(/^Got it ?, comes back in 2 days$/)).toHaveTextContent('2 d')
    expect(screen.queryByRole('button', { name: /Hard/ })).not.toBeInTheDocument()
  })

  test('takes Space for "Got it"', async () => {
    const { app, user } = await study([A])
    await user.keyboard('  ')
    expect(await entries(app, 1)).toMatchObject([{ rating: 'good' }])
  })

  test('has four buttons where the learner wants them', async () => {
    const app = await studyingApp([bundle('1', [A, B, C])])
    await setSetting(app, 'buttons', 'four')
    const { user } = await openStudy(app)
    await user.keyboard(' 4')
    await expectHeading('Is b so?')
    await user.keyboard(' ')
    await user.click(await button(/^Hard/))
    await expectHeading('Is c so?')
    expect(await ratings(app)).toMatchObject([{ rating: 'easy' }, { rating: 'hard' }])
  })

  test('moves the focus to the answer and says it', async () => {
    const { user } = await study([BASIC])
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
    await user.keyboard(' ')
    expect(await screen.findByRole('region', { name: 'Answer' })).toHaveFocus()
    expect(said()).toBe('The rule with 200')
    expect(screen.getByText('The lowest number comes first.')).toBeVisible()
  })

  test('is one entry when its button is pressed twice', async () => {
    const { app, user } = await study([A, B])
    await user.keyboard(' ')
    const good = await button(/^Got it/)
    good.click()
    good.click()
    await expectHeading('Is b so?')
    expect(await app.db.reviews.count()).toBe(1)
    expect(head().getByText('2 of 2')).toBeVisible()
  })

  test('is one entry when its key is pressed twice', async () => {
    const { app, user } = await study([A, B])
    await user.keyboard(' ')
    await button(/^Got it/)
    press('2')
    press('2')
    await expectHeading('Is b so?')
    expect(await app.db.reviews.count()).toBe(1)
  })

  test('takes no rating from the second tap of a double tap on "Show answer"', async () => {
    const { app, user } = await study([A])
    await user.keyboard(' ')
    const good = await button(/^Got it/)
    good.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }))
    await user.keyboard('1')
    expect(await entries(app, 1)).toMatchObject([{ rating: 'again' }])
  })
})

describe('the session', () => {
  test('counts true after every answer, and a forgotten card comes back', async () => {
    const { app, user } = await study([A, B])
    expect(head().getByText('1 of 2')).toBeVisible()
    await user.keyboard(' 1')
    await expectHeading('Is b so?')
    expect(head().getByText('2 of 3')).toBeVisible()
    await user.keyboard(' 2')
    await expectHeading('Is a so?')
    expect(head().getByText('3 of 3')).toBeVisible()
    await user.keyboard(' 2')
    await expectHeading('Done: 2 cards.')
    expect(await app.db.reviews.count()).toBe(3)
  })

  test('ends with what was done and what comes tomorrow', async () => {
    const { app, user } = await study([A, B])
    app.setNow(NOON + 2 * MINUTE_MS)
    await user.keyboard(' 1')
    await expectHeading('Is b so?')
    await user.keyboard(' 2')
    await expectHeading('Is a so?')
    await user.keyboard(' 2')
    await expectHeading('Done: 2 cards.')
    expect(screen.getByText('2 of 3 answers')).toBeVisible()
    expect(await screen.findByText('1 minute: 1 review')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Go to Today' })).toHaveAttribute('href', '/')
  })

  test('asks the browser to keep the data once it is over, and not before', async () => {
    const { app, user } = await study([A, B])
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    expect(await app.db.local.get('askedToKeepData')).toBeUndefined()
    await user.keyboard(' 2')
    await expectHeading('Done: 2 cards.')
    await waitFor(async () =>
      expect(await app.db.local.get('askedToKeepData')).toMatchObject({ value: true }),
    )
  })

  test('ends with Escape, which leads to Today', async () => {
    const { router, user } = await study([A])
    await user.keyboard('{Escape}')
    await waitFor(() => expect(router.state.location.pathname).toBe('/'))
  })

  test('of five minutes ends at the next card once they are over, and can go on', async () => {
    const { app, user } = await study([A, B], '/study?minutes=5')
    app.setNow(NOON + 6 * MINUTE_MS)
    await user.keyboard(' 2')
    await expectHeading('5 minutes are over.')
    expect(await screen.findByText(/^1 card could be studied now/)).toBeVisible()
    await user.click(await button('Go on'))
    await expectHeading('Is b so?')
  })

  test('of five minutes goes on while they last', async () => {
    const { app, user } = await study([A, B], '/study?minutes=5')
    app.setNow(NOON + 4 * MINUTE_MS)
    await user.keyboard(' 2')
    expect(await screen.findByText('Is b so?')).toBeVisible()
  })

  test('goes over into the next study day', async () => {
    const app = await studyingApp([bundle('1', [A, B])])
    await ratedBefore(app, 'b#1', 0)
    const { user } = await openStudy(app)
    expect(head().getByText('1 of 1')).toBeVisible()
    app.setNow(NOON + 2 * DAY_MS)
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
  })

  test('says so where nothing is due, and when something will be', async () => {
    const app = await studyingApp([bundle('1', [A])])
    await ratedBefore(app, 'a#1', 0)
    await openStudy(app)
    expect(await heading()).toHaveTextContent('Nothing is due.')
    expect(await screen.findByText('nothing is due; the next review is on 25 Nov')).toBeVisible()
  })

  test('says so where an exam has no cards', async () => {
    const app = await studyingApp([bundle('1', [])])
    await openStudy(app)
    expect(await heading()).toHaveTextContent('There are no cards here yet.')
  })

  test('lets a card be put aside whose text is missing', async () => {
    const app = await studyingApp([bundle('1', [A, B])])
    await app.db.notes.delete('a')
    const { user } = await openStudy(app)
    expect(await heading()).toHaveTextContent('The text of this card is not on this device.')
    await user.click(await button('Bury it until tomorrow'))
    await expectHeading('Is b so?')
  })
})

describe('the scope', () => {
  const az305 = bundle('1', [note('d', { skills: ['az305-storage-data-tiers'] })], {
    exam: 'AZ-305',
  })

  test('can be one exam', async () => {
    const app = await studyingApp([bundle('1', [A]), az305])
    await openStudy(app, '/study?exam=AZ-305')
    expect(await heading()).toHaveTextContent('Is d so?')
    expect(head().getByText('1 of 1')).toBeVisible()
  })

  test.each(['az305-storage', 'az305-storage-data', 'az305-storage-data-tiers'])(
    'can be the part %s',
    async (part) => {
      const app = await studyingApp([bundle('1', [A]), az305])
      await openStudy(app, `/study?part=${part}`)
      expect(await heading()).toHaveTextContent('Is d so?')
    },
  )

  test.each([
    ['?exam=AZ-999', 'There is no exam "AZ-999" in this version of Cirrus.'],
    ['?part=az104-nowhere', 'There is no part "az104-nowhere" in your exams.'],
    ['?exam=AZ-104&part=az305-storage', 'There is no part "az305-storage" in your exams.'],
  ])('%s is not found, with a way out', async (search, words) => {
    const app = await studyingApp([bundle('1', [A]), az305])
    await openStudy(app, `/study${search}`)
    expect(await screen.findByText(words)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Go to Today' })).toBeVisible()
  })

  test('tells of an exam that was not chosen', async () => {
    const app = await studyingApp([bundle('1', [A]), az305])
    await setSetting(app, 'exams', ['AZ-104'])
    await openStudy(app, '/study?exam=AZ-305')
    expect(await screen.findByText(/AZ-305 is not among your exams/)).toBeVisible()
  })

  test('leads to the first run where no exam was chosen', async () => {
    const { router } = await openStudy(testApp({ bundles: [az305] }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/welcome'))
  })
})

describe('the keys', () => {
  test('are listed with ?', async () => {
    const { user } = await study([A])
    await user.keyboard('?')
    expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeVisible()
    expect(screen.getByText('Show the answer, check')).toBeVisible()
  })

  test('show and hide the details with I; the source comes with the answer', async () => {
    const { user } = await study([A])
    const details = screen.getByText('Details').closest('details')
    const before = details?.open
    await user.keyboard('i')
    await waitFor(() => expect(details?.open).toBe(!before))
    expect(screen.getByText('Access tiers')).toBeInTheDocument()
    expect(screen.getByText('New, from Storage')).toBeInTheDocument()
    expect(screen.queryByText('1 Nov 2026')).not.toBeInTheDocument()
    await user.keyboard(' ')
    expect(await screen.findByText('1 Nov 2026')).toBeInTheDocument()
    expect(screen.getByText('learn.microsoft.com: azure / storage')).toHaveAttribute(
      'href',
      'https://learn.microsoft.com/azure/storage/',
    )
  })

  test('open the source with S, once the answer is shown', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null)
    onTestFinished(() => open.mockRestore())
    const { user } = await study([A])
    await user.keyboard('s')
    expect(open).not.toHaveBeenCalled()
    await user.keyboard(' s')
    expect(open).toHaveBeenCalledExactlyOnceWith(
      'https://learn.microsoft.com/azure/storage/',
      '_blank',
      'noopener,noreferrer',
    )
  })

  test('say why a card comes up that was seen before', async () => {
    const app = await studyingApp([bundle('1', [A])])
    await ratedBefore(app, 'a#1', 7)
    await openStudy(app)
    expect(
      await screen.findByText(/^Due for 5 days; recall expected at \d\d %$/),
    ).toBeInTheDocument()
    expect(screen.getByText('1 time, last on 16 Nov')).toBeInTheDocument()
  })
})

describe('suspending, burying and flags', () => {
  test('! suspends the card, and undo brings it back at once', async () => {
    const { app, user } = await study([A, B])
    await user.keyboard('!')
    await expectHeading('Is b so?')
    expect(screen.getByText('Suspended.')).toBeVisible()
    expect(await app.db.marks.get('a#1')).toMatchObject({ suspended: true })
    await user.keyboard('u')
    await expectHeading('Is a so?')
    expect(await app.db.marks.get('a#1')).toMatchObject({ suspended: false })
    expect(await log(app)).toEqual([])
  })

  test('- buries the card until tomorrow', async () => {
    const { app, user } = await study([A, B])
    await user.keyboard('-')
    await expectHeading('Is b so?')
    expect(await app.db.marks.get('a#1')).toMatchObject({ buriedUntil: 20_781 })
    expect(head().getByText('1 of 1')).toBeVisible()
  })

  test('the menu flags the card and leaves it on screen', async () => {
    const { app, user } = await study([A, B])
    await user.keyboard('m')
    await user.click(await button('Red'))
    await waitFor(async () => expect(await app.db.marks.get('a#1')).toMatchObject({ flag: 1 }))
    await expectHeading('Is a so?')
  })

  test('undo goes back step by step, over ratings and marks', async () => {
    const { app, user } = await study([A, B, C])
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    await user.keyboard('-')
    await expectHeading('Is c so?')
    await user.keyboard('u')
    await expectHeading('Is b so?')
    await user.keyboard('u')
    await expectHeading('Is a so?')
    expect((await log(app)).map(({ kind }) => kind).toSorted()).toEqual(['rated', 'undone'])
  })
})
