import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { BackupReader } from '../../src/core/backup/content.ts'
import { BACKUP_VERSION } from '../../src/core/backup/format.ts'
import { backupLines } from '../../src/db/backup-lines.ts'
import { fromBase64 } from '../../src/db/base64.ts'
import { restoreBackup } from '../../src/db/restore.ts'
import { testDb } from '../support/test-db.ts'
import { rendered } from '../support/texts.ts'

/** A file of every released version of the format, as that version wrote it. Never edit one; add one. */
const FOLDER = join(import.meta.dirname, '../fixtures/backups')
/** The kinds of rows that every version had; those that came later are in no file yet. */
const KINDS = ['setting', 'deck', 'note', 'image', 'edit', 'tags', 'mark', 'review'] as const
const FILES = readdirSync(FOLDER)

test('there is a file of every released version', () => {
  const versions = Array.from(
    { length: BACKUP_VERSION },
    (_, index) => `version-${index + 1}.jsonl`,
  )
  expect(FILES).toEqual(versions)
})

test.each(FILES)('%s is taken in whole', async (file) => {
  const lines = readFileSync(join(FOLDER, file), 'utf8').trimEnd().split('\n')
  const reader = new BackupReader()
  lines.forEach((line) => reader.take(line))
  const content = reader.content()
  expect(content).toMatchObject({ faulty: 0, isCutOff: false })
  expect(KINDS.filter((kind) => content.rows[kind].length === 0)).toEqual([])

  const images = content.rows.image.map(({ base64, ...row }) => ({
    ...row,
    bytes: fromBase64(base64),
  }))
  const db = testDb()
  const written = { at: 1, device: 'phone' }
  await restoreBackup(db, { rows: content.rows, images, render: rendered }, 'merge', written)
  const again = await Array.fromAsync(backupLines(db, written))
  // Later versions may say more of a row, never less.
  expect(again.slice(1)).toEqual(lines.slice(1))
})
