import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { filteredCards } from '../../src/app/study/card-filter.ts'
import { loadStudyDay } from '../../src/app/study-day.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { changeMark } from '../../src/db/marks.ts'
import { bundle, note } from '../support/bundles.ts'
import {
  button,
  entries,
  expectHeading,
  head,
  heading,
  openStudy,
  ratedBefore,
  ratings,
  study,
} from '../support/study-room.tsx'
import { CHICAGO, NOON, renderRoutes, setSetting, studyingApp } from '../support/test-app.tsx'

const NOTES = ['a', 'b', 'c'].map((id) => note(id))
const find = async () => new Set(['a#1', 'c#1'])

describe('a session', () => {
  test('of the flagged cards', async () => {
    const app = await studyingApp([bundle('1', NOTES)])
    await changeMark(app.db, 'b#1', { flag: 1 }, NOON, 'here')
    await changeMark(app.db, 'c#1', { flag: 2 }, NOON, 'here')
    await openStudy(app, '/study?only=flagged')
    await expectHeading('Is b so?')
    expect(head().getByText('1 of 2')).toBeVisible()
  })

  test('of the cards with one flag', async () => {
    const app = await studyingApp([bundle('1', NOTES)])
    await changeMark(app.db, 'b#1', { flag: 1 }, NOON, 'here')
    await changeMark(app.db, 'c#1', { flag: 2 }, NOON, 'here')
    await openStudy(app, '/study?flag=2')
    await expectHeading('Is c so?')
    expect(head().getByText('1 of 1')).toBeVisible()
  })

  test('of a tag, whatever its case', async () => {
    await study([...NOTES, note('d', { tags: ['bridge'] })], '/study?tag=Bridge')
    await expectHeading('Is d so?')
    expect(head().getByText('1 of 1')).toBeVisible()
  })

  test('of what was forgotten today, crammed', async () => {
    const { app, user, unmount } = await study(NOTES)
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    await user.keyboard(' 1')
    await expectHeading('Is c so?')
    unmount()
    await openStudy(app, '/study?only=forgotten&mode=cram')
    await expectHeading('Is b so?')
    expect(head().getByText('1 of 1')).toBeVisible()
  })

  test('of so many cards ends after them, and goes on when asked to', async () => {
    const { user } = await study(NOTES, '/study?cards=2')
    expect(head().getByText('1 of 2')).toBeVisible()
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    await user.keyboard(' 2')
    await expectHeading('Done: 2 cards.')
    await user.click(await button('Begin again'))
    await expectHeading('Is c so?')
  })

  test('of so many cards brings the forgotten ones back', async () => {
    const { app, user } = await study(NOTES, '/study?cards=2')
    await user.keyboard(' 1')
    await expectHeading('Is b so?')
    await user.keyboard(' 2')
    await expectHeading('Is a so?')
    await user.keyboard(' 2')
    await expectHeading('Done: 2 cards.')
    expect((await ratings(app)).map(({ cardId }) => cardId)).toEqual(['a#1', 'b#1', 'a#1'])
  })

  test('of a search takes what the list of all cards finds', async () => {
    await study([...NOTES, note('d', { tags: ['bridge'] })], '/study?q=tag%3Abridge')
    await expectHeading('Is d so?')
    expect(head().getByText('1 of 1')).toBeVisible()
  })

  test('with a search that makes no sense says so', async () => {
    const app = await studyingApp([bundle('1', NOTES)])
    renderRoutes(app, '/study?q=nonsense%3Ax')
    expect(await screen.findByText(/The search “nonsense:x” is not understood/)).toBeVisible()
  })

  test.each([
    ['of a search that finds nothing', '/study?q=unheard', 'No card fits what you asked for.'],
    ['of flags that no card has', '/study?only=flagged', 'No card fits what you asked for.'],
    ['of cards that are not due', '/study?q=tag%3Alater', 'None of these cards is due.'],
    ['of cards that cannot be crammed', '/study?mode=cram&q=tag%3Aaway', /can be asked now/],
    ['of cards that were all answered', '/study?mode=ahead&q=tag%3Alater', /can be asked now/],
  ])('%s says so', async (_, path, words) => {
    const [later, away] = [note('later', { tags: ['later'] }), note('away', { tags: ['away'] })]
    const app = await studyingApp([bundle('1', [...NOTES, later, away])])
    await ratedBefore(app, 'later#1', 0, 'easy')
    await changeMark(app.db, 'away#1', { suspended: true }, NOON, 'here')
    await openStudy(app, path)
    expect(await heading()).toHaveTextContent(words)
  })

  test('narrows what a search finds by what else is asked for', async () => {
    const app = await studyingApp([bundle('1', NOTES)])
    const { day } = await loadStudyDay(app.db, await loadSettings(app.db), 20_780)
    const clock = { utcOffsetMin: CHICAGO, rolloverHour: 4 }
    await changeMark(app.db, 'b#1', { flag: 1 }, NOON, 'here')
    expect(await filteredCards(app, { query: 'x' }, day, clock, find)).toEqual(
      new Set(['a#1', 'c#1']),
    )
    const both = { query: 'x', only: 'flagged' } as const
    expect(await filteredCards(app, both, day, clock, find)).toEqual(new Set())
  })
})

describe('studying ahead', () => {
  test('asks cards that are not due and counts the days that really passed', async () => {
    const app = await studyingApp([bundle('1', NOTES.slice(0, 1))])
    await ratedBefore(app, 'a#1', 2, 'easy')
    const before = await app.db.cardStates.get('a#1')
    const { user } = await openStudy(app, '/study?mode=ahead')
    await expectHeading('Is a so?')
    await user.keyboard(' 2')
    await expectHeading('Done: 1 card.')
    expect((await ratings(app)).at(-1)).toMatchObject({ mode: 'ahead' })
    const after = await app.db.cardStates.get('a#1')
    expect(after).toMatchObject({ reps: 2, lastReviewDay: 20_780 })
    expect(after?.stability).toBeGreaterThan(before?.stability ?? 0)
  })

  test('logs what was due all the same as studied', async () => {
    const { app, user } = await study(NOTES.slice(0, 1), '/study?mode=ahead')
    await user.keyboard(' 2')
    await expectHeading('Done: 1 card.')
    expect(await ratings(app)).toMatchObject([{ mode: 'study' }])
  })
})

describe('cramming', () => {
  test('changes no schedule, says so, and repeats until known', async () => {
    const app = await studyingApp([bundle('1', NOTES.slice(0, 1))])
    await ratedBefore(app, 'a#1', 2, 'easy')
    const before = await app.db.cardStates.toArray()
    const { user } = await openStudy(app, '/study?mode=cram')
    await user.keyboard(' ')
    expect(await button(/^Forgot.*soon, in this session/)).toBeVisible()
    expect(await button(/^Got it.*when it is due/)).toBeVisible()
    await user.keyboard('1')
    await entries(app, 2)
    await expectHeading('Is a so?')
    await user.keyboard(' 2')
    await expectHeading('Done: 1 card.')
    expect(await screen.findByText(/leaves every schedule as it was/)).toBeVisible()
    expect((await ratings(app)).map(({ mode }) => mode)).toEqual(['study', 'cram', 'cram'])
    expect(await app.db.cardStates.toArray()).toEqual(before)
  })

  test('makes what was forgotten one of today', async () => {
    const app = await studyingApp([bundle('1', NOTES.slice(0, 1))])
    await ratedBefore(app, 'a#1', 2, 'easy')
    const { user, unmount } = await openStudy(app, '/study?mode=cram')
    await user.keyboard(' 1')
    await entries(app, 2)
    unmount()
    const again = await openStudy(app)
    await expectHeading('Is a so?')
    await again.user.keyboard(' 2')
    await expectHeading('Done: 1 card.')
    expect(await app.db.cardStates.get('a#1')).toMatchObject({ reps: 2 })
  })

  test('is taken back like any answer', async () => {
    const { app, user } = await study(NOTES, '/study?mode=cram')
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    await user.keyboard('u')
    await expectHeading('Is a so?')
    expect(head().getByText('1 of 3')).toBeVisible()
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    expect(await app.db.cardStates.count()).toBe(0)
  })
})

describe('the choice on Today', () => {
  async function choosing() {
    const app = await studyingApp([bundle('1', [...NOTES, note('d', { tags: ['bridge'] })])])
    await changeMark(app.db, 'b#1', { flag: 1 }, NOON, 'here')
    const view = renderRoutes(app)
    await heading()
    await view.user.keyboard('c')
    const dialog = within(await screen.findByRole('dialog', { name: 'Choose what to study' }))
    await dialog.findByText('4 cards now.')
    return { app, dialog, ...view }
  }

  test('counts what each choice has, and begins with it', async () => {
    const { user, dialog, router } = await choosing()
    await user.click(dialog.getByRole('radio', { name: 'Flagged' }))
    expect(await dialog.findByText('1 card now.')).toBeVisible()
    await user.click(dialog.getByRole('radio', { name: 'Cram' }))
    await user.click(dialog.getAllByRole('radio', { name: 'Cards' })[0] ?? dialog.getByText('x'))
    await user.click(dialog.getByRole('button', { name: 'Begin' }))
    await expectHeading('Is b so?')
    expect(router.state.location.search).toBe('?only=flagged&mode=cram&cards=20')
  })

  test('offers parts and tags, and nothing to begin where there is nothing', async () => {
    const { user, dialog } = await choosing()
    await user.selectOptions(dialog.getByLabelText('Tag'), 'bridge')
    expect(await dialog.findByText('1 card now.')).toBeVisible()
    await user.selectOptions(dialog.getByLabelText('Part'), 'az104-storage')
    expect(await dialog.findByText('1 card now.')).toBeVisible()
    await user.click(dialog.getByRole('radio', { name: 'Forgotten today' }))
    expect(await dialog.findByText('No cards now.')).toBeVisible()
    expect(dialog.getByRole('radio', { name: 'Cram' })).toBeChecked()
    expect(dialog.getByRole('button', { name: 'Begin' })).toBeDisabled()
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  })
})

describe('the end', () => {
  test('tells true retention, in numbers where there were few, and undo is still there', async () => {
    const app = await studyingApp([bundle('1', NOTES)])
    await setSetting(app, 'newPerDay', 0)
    for (const id of ['a', 'b']) await ratedBefore(app, `${id}#1`, 30)
    const { user } = await openStudy(app, '/study?cards=2')
    await user.keyboard(' 1')
    await entries(app, 3)
    await user.keyboard(' 2')
    await entries(app, 4)
    await user.keyboard(' 2')
    await expectHeading('Done: 2 cards.')
    const fact = screen.getByText('True retention').closest('div')
    expect(fact).toHaveTextContent('1 of 2 cards learnt before today')
    await user.click(head().getByRole('button', { name: 'Undo' }))
    await expectHeading(/Is . so\?/)
  })
})
