import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { StorageFault } from '../../src/db/faults.ts'
import { bundle, note } from '../support/bundles.ts'
import { renderRoutes, studyingApp } from '../support/test-app.tsx'

const AZ104 = bundle('1', [note('a')])

beforeEach(() => {
  // React and the router report what they catch.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => {
  vi.restoreAllMocks()
})

describe('an unknown address', () => {
  test('says so inside the frame, with ways out', async () => {
    renderRoutes(await studyingApp([AZ104]), '/no/such/page')
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'There is no such page.',
    )
    expect(screen.getByText(/Nothing is to be found at \/no\/such\/page/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Go to Today' })).toHaveAttribute('href', '/')
    expect(screen.getByRole('link', { name: 'See your progress' })).toBeVisible()
    expect(screen.getByRole('navigation', { name: 'Main' })).toBeVisible()
    expect(screen.getAllByRole('main')).toHaveLength(1)
  })
})

describe('a screen that could not be shown', () => {
  test('says what was not lost, and can be tried again', async () => {
    const app = await studyingApp([AZ104])
    const read = vi.spyOn(app.db.reviews, 'where').mockImplementation(() => {
      throw new Error('A broken index')
    })
    const { user } = renderRoutes(app)
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'Something went wrong.',
    )
    expect(screen.getByText(/Your reviews are saved/)).toBeVisible()
    read.mockRestore()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { name: /1 new/ })).toBeVisible()
  })

  test('keeps the technical text in a fold, without a stack trace', async () => {
    const app = await studyingApp([AZ104])
    vi.spyOn(app.db.reviews, 'where').mockImplementation(() => {
      throw new Error('A broken index')
    })
    renderRoutes(app)
    const details = await screen.findByText('Error: A broken index')
    expect(details.closest('details')).not.toHaveAttribute('open')
    expect(document.body).not.toHaveTextContent(/\.tsx?:\d+/)
  })

  test('names a fault of the storage and the way out of it', async () => {
    const app = await studyingApp([AZ104])
    vi.spyOn(app.db.reviews, 'where').mockImplementation(() => {
      throw new StorageFault('damaged')
    })
    renderRoutes(app)
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(
      'The stored data cannot be read.',
    )
    expect(screen.getByText(new StorageFault('damaged').message)).toBeVisible()
  })

  test('a part of the app that could not be loaded asks for a reload', async () => {
    const app = await studyingApp([AZ104])
    vi.spyOn(app.db.reviews, 'where').mockImplementation(() => {
      throw new TypeError('Failed to fetch dynamically imported module: /assets/a.js')
    })
    renderRoutes(app)
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/could not be loaded/),
    )
    expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  })
})
