import { screen, within } from '@testing-library/react'
import { Dexie } from 'dexie'
import { expect, test, vi } from 'vitest'
import { deleteEverything } from '../../src/app/privacy/delete-everything.ts'
import { StudyDb } from '../../src/db/db.ts'
import { bundle, note } from '../support/bundles.ts'
import { rated } from '../support/log.ts'
import { renderRoutes, studyingApp } from '../support/test-app.tsx'

const AZ104 = bundle('1', [note('a')])

test('Privacy says what is stored where, and leads to a backup', async () => {
  renderRoutes(await studyingApp([AZ104]), '/privacy')
  const where = await screen.findByRole('region', { name: 'What is stored, and where' })
  expect(within(where).getAllByRole('term')).toHaveLength(5)
  expect(screen.getByText(/^Nothing of what you do\./)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Make a backup' })).toHaveAttribute('href', '/backup')
})

test.each(['/about', '/settings', '/welcome'])('%s leads to it', async (path) => {
  renderRoutes(await studyingApp([AZ104]), path)
  const link = await screen.findByRole('link', { name: /^Privacy/ })
  expect(link).toHaveAttribute('href', '/privacy')
})

test('nothing is deleted before the question was answered', async () => {
  const app = await studyingApp([AZ104])
  await app.db.reviews.add(rated('r1'))
  const { user } = renderRoutes(app, '/privacy')
  await user.click(await screen.findByRole('button', { name: 'Delete everything' }))
  const dialog = screen.getByRole('dialog', { name: 'Delete everything?' })
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(await app.db.reviews.count()).toBe(1)
})

test('the database, those set aside and the small stores are deleted, and nothing of others', async () => {
  const db = new StudyDb('cirrus')
  await db.reviews.add(rated('r1'))
  const aside = new StudyDb('cirrus-1790000000000')
  await aside.reviews.add(rated('r2'))
  aside.close()
  const foreign = new Dexie('somebody-else')
  foreign.version(1).stores({ a: 'id' })
  await foreign.open()
  foreign.close()
  localStorage.setItem('cirrus-theme', 'dark')
  localStorage.setItem('cirrus-draft/new', '{}')
  localStorage.setItem('somebody-else', 'x')
  sessionStorage.setItem('resume', '{}')

  await deleteEverything(db, vi.fn<() => void>())
  const left = (await indexedDB.databases()).map(({ name }) => name)
  expect(left).toContain('somebody-else')
  expect(left.filter((name) => name?.startsWith('cirrus'))).toEqual([])
  expect(Object.keys(localStorage)).toEqual(['somebody-else'])
  expect(sessionStorage.length).toBe(0)
  localStorage.clear()
  await foreign.delete()
})
