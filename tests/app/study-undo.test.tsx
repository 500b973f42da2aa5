import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { bundle, note } from '../support/bundles.ts'
import {
  button,
  entries,
  expectHeading,
  head,
  log,
  openStudy,
  press,
  ratedBefore,
  study,
} from '../support/study-room.tsx'
import { studyingApp } from '../support/test-app.tsx'

const NOTES = ['a', 'b', 'c'].map((id) => note(id))

describe('undo', () => {
  test('takes an answer back with an entry of its own, and the card is on screen again', async () => {
    const { app, user } = await study(NOTES)
    await user.keyboard(' 1')
    await expectHeading('Is b so?')
    await user.keyboard('u')
    await expectHeading('Is a so?')
    expect(screen.getByText('Answer taken back.')).toBeVisible()
    expect(head().getByText('1 of 3')).toBeVisible()
    const [first, second] = await entries(app, 2)
    expect([first, second]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'rated', cardId: 'a#1' }),
        expect.objectContaining({ kind: 'undone', cardId: 'a#1' }),
      ]),
    )
    expect(await app.db.cardStates.get('a#1')).toBeUndefined()
  })

  test('lets the card be rated again, as an entry of its own', async () => {
    const { app, user } = await study(NOTES)
    await user.keyboard(' 1')
    await expectHeading('Is b so?')
    await user.keyboard('u')
    await expectHeading('Is a so?')
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    expect(new Set((await entries(app, 3)).map(({ id }) => id)).size).toBe(3)
    expect(await app.db.cardStates.get('a#1')).toMatchObject({ phase: 'review', reps: 1 })
  })

  test('works step by step, and once more with the button at the head', async () => {
    const { app, user } = await study(NOTES)
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    await user.keyboard(' 2')
    await expectHeading('Is c so?')
    await user.keyboard('u')
    await expectHeading('Is b so?')
    await user.click(head().getByRole('button', { name: 'Undo' }))
    await expectHeading('Is a so?')
    expect(await app.db.cardStates.count()).toBe(0)
    expect(head().queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
  })

  test('works after a reload', async () => {
    const app = await studyingApp([bundle('1', NOTES)])
    const first = await openStudy(app)
    await first.user.keyboard(' 2')
    await expectHeading('Is b so?')
    first.unmount()
    const { user } = await openStudy(app)
    await expectHeading('Is b so?')
    await user.keyboard('u')
    expect(await screen.findByText('Is a so?')).toBeVisible()
  })

  test('works on the finish screen', async () => {
    const { app, user } = await study([NOTES[0] ?? note('a')])
    await user.keyboard(' 2')
    await expectHeading('Done: 1 card.')
    await user.keyboard('u')
    await expectHeading('Is a so?')
    await user.keyboard(' 2')
    await expectHeading('Done: 1 card.')
    expect(await log(app)).toHaveLength(3)
  })

  test('brings a card back that is not due on this day', async () => {
    const app = await studyingApp([bundle('1', NOTES)])
    await ratedBefore(app, 'c#1', 1, 'easy')
    const { user } = await openStudy(app)
    await expectHeading('Is a so?')
    await user.keyboard('u')
    await expectHeading('Is c so?')
    expect(await app.db.cardStates.get('c#1')).toBeUndefined()
  })

  test('pressed twice at once takes one answer back', async () => {
    const { app, user } = await study(NOTES)
    await user.keyboard(' 2')
    await expectHeading('Is b so?')
    await user.keyboard(' 2')
    await expectHeading('Is c so?')
    press('u')
    press('u')
    await expectHeading('Is b so?')
    expect(await app.db.reviews.count()).toBe(3)
  })

  test('of an answer can itself be taken back: the answer counts again', async () => {
    const { app, user } = await study(NOTES)
    await user.keyboard(' 1')
    await expectHeading('Is b so?')
    await user.keyboard('u')
    await expectHeading('Is a so?')
    await user.keyboard('{Shift>}u{/Shift}')
    await expectHeading('Is b so?')
    expect(screen.getByText('Answer counted again.')).toBeVisible()
    expect(head().getByText('2 of 4')).toBeVisible()
    expect(await app.db.cardStates.get('a#1')).toMatchObject({ reps: 1 })
    expect(head().queryByRole('button', { name: 'Redo' })).not.toBeInTheDocument()
  })

  test('goes on after a reload, and so does redo', async () => {
    const app = await studyingApp([bundle('1', NOTES)])
    const first = await openStudy(app)
    await first.user.keyboard(' 2')
    await expectHeading('Is b so?')
    await first.user.keyboard('-')
    await expectHeading('Is c so?')
    first.unmount()
    const second = await openStudy(app)
    await second.user.keyboard('{Control>}z{/Control}')
    await expectHeading('Is b so?')
    await second.user.keyboard('{Control>}z{/Control}')
    await expectHeading('Is a so?')
    second.unmount()
    const third = await openStudy(app)
    await third.user.keyboard('{Control>}y{/Control}')
    await waitFor(async () => expect(await app.db.cardStates.count()).toBe(1))
    await third.user.click(head().getByRole('button', { name: 'Redo' }))
    await expectHeading('Is c so?')
    expect(await app.db.marks.get('b#1')).toMatchObject({ buriedUntil: 20_781 })
  })

  test('asked for while an answer is being saved comes right after it', async () => {
    const { app, user } = await study(NOTES)
    await user.keyboard(' ')
    press('2')
    press('u')
    await waitFor(async () => expect(await app.db.reviews.count()).toBe(2))
    await expectHeading('Is a so?')
    expect(await app.db.cardStates.count()).toBe(0)
  })

  test('says so where there is nothing to take back', async () => {
    const { app, user } = await study(NOTES)
    await user.keyboard('u')
    expect(await screen.findByText('There is nothing to take back.')).toBeVisible()
    expect(await app.db.reviews.count()).toBe(0)
  })

  test('of a suspension stands in its message, too', async () => {
    const { app, user } = await study(NOTES)
    await user.keyboard('@')
    await expectHeading('Is b so?')
    const [, , inMessage] = await screen.findAllByRole('button', { name: 'Undo' })
    await user.click(inMessage ?? (await button('Undo')))
    await expectHeading('Is a so?')
    await waitFor(async () =>
      expect(await app.db.marks.get('a#1')).toMatchObject({ suspended: false }),
    )
  })
})
