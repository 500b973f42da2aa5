import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Dexie } from 'dexie'
import { afterEach, expect, test, vi } from 'vitest'
import { AppContext } from '../../src/app/app.ts'
import type { Draft } from '../../src/app/editor/draft.ts'
import { mirroredTexts } from '../../src/app/editor/draft-mirror.ts'
import { useAutosave } from '../../src/app/editor/use-autosave.ts'
import { emptyText } from '../../src/core/text/note-text.ts'
import { testApp } from '../support/test-app.tsx'

afterEach(() => localStorage.clear())

function draftOf(deck: string): Draft {
  return { noteId: 'own-1', text: emptyText('basic'), deck, tags: '', skill: '' }
}

test('a write that ends after the page was left does not take what was left then', async () => {
  const app = testApp()
  const begin = app.db.transaction.bind(app.db)
  const slow = Promise.withResolvers<void>()
  const transaction = vi
    .spyOn(app.db, 'transaction')
    .mockImplementationOnce((...args: Parameters<typeof begin>) =>
      Dexie.Promise.resolve(slow.promise.then(() => begin(...args))),
    )
    // The page is gone before this one is through.
    .mockImplementationOnce(() => new Dexie.Promise(() => {}))
  const wrapper = ({ children }: { children: ReactNode }) => (
    <AppContext value={app}>{children}</AppContext>
  )
  const owner = { by: 'one', from: null }
  const { rerender } = renderHook(({ draft }) => useAutosave('own-1', owner, draft, true), {
    wrapper,
    initialProps: { draft: draftOf('The firs') },
  })
  await waitFor(() => expect(transaction).toHaveBeenCalledTimes(1))
  rerender({ draft: draftOf('The first way') })
  act(() => void window.dispatchEvent(new Event('pagehide')))
  expect(transaction).toHaveBeenCalledTimes(2)
  slow.resolve()
  await waitFor(async () => expect(await app.db.drafts.count()).toBe(1))
  expect(mirroredTexts()).toEqual([expect.stringContaining('The first way')])
})
