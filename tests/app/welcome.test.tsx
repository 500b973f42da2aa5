import { screen, waitFor } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { BundleUnreadable } from '../../src/app/exams.ts'
import { installedExams } from '../../src/db/exams.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { bundle, note } from '../support/bundles.ts'
import { infoOf, renderRoutes, testApp } from '../support/test-app.tsx'

const AZ104 = bundle('1', [note('a'), note('b')])
const AZ305 = bundle('1', [note('c')], { exam: 'AZ-305' })
const AZ900 = bundle('1', [], { exam: 'AZ-900' })
const BUNDLES = [AZ104, AZ305, AZ900]

const begin = () => screen.findByRole('button', { name: /^Begin/ })
const choice = (name: RegExp) => screen.findByRole('checkbox', { name })

describe('the first run', () => {
  test('the app opens with the choice of exams while none is chosen', async () => {
    const { router } = renderRoutes(testApp({ bundles: BUNDLES }))
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Which exam')
    expect(router.state.location.pathname).toBe('/welcome')
  })

  test('each exam is shown with the number of its cards and the date of its outline', async () => {
    renderRoutes(testApp({ bundles: BUNDLES }))
    expect(await choice(/AZ-104/)).toHaveAccessibleDescription('2 cards, outline of 17 Apr 2026')
    expect(await choice(/AZ-305/)).toHaveAccessibleDescription('1 card, outline of 17 Apr 2026')
  })

  test('an exam without cards cannot be chosen', async () => {
    renderRoutes(testApp({ bundles: BUNDLES }))
    expect(await choice(/AZ-900/)).toBeDisabled()
    expect(await choice(/AZ-900/)).toHaveAccessibleDescription(/No cards yet/)
  })

  test('it says where the data lives', async () => {
    renderRoutes(testApp({ bundles: BUNDLES }))
    expect(await screen.findByText(/kept in this browser on this device/)).toBeVisible()
  })

  test('Begin installs what was chosen and goes to the first card', async () => {
    const app = testApp({ bundles: BUNDLES })
    const { user, router } = renderRoutes(app)
    await user.click(await choice(/AZ-305/))
    await user.click(await choice(/AZ-104/))
    await user.click(await begin())
    await waitFor(() => expect(router.state.location.pathname).toBe('/study'))
    expect((await loadSettings(app.db)).exams).toEqual(['AZ-104', 'AZ-305'])
    expect((await installedExams(app.db)).map(({ exam }) => exam)).toEqual(['AZ-104', 'AZ-305'])
  })

  test('Begin without a choice asks for one', async () => {
    const { user, router } = renderRoutes(testApp({ bundles: BUNDLES }))
    await user.click(await begin())
    expect(await screen.findByRole('alert')).toHaveTextContent('Choose an exam first.')
    expect(router.state.location.pathname).toBe('/welcome')
  })
})

describe('a deck file that cannot be installed', () => {
  test('is told about, and can be tried again', async () => {
    let online = false
    const app = testApp({
      bundles: BUNDLES,
      loadBundle: async () => {
        if (!online) throw new BundleUnreadable('The cards of AZ-104 could not be read.')
        return AZ104
      },
    })
    const { user, router } = renderRoutes(app)
    await user.click(await choice(/AZ-104/))
    await user.click(await begin())
    expect(await screen.findByRole('alert')).toHaveTextContent('could not be read')
    expect((await loadSettings(app.db)).exams).toEqual([])

    online = true
    await user.click(await begin())
    await waitFor(() => expect(router.state.location.pathname).toBe('/study'))
  })

  test('a broken one changes nothing and says so', async () => {
    const app = testApp({
      exams: [infoOf(AZ104)],
      loadBundle: async () => ({ ...AZ104, notes: 'none' }),
    })
    const { user } = renderRoutes(app)
    await user.click(await choice(/AZ-104/))
    await user.click(await begin())
    expect(await screen.findByRole('alert')).toHaveTextContent(/AZ-104|cards/)
    expect(await installedExams(app.db)).toEqual([])
    expect((await loadSettings(app.db)).exams).toEqual([])
  })
})
