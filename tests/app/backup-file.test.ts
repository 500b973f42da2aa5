import { describe, expect, test } from 'vitest'
import { BackupError } from '../../src/core/backup/content.ts'
import { backupFile, readBackup } from '../../src/app/backup/file.ts'
import { fileName, fileTime } from '../../src/app/backup/file-name.ts'
import { sha256, soundImages } from '../../src/app/backup/images.ts'
import { runTask } from '../../src/app/backup/tasks.ts'
import { toBase64 } from '../../src/db/base64.ts'
import { changeMark } from '../../src/db/marks.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { rated, T0 } from '../support/log.ts'
import { ownNote } from '../support/own-note.ts'
import { testDb } from '../support/test-db.ts'

const quiet = () => {}
const WRITTEN = { at: T0, device: 'laptop' }
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3])

async function file() {
  const db = testDb()
  await ownNote(db, 'mine', 'Networks')
  await changeMark(db, 'mine#1', { flag: 3 }, T0, 'laptop')
  const entries = Array.from({ length: 500 }, (_, day) =>
    rated(`r${day}`, day, { cardId: 'mine#1' }),
  )
  const last = entries.pop()
  // At once, as one by one takes seconds; the last one brings the state of the card up to date.
  await db.reviews.bulkAdd(entries)
  if (last) await recordReview(db, last, DEFAULT_SCHEDULER)
  return { db, blob: await backupFile(db, WRITTEN) }
}

describe('a backup file', () => {
  test('is compressed and gives back what went in', async () => {
    const { blob } = await file()
    const bytes = new Uint8Array(await blob.arrayBuffer())
    expect([...bytes.subarray(0, 2)]).toEqual([0x1f, 0x8b])
    const shares: number[] = []
    const content = await readBackup(blob, (share) => shares.push(share))
    expect(content).toMatchObject({ faulty: 0, isCutOff: false, head: { madeAt: T0 } })
    expect(content.rows.review).toHaveLength(500)
    expect(content.rows.note).toHaveLength(1)
    expect(shares.at(-1)).toBe(1)
  })

  test('can be read after somebody unpacked it', async () => {
    const { blob } = await file()
    const text = await new Response(
      blob.stream().pipeThrough(new DecompressionStream('gzip')),
    ).text()
    const content = await readBackup(new Blob([text.replaceAll('\n', '\n')]))
    expect(content.rows.review).toHaveLength(500)
    expect(content.isCutOff).toBe(false)
  })

  test('that was cut off gives what is whole in it, and is known for it', async () => {
    const { blob } = await file()
    const content = await readBackup(blob.slice(0, blob.size * 0.6))
    expect(content.isCutOff).toBe(true)
    expect(content.rows.note).toHaveLength(1)
    expect(content.rows.review.length).toBeLessThan(500)
  })

  test.each([
    ['empty', new Blob([])],
    ['a picture', new Blob([PNG])],
    ['gzip of something else', new Blob([Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0])])],
    ['an endless line', new Blob(['x'.repeat(2_100_000)])],
  ])('that is %s is refused', async (_, blob) => {
    await expect(readBackup(blob)).rejects.toThrow(BackupError)
  })

  test('that blows up when unpacked is refused before it fills the memory', async () => {
    const line = `${JSON.stringify({ kind: 'later', row: 'x'.repeat(1_000_000) })}\n`
    let count = 0
    const bomb = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        const head = `${JSON.stringify({ format: 'cirrus-backup', version: 1, madeAt: 1, device: 'x' })}\n`
        controller.enqueue(new TextEncoder().encode(count === 0 ? head : line))
        if (count++ > 60) controller.close()
      },
    }).pipeThrough(new CompressionStream('gzip'))
    const blob = await new Response(bomb).blob()
    expect(blob.size).toBeLessThan(500_000)
    await expect(readBackup(blob)).rejects.toThrow(new BackupError('too large'))
  })
})

test('images of a backup that are not what they say are left out', async () => {
  const id = await sha256(PNG.buffer)
  const row = { id, type: 'image/png', width: 1, height: 1, createdAt: 1 } as const
  const base64 = toBase64(PNG.buffer)
  const found = await soundImages([
    { ...row, base64 },
    { ...row, id: 'f'.repeat(64), base64 },
    { ...row, type: 'image/webp', base64 },
    { ...row, base64: toBase64(new TextEncoder().encode('<svg onload=alert(1)>').buffer) },
  ])
  expect(found.map((image) => image.id)).toEqual([id])
})

test('tasks say what is in a file, take it in, and look through what is stored', async () => {
  const { db, blob } = await file()
  const summary = await runTask(db.name, 'read', { file: blob }, quiet)
  expect(summary).toMatchObject({ counts: { review: 500, note: 1 }, firstReviewAt: T0 })

  const other = testDb()
  const input = { file: blob, mode: 'merge', written: WRITTEN, snapshotFirst: false } as const
  expect(await runTask(other.name, 'restore', input, quiet)).toMatchObject({ review: 500, note: 1 })
  expect(await other.cardStates.toArray()).toEqual(await db.cardStates.toArray())
  const check = await runTask(other.name, 'check', null, quiet)
  expect(check).toMatchObject({ reviews: 500, cards: 1, wrongStates: 0, catalog: 0 })
})

test('a file is named by the local time at which it was made, and known by its name', () => {
  const clock = { at: Date.UTC(2026, 10, 26, 23, 45), utcOffsetMin: 60 }
  expect(fileName(clock)).toBe('cirrus-2026-11-27-0045.jsonl.gz')
  expect(fileTime(fileName(clock))).toBe(Date.UTC(2026, 10, 27, 0, 45))
  expect(fileTime('holiday.jsonl.gz')).toBeNull()
  expect(fileTime('cirrus-2026-13-27-0045.jsonl.gz')).toBeNull()
})
