import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { bundle, note } from '../support/bundles.ts'
import { renderRoutes, studyingApp, testApp } from '../support/test-app.tsx'

const BOTH = note('both', {
  skills: ['az104-storage-data-tiers', 'az305-storage-data-tiers'],
  tags: ['bridge'],
})
const AZ104 = bundle('1', [note('a'), BOTH])
const AZ305 = bundle('1', [BOTH, note('f', { skills: ['az305-storage-data-tiers'] })], {
  exam: 'AZ-305',
})
const heading = () => screen.findByRole('heading', { level: 1 })

describe('Where do I begin?', () => {
  test('nothing is suggested before anything was answered', async () => {
    renderRoutes(testApp({ bundles: [AZ104, AZ305] }), '/path')
    expect(await heading()).toHaveTextContent('Where do I begin?')
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull()
  })

  test('answers lead to a suggestion with its reasons, and stand in the address', async () => {
    const { user, router } = renderRoutes(testApp({ bundles: [AZ104, AZ305] }), '/path')
    await heading()
    await user.click(
      within(screen.getByRole('group', { name: 'What do you enjoy?' })).getByRole('radio', {
        name: 'Designing them',
      }),
    )
    expect(await screen.findByRole('heading', { level: 3 })).toHaveTextContent(
      'AZ-104 first, then AZ-305.',
    )
    expect(
      screen.getByText(/The certificate of an architect asks for AZ-104 as well/),
    ).toBeVisible()
    expect(router.state.location.search).toBe('?likes=design')
  })

  test('with AZ-104 passed only AZ-305 is left, and the time says about how long', async () => {
    renderRoutes(testApp({ bundles: [AZ104, AZ305] }), '/path?from=certified&time=little')
    expect(await screen.findByRole('heading', { level: 3 })).toHaveTextContent('Begin with AZ-305.')
    expect(
      screen.getByText(/With about 2 hours a week, the 2 cards of AZ-305 take about 1 week:/),
    ).toBeVisible()
  })

  test('an answer is there at once, and two in quick succession are both kept', async () => {
    const { router } = renderRoutes(testApp({ bundles: [AZ104, AZ305] }), '/path')
    await heading()
    const [first, second] = ['Making things run', 'Administration'].map((name) =>
      screen.getByRole('radio', { name }),
    )
    if (!first || !second) throw new Error('There are no answers')
    fireEvent.click(first)
    expect(first).toBeChecked()
    fireEvent.click(second)
    expect([first, second].every((radio) => radio.matches(':checked'))).toBe(true)
    await waitFor(() =>
      expect([...new URLSearchParams(router.state.location.search).keys()]).toEqual([
        'likes',
        'role',
      ]),
    )
  })

  test('leads to Welcome with the exam chosen, where nothing is decided yet', async () => {
    const { user } = renderRoutes(testApp({ bundles: [AZ104, AZ305] }), '/path?likes=run')
    await user.click(await screen.findByRole('link', { name: 'Begin with AZ-104' }))
    await waitFor(() => expect(screen.getByRole('checkbox', { name: /AZ-104/ })).toBeChecked())
    expect(screen.getByRole('checkbox', { name: /AZ-305/ })).not.toBeChecked()
  })

  test('who comes from on-premises is offered the bridge cards', async () => {
    renderRoutes(await studyingApp([AZ104, AZ305]), '/path?from=onprem')
    const bridge = await screen.findByRole('link', { name: 'Begin with 1 bridge card' })
    expect(bridge).toHaveAttribute('href', '/study?exam=AZ-104&tag=bridge')
    expect(screen.getByRole('link', { name: 'Study AZ-104' })).toHaveAttribute(
      'href',
      '/study?exam=AZ-104',
    )
  })

  test('answers that make no sense are as if they were not there', async () => {
    renderRoutes(testApp({ bundles: [AZ104, AZ305] }), '/path?from=mars&role=king')
    await heading()
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull()
  })
})

describe('both exams compared', () => {
  test('with weights, progress and what they share, as a picture and as a table', async () => {
    renderRoutes(await studyingApp([AZ104, AZ305]), '/path')
    await heading()
    expect(
      screen.getByRole('img', {
        name: 'Both exams compared: 1 card counts for both exams and is asked once.',
      }),
    ).toBeVisible()
    const table = screen.getByRole('table', { name: 'Both exams compared', hidden: true })
    const rows = [...table.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent.replaceAll(/\s/g, ' ')),
    )
    expect(rows).toEqual([
      ['AZ-104 Storage', '15–20 % of the exam', '0 of 2', '1'],
      ['AZ-305 az305-storage', '15–20 % of the exam', '0 of 2', '1'],
    ])
  })

  test('Progress leads to it', async () => {
    const { user } = renderRoutes(await studyingApp([AZ104, AZ305]), '/progress/AZ-104')
    await user.click(await screen.findByRole('link', { name: 'Compare exams' }))
    await waitFor(async () => expect(await heading()).toHaveTextContent('Where do I begin?'))
  })
})
