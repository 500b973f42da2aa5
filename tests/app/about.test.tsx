import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { auditFigure } from '../../src/core/deck/audit.ts'
import type { AuditRow } from '../../src/core/deck/audit.ts'
import { bundle, note } from '../support/bundles.ts'
import { renderRoutes, studyingApp } from '../support/test-app.tsx'

const AZ104 = bundle('1', [note('a'), note('b', { status: 'recheck' })])
function sample(judged: number, errors: number): AuditRow[] {
  return Array.from({ length: judged }, (_, index) => ({
    note: `n-${index}`,
    verdict: index < errors ? 'wrong' : 'ok',
  }))
}

const AZ900 = bundle('1', [], { exam: 'AZ-900' })

test('About says that Cirrus is independent, and links the official study guides', async () => {
  renderRoutes(await studyingApp([AZ104, AZ900]), '/about')
  expect(await screen.findByText(/not made, sponsored or endorsed by Microsoft/)).toBeVisible()
  const guide = screen.getByRole('link', { name: 'Official study guide for AZ-104' })
  expect(guide).toHaveAttribute('href', AZ104.blueprint.guide)
})

test('About says on what the cards rest', async () => {
  renderRoutes(await studyingApp([AZ104, AZ900]), '/about')
  const exams = await screen.findByRole('region', { name: 'Exams and sources' })
  const [az104, az900] = within(exams).getAllByRole('listitem')
  expect(az104).toHaveTextContent('Cards2 from 2 notes')
  expect(az104).toHaveTextContent('Outline17 Apr 2026')
  expect(az104).toHaveTextContent('Facts checked1 Nov 2026')
  expect(az104).toHaveTextContent('To be rechecked1 of 2 notes (50 %)')
  expect(az900).toHaveTextContent('CardsNone yet')
})

test('About says what readers found in samples, and what nobody has read yet', async () => {
  const app = await studyingApp([AZ104, AZ900])
  const audits = [
    {
      exam: 'AZ-104',
      read: 1,
      from: '2026-11-23',
      to: '2026-11-26',
      ...auditFigure(sample(180, 4)),
    },
  ]
  renderRoutes({ ...app, loadAudits: async () => audits }, '/about')
  const exams = await screen.findByRole('region', { name: 'Exams and sources' })
  const [az104, az900] = within(exams).getAllByRole('listitem')
  expect(az104).toHaveTextContent('4 in 180 notes drawn by chance: 2.2 % (0.6 to 5.6 %)')
  expect(az104).toHaveTextContent('23 Nov 2026 to 26 Nov 2026')
  expect(az104).toHaveTextContent('Read by a second person1 of 2 notes (50 %)')
  expect(az900).toHaveTextContent('No sample read yet')
})

test('About lists the packages by others, each with its licence', async () => {
  const { user } = renderRoutes(await studyingApp([AZ104]), '/about')
  await user.click(await screen.findByText(/^\d+ packages$/))
  const dexie = screen.getByText(/^dexie \d/)
  await user.click(dexie)
  expect(await screen.findByText(/^Apache License/)).toBeVisible()
})

test('About says where the data lives, under which licences, and in which version', async () => {
  renderRoutes(await studyingApp([AZ104]), '/about')
  expect(await screen.findByText(/kept in this browser on this device/)).toBeVisible()
  expect(screen.getByText(/CC BY 4\.0/)).toBeVisible()
  expect(screen.getByText('MIT licence')).toBeVisible()
  expect(screen.getByText(/^\d+\.\d+\.\d+$/)).toBeVisible()
})
