import { beforeAll, describe, expect, test } from 'vitest'
import { importFile, previewFile } from '../../src/app/import/tasks.ts'
import type { FileInput } from '../../src/app/import/tasks.ts'
import { replay } from '../../src/core/schedule.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { installedExams } from '../../src/db/exams.ts'
import { reviewsOfCard } from '../../src/db/log.ts'
import type { MediaRow, StudyDb } from '../../src/db/db.ts'
import { ANKI_CLOCK, ankiFixture, loadSqlite } from '../support/anki.ts'
import { testDb } from '../support/test-db.ts'

beforeAll(loadSqlite)

const WRITTEN = { at: ANKI_CLOCK.now, device: 'here' }
const PACKAGES = ['deck-v1.apkg', 'collection-v2.colpkg'] as const

export function inputOf(file: Blob, name = 'file'): FileInput {
  return {
    file,
    name,
    table: { delimiter: null, mapping: null },
    offsets: ANKI_CLOCK.offsets,
    now: ANKI_CLOCK.now,
  }
}

/** A canvas is a browser's: here an image is kept as it came. */
async function draw(file: Blob, createdAt: number): Promise<MediaRow> {
  const bytes = await file.arrayBuffer()
  return { id: 'a'.repeat(64), type: 'image/png', width: 24, height: 16, bytes, createdAt }
}

async function everything(db: StudyDb): Promise<unknown> {
  const tables = [db.notes, db.ownDecks, db.media, db.reviews, db.marks, db.exams, db.cardStates]
  return Promise.all(tables.map((table) => table.toArray()))
}

describe.each(PACKAGES)('a package that Anki made: %s', (name) => {
  test('is looked at without writing anything', async () => {
    const db = testDb()
    const before = await everything(db)
    const preview = await previewFile(db, inputOf(ankiFixture(name)), () => {})
    expect(preview).toMatchObject({
      kind: 'anki',
      notes: 13,
      cards: 16,
      images: 1,
      fresh: 13,
      same: 0,
      differing: 0,
    })
    expect(preview.answers).toBeGreaterThan(70)
    expect(preview.decks.map(({ title }) => title)).toEqual(['Azure::Storage', 'Azure::Network'])
    expect(preview.left.map(({ kind }) => kind)).toEqual([
      'sound',
      'script',
      'filtered deck',
      'split',
      'no history',
    ])
    expect(await everything(db)).toEqual(before)
  })

  test('brings notes, history, marks and images, and the same again changes nothing', async () => {
    const db = testDb()
    const input = { ...inputOf(ankiFixture(name)), choice: 'skip', written: WRITTEN } as const
    const done = await importFile(db, input, () => {}, draw)
    expect(done).toMatchObject({ added: 13, updated: 0, left: 0, images: 1, leftImages: [] })
    expect(await db.notes.count()).toBe(13)
    expect(await db.reviews.count()).toBe(done.reviews)
    const [own] = await installedExams(db)
    expect(own?.catalog.map(({ id }) => id)).toHaveLength(13)
    const suspended = await db.marks.filter((mark) => mark.suspended).toArray()
    expect(suspended).toHaveLength(1)
    const first = await everything(db)

    const later = { ...input, written: { at: WRITTEN.at + 5000, device: 'there' } }
    expect(await importFile(db, later, () => {}, draw)).toMatchObject({ added: 0, reviews: 0 })
    expect(await everything(db)).toEqual(first)
  })

  test('every card in review is due on the day that Anki had for it', async () => {
    const db = testDb()
    const input = { ...inputOf(ankiFixture(name)), choice: 'skip', written: WRITTEN } as const
    await importFile(db, input, () => {}, draw)
    const states = await db.cardStates.toArray()
    expect(states.length).toBeGreaterThan(12)
    for (const state of states) {
      const log = await reviewsOfCard(db, state.cardId)
      expect(state).toEqual(replay(log, DEFAULT_SCHEDULER))
      const day = log.findLast((entry) => entry.kind === 'rescheduled')
      expect(state.dueDay).toBe(day?.kind === 'rescheduled' ? day.dueDay : state.dueDay)
    }
  })
})

describe('a note that says something else here', () => {
  async function edited() {
    const db = testDb()
    const input = { ...inputOf(ankiFixture('deck-v1.apkg')), written: WRITTEN }
    await importFile(db, { ...input, choice: 'skip' }, () => {}, draw)
    const note = (await db.notes.toArray()).find(({ text }) => text?.ask === 'Suspended?')
    if (!note?.text || !note.own) throw new Error('no such note')
    const changed = { ...note, text: { ...note.text, answer: 'No' } }
    await db.notes.put(changed)
    return { db, input, changed }
  }

  test('is shown before anything is decided', async () => {
    const { db, input } = await edited()
    const preview = await previewFile(db, input, () => {})
    expect(preview).toMatchObject({ fresh: 0, same: 12, differing: 1, examples: ['Suspended?'] })
  })

  test('stays as it is by default', async () => {
    const { db, input, changed } = await edited()
    const done = await importFile(db, { ...input, choice: 'skip' }, () => {}, draw)
    expect(done).toMatchObject({ added: 0, updated: 0, left: 13 })
    expect(await db.notes.get(changed.id)).toEqual(changed)
  })

  test('is brought to what the file says if the learner wants', async () => {
    const { db, input, changed } = await edited()
    const done = await importFile(db, { ...input, choice: 'update' }, () => {}, draw)
    expect(done).toMatchObject({ added: 0, updated: 1, left: 12, reviews: 0 })
    expect(await db.notes.get(changed.id)).toMatchObject({ text: { answer: 'Yes' }, rev: 2 })
  })

  test('or is kept beside it, with a history of its own', async () => {
    const { db, input, changed } = await edited()
    const done = await importFile(db, { ...input, choice: 'both' }, () => {}, draw)
    expect(done).toMatchObject({ added: 1, updated: 0, left: 12 })
    expect(done.reviews).toBeGreaterThan(0)
    expect(await db.notes.get(changed.id)).toEqual(changed)
    expect(await db.notes.count()).toBe(14)
  })
})
