import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { BundleUnreadable } from '../../src/app/exams.ts'
import { bundle, note } from '../support/bundles.ts'
import { renderRoutes, studyingApp, testApp } from '../support/test-app.tsx'

const AZ104 = bundle('1', [note('a')])
const AZ305 = bundle('1', [note('b')], { exam: 'AZ-305' })

const heading = (name: RegExp) => screen.findByRole('heading', { level: 1, name })

afterEach(() => {
  vi.restoreAllMocks()
})

describe('navigation', () => {
  test('names every screen and marks the one that is shown', async () => {
    renderRoutes(await studyingApp([AZ104]), '/settings')
    await heading(/Settings/)
    const links = within(screen.getByRole('navigation', { name: 'Main' })).getAllByRole('link')
    expect(links.map((link) => link.textContent?.slice(0, -1))).toEqual([
      'Today',
      'Progress',
      'Browse',
      'Settings',
      'About',
    ])
    expect(screen.getByRole('link', { name: 'Settings' })).toHaveAttribute('aria-current', 'page')
    expect(screen.getByRole('link', { name: 'Today' })).not.toHaveAttribute('aria-current')
  })

  test('offers the chosen exams', async () => {
    renderRoutes(await studyingApp([AZ104, AZ305]), '/settings')
    const exams = await screen.findByRole('navigation', { name: 'Exams' })
    const links = within(exams).getAllByRole('link')
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/progress/AZ-104',
      '/progress/AZ-305',
    ])
  })

  test.each([
    ['t', '/'],
    ['b', '/browse'],
    ['s', '/settings'],
    ['a', '/about'],
  ])('the key %s leads to %s', async (key, path) => {
    const from = path === '/about' ? '/settings' : '/about'
    const { user, router } = renderRoutes(await studyingApp([AZ104]), from)
    await screen.findByRole('heading', { level: 1 })
    await user.keyboard(key)
    await waitFor(() => expect(router.state.location.pathname).toBe(path))
  })

  test('keys typed into a field or with Ctrl do not navigate', async () => {
    const { user, router } = renderRoutes(await studyingApp([AZ104]), '/settings')
    await user.type(await screen.findByRole('spinbutton', { name: 'New cards a day' }), 'ta')
    await user.keyboard('{Control>}a{/Control}')
    expect(router.state.location.pathname).toBe('/settings')
  })

  test('moves the focus to the heading of the new screen, and names it in the title', async () => {
    const { user } = renderRoutes(await studyingApp([AZ104]), '/settings')
    await heading(/Settings/)
    expect(document.body).toHaveFocus()
    await user.click(screen.getByRole('link', { name: 'About' }))
    await waitFor(async () => expect(await heading(/Verified cards/)).toHaveFocus())
    expect(document.title).toBe('About – Cirrus')
  })

  test('the content can be reached without the navigation', async () => {
    const { user } = renderRoutes(await studyingApp([AZ104]), '/settings')
    await heading(/Settings/)
    await user.tab()
    const skip = screen.getByRole('link', { name: 'Skip to the content' })
    expect(skip).toHaveFocus()
    expect(document.querySelector(skip.getAttribute('href') ?? '')).toBe(screen.getByRole('main'))
  })
})

describe('status', () => {
  test('says that everything is saved here', async () => {
    renderRoutes(await studyingApp([AZ104]), '/settings')
    expect(await screen.findByText('Saved on this device.')).toBeVisible()
  })

  test('says when there is no network, and when it is back', async () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    renderRoutes(await studyingApp([AZ104]), '/settings')
    expect(await screen.findByText('Offline. Everything works.')).toBeVisible()
    online.mockReturnValue(true)
    act(() => void window.dispatchEvent(new Event('online')))
    expect(await screen.findByText('Saved on this device.')).toBeVisible()
  })

  test('a new version waits until it is asked for', async () => {
    const app = await studyingApp([AZ104])
    const { user } = renderRoutes(app, '/settings')
    await heading(/Settings/)
    act(() => app.updates.state.set('ready'))
    const update = await screen.findByRole('button', { name: 'Update now' })
    expect(app.updated()).toBe(0)
    await user.click(update)
    expect(app.updated()).toBe(1)
  })

  test('an update in another tab asks for a reload', async () => {
    const app = await studyingApp([AZ104])
    renderRoutes(app, '/settings')
    await heading(/Settings/)
    act(() => app.updates.state.set('outdated'))
    expect(await screen.findByText(/updated in another tab/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible()
  })
})

describe('decks of a newer build', () => {
  const NEWER = bundle('2', [note('a'), note('b')])

  test('are installed in the background, and the counts follow', async () => {
    const app = await studyingApp([AZ104])
    renderRoutes(testApp({ db: app.db, bundles: [NEWER] }))
    expect(await heading(/2 new/)).toBeVisible()
    expect((await app.db.exams.get('AZ-104'))?.version).toBe('2')
  })

  test('are left for the next start when they cannot be read', async () => {
    const { db } = await studyingApp([AZ104])
    const loadBundle = vi.fn<() => Promise<unknown>>(async () => {
      throw new BundleUnreadable('The cards of AZ-104 could not be read.')
    })
    renderRoutes(testApp({ db, bundles: [NEWER], loadBundle }))
    expect(await heading(/1 new/)).toBeVisible()
    await waitFor(() => expect(loadBundle).toHaveBeenCalledOnce())
    expect((await db.exams.get('AZ-104'))?.version).toBe('1')
  })

  test('of exams that were not chosen are not read', async () => {
    const { db } = await studyingApp([AZ104])
    const loadBundle = vi.fn<App['loadBundle']>(async () => NEWER)
    renderRoutes(testApp({ db, bundles: [AZ305, NEWER], loadBundle }))
    expect(await heading(/2 new/)).toBeVisible()
    expect(loadBundle.mock.calls).toEqual([['AZ-104']])
  })
})
