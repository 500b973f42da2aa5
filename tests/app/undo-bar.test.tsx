import { cleanup, screen, waitFor } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { moveNotes } from '../../src/db/bulk-move.ts'
import { StorageFault } from '../../src/db/faults.ts'
import { changeMark } from '../../src/db/marks.ts'
import { bundle, note } from '../support/bundles.ts'
import { ownNote } from '../support/own-note.ts'
import { ratedBefore } from '../support/study-room.tsx'
import { NOON, renderRoutes, studyingApp } from '../support/test-app.tsx'

const BUNDLE = bundle('1', [note('a'), note('b')])

async function open(path: string) {
  const app = await studyingApp([BUNDLE])
  await ratedBefore(app, 'a#1', 1)
  const view = renderRoutes(app, path)
  await screen.findByRole('heading', { level: 1 })
  return { app, ...view }
}

const undo = () => screen.findByRole('button', { name: 'Undo' })

describe('undo and redo in the frame', () => {
  test('take an answer back and count it again, and say which', async () => {
    const { app, user } = await open('/settings')
    await user.click(await undo())
    expect(await screen.findByText(/^Taken back: an answer\./)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Is a so?' })).toHaveAttribute('href', '/cards/a/1')
    expect(await app.db.cardStates.count()).toBe(0)
    await user.click(await screen.findByRole('button', { name: 'Redo' }))
    expect(await screen.findByText(/^Done again: an answer\./)).toBeVisible()
    await waitFor(async () => expect(await app.db.cardStates.count()).toBe(1))
  })

  test('work by key, and the screen shows what is true then', async () => {
    const { app, user } = await open('/cards/a/1')
    await user.click(screen.getByRole('button', { name: 'Suspend' }))
    await screen.findByRole('button', { name: 'Bring back' })
    await undo()
    await user.keyboard('u')
    await screen.findByRole('button', { name: 'Suspend' })
    expect(await app.db.marks.get('a#1')).toMatchObject({ suspended: false })
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    await screen.findByRole('button', { name: 'Bring back' })
  })

  test('go through everything, one step after the other', async () => {
    const { app, user } = await open('/about')
    await changeMark(app.db, 'a#1', { flag: 2 }, NOON, 'here')
    await undo()
    await user.keyboard('u')
    await screen.findByText(/^Taken back: a change\./)
    await user.keyboard('u')
    await screen.findByText(/^Taken back: an answer\./)
    await user.keyboard('u')
    await screen.findByText('There is nothing to take back.')
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull())
  })

  test('name the notes that were moved to another deck', async () => {
    const { app, user } = await open('/about')
    for (const id of ['n1', 'n2']) await ownNote(app.db, id, 'Names')
    const stamp = { id: 'x', at: NOON, utcOffsetMin: 0, device: 'here' }
    await moveNotes(app.db, ['n1', 'n2'], { id: 'd2', title: 'Ports' }, stamp)
    await undo()
    await user.keyboard('u')
    await screen.findByText(/^Taken back: a change of 2 notes\./)
    expect(await app.db.notes.get('n1')).toMatchObject({ deck: 'deck-Names' })
  })

  test('bring back a card that was deleted, also while its editor says so', async () => {
    const { app } = await open('/about')
    await ownNote(app.db, 'n1', 'Names')
    cleanup()
    const again = renderRoutes(app, '/notes/n1/edit')
    await again.user.click(await screen.findByRole('button', { name: 'Delete' }))
    await screen.findByRole('heading', { name: 'This card was deleted.' })
    await again.user.click(await undo())
    expect(await screen.findByText(/^Taken back: the deletion of a card\./)).toBeVisible()
    expect(await screen.findByRole('textbox', { name: 'Question' })).toHaveValue('n1')
    expect((await app.db.notes.get('n1'))?.retired).toBe(false)
  })

  test('give a deck its name back on the screen that shows it', async () => {
    const { app } = await open('/about')
    await ownNote(app.db, 'n1', 'Names')
    cleanup()
    const { user } = renderRoutes(app, '/settings')
    await user.click(await screen.findByRole('button', { name: /^Rename.*Names/ }))
    const field = await screen.findByRole('textbox', { name: /name/i })
    await user.clear(field)
    await user.type(field, 'People{Enter}')
    await screen.findByRole('link', { name: /People/ })
    await user.click(await undo())
    expect(await screen.findByText(/^Taken back: a change of a deck\./)).toBeVisible()
    expect(await screen.findByRole('link', { name: /Names/ })).toBeVisible()
  })

  test('are not there where there is nothing to take back', async () => {
    renderRoutes(await studyingApp([BUNDLE]), '/about')
    await screen.findByRole('group', { name: 'Undo and redo' })
    expect(screen.queryByRole('button', { name: /Undo|Redo/ })).not.toBeInTheDocument()
  })

  test('that could not be saved say so', async () => {
    const { app, user } = await open('/about')
    await undo()
    vi.spyOn(app.db, 'transaction').mockRejectedValue(new StorageFault('quota'))
    await user.keyboard('u')
    expect(
      await screen.findByText(/^Not saved\. Nothing was changed\..*no space left/),
    ).toBeVisible()
    vi.restoreAllMocks()
  })
})
