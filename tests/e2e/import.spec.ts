import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { begin, expect, expectAccessible, goOffline, keptOffline, test } from './fixtures.ts'

const ANKI = 'tests/fixtures/anki/deck-v1.apkg'

async function choose(page: Page, file: string | { name: string; text: string }): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^Choose (a|another) file$/ }).click()
  await (
    await chooser
  ).setFiles(
    typeof file === 'string'
      ? file
      : { name: file.name, mimeType: 'text/plain', buffer: Buffer.from(file.text) },
  )
}

test(
  'a package of Anki is looked at and taken in, without a network',
  { tag: '@offline' },
  async ({ page, site }) => {
    await begin(page)
    await keptOffline(page)
    await goOffline(page, site)
    await page.goto('/settings')
    await page.getByRole('link', { name: 'Import and export cards' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expectAccessible(page)

    await choose(page, ANKI)
    const heading = page.getByRole('heading', { name: 'What “deck-v1.apkg” brings' })
    await expect(heading).toBeFocused()
    await expect(page.getByText('13 notes with 16 cards')).toBeVisible()
    await expect(page.getByText('1 sound or video')).toBeVisible()
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Import 13 notes' }).click()
    await expect(
      page.getByText(/^Imported: 13 notes, \d+ entries of your history, 1 image\.$/),
    ).toBeVisible()
    await page.getByRole('link', { name: 'Show my cards' }).click()
    await page.getByRole('combobox', { name: 'Search cards' }).fill('redundancy survives')
    await expect(page.getByText('Which redundancy survives a lost zone?').first()).toBeVisible()
    await page.getByText('Which redundancy survives a lost zone?').first().click()
    await expect(page.getByText('ZRS').first()).toBeVisible()

    // The same again: nothing is new.
    await page.goto('/import')
    await choose(page, ANKI)
    await expect(page.getByText('0 new; 13 here already, as the file has them.')).toBeVisible()
  },
)

test('an import is taken back whole, and imported again', async ({ page }) => {
  await begin(page)
  await page.goto('/import')
  await choose(page, ANKI)
  await page.getByRole('button', { name: 'Import 13 notes' }).click()
  await expect(page.getByText(/^Imported: 13 notes/)).toBeVisible()
  await page.getByRole('button', { name: 'Take back this import' }).click()
  await expect(page.getByText('Taken back: an import. 13 notes are gone.')).toBeVisible()
  await expectAccessible(page)
  await choose(page, ANKI)
  await page.getByRole('button', { name: 'Import 13 notes' }).click()
  await expect(page.getByText(/^Imported: 13 notes/)).toBeVisible()
  // And from another screen, by the undo of the frame.
  await page.goto('/progress')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(/^Taken back: an import\. 13 notes are gone\./)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})

test('a table is read as the learner says, and becomes cards @phone', async ({ page }) => {
  await begin(page)
  await page.goto('/import')
  const text =
    'Term;Definition;Topic\nNSG;"Network; security group";net\nASG;Application security group;net\n'
  await choose(page, { name: 'terms.csv', text })
  await expect(page.getByText('3 rows found.')).toBeVisible()
  await expect(page.getByLabel('Values are separated by')).toHaveValue(';')
  await page.getByLabel('Topic holds').selectOption('Tags')
  await expect(page.getByRole('button', { name: 'Import 2 notes' })).toBeVisible()
  await expect(page.getByLabel('Topic holds')).toHaveValue('tags')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Import 2 notes' }).click()
  await expect(page.getByText('Imported: 2 notes.')).toBeVisible()
})

test('a file that is none changes nothing and says so', async ({ page }) => {
  await begin(page)
  await page.goto('/import')
  const broken = readFileSync(ANKI).subarray(0, 3000)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles({ name: 'x.apkg', mimeType: '', buffer: broken })
  await expect(page.getByRole('alert')).toContainText('damaged or incomplete')
})

test('own cards leave for Anki, and come back as they were', async ({ page }) => {
  await begin(page)
  await page.goto('/import')
  await choose(page, ANKI)
  await page.getByRole('button', { name: 'Import 13 notes' }).click()
  await expect(page.getByText(/^Imported: 13 notes/)).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Own cards for Anki (.apkg)' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^cirrus-own-cards-\d{4}-\d\d-\d\d\.apkg$/)
  await expect(page.getByText(`${file.suggestedFilename()} was made.`)).toBeVisible()
  await choose(page, await file.path())
  // Their ids are new there, but each asks what one here asks.
  await expect(page.getByText('0 new; 13 here already, as the file has them.')).toBeVisible()
})

test('a deck with an error is explained line by line, and nothing of it is taken in', async ({
  page,
}) => {
  await begin(page)
  await page.goto('/import')
  const text = '---\ndeck: d\ntitle: Mine\nexam: OWN\n---\n\n## my-first-card (basic)\n\nQ: What?\n'
  await choose(page, { name: 'mine.md', text })
  await expect(page.getByText(/mine\.md:7: error E060/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Import/ })).toBeHidden()
  await choose(page, { name: 'mine.md', text: `${text}A: This.\n` })
  await page.getByRole('button', { name: 'Import 1 note' }).click()
  await expect(page.getByText('Imported: 1 note.')).toBeVisible()
})
