import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { loadStudySettings } from '../../src/db/study-settings.ts'
import { bundle, note } from '../support/bundles.ts'
import { renderRoutes, studyingApp } from '../support/test-app.tsx'

function rowOf(name: string) {
  const item = screen.getByText(name).closest('li')
  if (!item) throw new Error(`No row ${name}`)
  return within(item)
}

async function group(name: string) {
  return within(await screen.findByRole('group', { name: new RegExp(`^${name}`) }))
}

async function open() {
  const app = await studyingApp([bundle('1', [note('a')])])
  const view = renderRoutes(app, '/settings/keys')
  await screen.findByRole('heading', { level: 1, name: 'Keys while studying' })
  const keys = async () => (await loadStudySettings(app.db)).keys
  return { app, keys, row: rowOf, ...view }
}

describe('the keys', () => {
  test('are added by pressing them, also with Ctrl and Shift', async () => {
    const { user, keys, row } = await open()
    await user.click(row('Bury until tomorrow').getByRole('button', { name: /^Add a key/ }))
    await user.keyboard('{Control>}{Shift>}b{/Shift}{/Control}')
    await waitFor(async () => expect(await keys()).toEqual({ bury: ['-', 'Ctrl+Shift+b'] }))
    expect(row('Bury until tomorrow').getByText('Ctrl+Shift+B')).toBeVisible()
  })

  test('stay as they are with Escape', async () => {
    const { user, keys, row } = await open()
    await user.click(row('Undo').getByRole('button', { name: /^Add a key/ }))
    await user.keyboard('{Escape}')
    expect(row('Undo').getByRole('button', { name: /^Add a key/ })).toHaveTextContent('Add a key')
    expect(await keys()).toEqual({})
  })

  test('are taken away and reset', async () => {
    const { user, keys, row } = await open()
    await user.click(row('Undo').getByRole('button', { name: 'Remove U from “Undo”' }))
    await waitFor(async () => expect(await keys()).toEqual({ undo: ['Ctrl+z'] }))
    await user.click(await row('Undo').findByRole('button', { name: 'Reset the keys of “Undo”' }))
    await waitFor(async () => expect(await keys()).toEqual({}))
  })

  test('that do two things are told, and so are those that choose options', async () => {
    const { user, row } = await open()
    await user.click(row('Undo').getByRole('button', { name: /^Add a key/ }))
    await user.keyboard('m')
    expect(await screen.findByText(/^M does more than one thing: Undo; More\./)).toBeVisible()
    await user.click(row('Redo').getByRole('button', { name: /^Add a key/ }))
    await user.keyboard('b')
    expect(await screen.findByText('B chooses an option while there are options.')).toBeVisible()
  })

  test('of Anki are a preset', async () => {
    const { user, keys, row } = await open()
    expect(screen.getByRole('radio', { name: 'Cirrus' })).toBeChecked()
    await user.click(screen.getByRole('radio', { name: 'Anki' }))
    await waitFor(async () => expect((await keys())['suspend']).toEqual(['@', '!']))
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Anki' })).toBeChecked())
    expect(row('Postpone…').getByText('Ctrl+Shift+D')).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'Cirrus' }))
    await waitFor(async () => expect(await keys()).toEqual({}))
  })
})

test('the settings of a session are saved', async () => {
  const app = await studyingApp([bundle('1', [note('a')])])
  const { user } = renderRoutes(app, '/settings')
  await user.click((await group('Think first')).getByRole('radio', { name: 'Always' }))
  await user.click((await group('Swipe to grade')).getByRole('radio', { name: 'On' }))
  await user.click(screen.getByRole('button', { name: 'More seconds' }))
  await waitFor(async () =>
    expect(await loadStudySettings(app.db)).toMatchObject({
      thinkFirst: 'always',
      swipe: true,
      idleSeconds: 70,
    }),
  )
})
