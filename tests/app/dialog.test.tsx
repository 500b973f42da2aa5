import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Dialog } from '../../src/app/components/dialog.tsx'

test('a dialog opens as modal with its name, and tells when it is closed', async () => {
  const onClose = vi.fn<() => void>()
  const { rerender } = render(
    <Dialog open={false} onClose={onClose} title="Keys">
      All of them
    </Dialog>,
  )
  expect(screen.queryByRole('dialog')).toBeNull()
  rerender(
    <Dialog open onClose={onClose} title="Keys">
      All of them
    </Dialog>,
  )
  expect(screen.getByRole('dialog', { name: 'Keys' })).toHaveTextContent('All of them')
  await userEvent.click(screen.getByRole('button', { name: 'Close' }))
  expect(onClose).toHaveBeenCalled()
})
