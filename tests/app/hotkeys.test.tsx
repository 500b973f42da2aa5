import { fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { chordsOf, useHotkeys } from '../../src/app/hooks/use-hotkeys.ts'

function setup(children: React.ReactNode = null) {
  const actions = { Space: vi.fn<() => void>(), u: vi.fn<() => void>(), '?': vi.fn<() => void>() }
  function Keys() {
    useHotkeys(actions)
    return children
  }
  render(<Keys />)
  return { actions, user: userEvent.setup() }
}

test('a key runs its action, capital or not', async () => {
  const { actions, user } = setup()
  await user.keyboard('uU ?x')
  expect(actions.u).toHaveBeenCalledTimes(2)
  expect(actions.Space).toHaveBeenCalledOnce()
  expect(actions['?']).toHaveBeenCalledOnce()
})

test('a key that is held down counts once', () => {
  const { actions } = setup()
  fireEvent.keyDown(document.body, { key: 'u' })
  fireEvent.keyDown(document.body, { key: 'u', repeat: true })
  expect(actions.u).toHaveBeenCalledOnce()
})

test('keys with Ctrl, Alt or Meta are left to the browser', () => {
  const { actions } = setup()
  fireEvent.keyDown(document.body, { key: 'u', ctrlKey: true })
  fireEvent.keyDown(document.body, { key: 'u', metaKey: true })
  fireEvent.keyDown(document.body, { key: 'u', altKey: true })
  expect(actions.u).not.toHaveBeenCalled()
})

test('typing into a text field runs nothing', async () => {
  const { actions, user } = setup(<input aria-label="Field" />)
  await user.type(screen.getByRole('textbox'), 'u ?')
  expect(actions.u).not.toHaveBeenCalled()
  expect(actions.Space).not.toHaveBeenCalled()
})

test('the space bar on a button presses that button and nothing else', async () => {
  const press = vi.fn<() => void>()
  const { actions, user } = setup(<button onClick={press}>Other</button>)
  screen.getByRole('button').focus()
  await user.keyboard(' u')
  expect(press).toHaveBeenCalledOnce()
  expect(actions.Space).not.toHaveBeenCalled()
  expect(actions.u).toHaveBeenCalledOnce()
})

test('an open dialog keeps the keys for itself', async () => {
  const { actions, user } = setup(<dialog open>Words</dialog>)
  await user.keyboard('u')
  expect(actions.u).not.toHaveBeenCalled()
})

describe('chordsOf', () => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  test.each([
    [{ key: 'u' }, ['u']],
    [{ key: 'U', shiftKey: true }, ['Shift+u']],
    [{ key: 'Z', shiftKey: true, ctrlKey: true }, ['Ctrl+Shift+z']],
    [{ key: 'z', metaKey: true }, ['Ctrl+z']],
    [{ key: '?', shiftKey: true }, ['?']],
    [{ key: '@', ctrlKey: true, altKey: true }, ['@']],
    [{ key: 'Enter', shiftKey: true }, ['Shift+Enter', 'Enter']],
    [{ key: ' ' }, ['Space']],
  ])('%o is %o', (event, chords) => {
    expect(chordsOf({ ...none, ...event })).toEqual(chords)
  })
})
