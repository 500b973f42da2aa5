import { mkdirSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { exportFile } from '../../src/app/import/export-tasks.ts'
import type { ExportKind } from '../../src/app/import/export-tasks.ts'
import { readPackage } from '../../src/app/import/anki-package.ts'
import { importFile, previewFile } from '../../src/app/import/tasks.ts'
import { convertCollection } from '../../src/core/anki/convert.ts'
import { readTable } from '../../src/core/import/csv.ts'
import { fullText } from '../../src/core/text/note-text.ts'
import { recordReview } from '../../src/db/reviews.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { ANKI_CLOCK, ankiFixture, loadSqlite } from '../support/anki.ts'
import { EVERY_TYPE } from '../support/every-type.ts'
import { ownNote } from '../support/own-note.ts'
import { testDb } from '../support/test-db.ts'

beforeAll(loadSqlite)

const NOW = ANKI_CLOCK.now
const DAY = 86_400_000

function file(db: StudyDb, kind: ExportKind): Promise<Blob> {
  return exportFile(db, { kind, now: NOW, utcOffsetMin: 0 }, () => {}).then((made) => made.file)
}

/** A learner with a note of each type in two decks, and some history. */
async function learner(): Promise<StudyDb> {
  const db = testDb()
  for (const [index, text] of EVERY_TYPE.entries()) {
    await ownNote(
      db,
      `note-of-${text.type}`,
      index % 2 ? 'Odd' : 'Even',
      NOW - 90 * DAY + index,
      text,
    )
  }
  const base = {
    utcOffsetMin: 0,
    device: 'laptop',
    durationMs: 4000,
    mode: 'study',
    rev: 1,
  } as const
  for (const [index, daysAgo] of [60, 58, 40].entries()) {
    const at = NOW - daysAgo * DAY
    const entry = {
      ...base,
      kind: 'rated',
      id: `r${index}`,
      cardId: 'note-of-basic#1',
      at,
    } as const
    await recordReview(db, { ...entry, rating: 'good' }, DEFAULT_SCHEDULER)
  }
  return db
}

describe('a package for Anki', () => {
  test('has every note, and the history of each card', async () => {
    const db = await learner()
    const made = await file(db, 'apkg')
    keep('every-type.apkg', made)
    const { collection } = await readPackage(made)
    // "which" and the scenario become one note for each card.
    expect(collection.notes).toHaveLength(12)
    expect(collection.cards).toHaveLength(14)
    expect(collection.answers.map(({ ease, kind }) => [ease, kind])).toEqual([
      [2, 0],
      [3, 1],
      [3, 1],
    ])
    const content = convertCollection(collection, ANKI_CLOCK)
    expect(content.left).toEqual([])
    const basic = content.notes.find(({ text }) => text.ask === 'What is *ZRS*?')
    expect(basic?.log.map(({ kind }) => kind)).toEqual(['rated', 'rated', 'rated', 'rescheduled'])
    const state = await db.cardStates.get('note-of-basic#1')
    expect(basic?.log.at(-1)).toMatchObject({ dueDay: state?.dueDay })
    expect(content.notes.find(({ text }) => text.type === 'cloze')?.text.ask).toBe(
      'A {{c1::VNet}} spans one {{c2::region::scope}}.',
    )
  })

  test('of what came from Anki has its answers, due days and images as they were', async () => {
    const db = testDb()
    const written = { at: NOW, device: 'here' }
    const input = {
      file: ankiFixture('deck-v1.apkg'),
      name: 'x',
      table: { delimiter: null, mapping: null },
      offsets: ANKI_CLOCK.offsets,
      now: NOW,
      choice: 'skip',
      written,
    } as const
    await importFile(
      db,
      input,
      () => {},
      async (image, createdAt) => ({
        id: 'b'.repeat(64),
        type: 'image/png',
        width: 24,
        height: 16,
        bytes: await image.arrayBuffer(),
        createdAt,
      }),
    )
    const made = await file(db, 'apkg')
    keep('came-from-anki.apkg', made)
    const [before, after] = [
      await readPackage(ankiFixture('deck-v1.apkg')),
      await readPackage(made),
    ]
    expect([...after.mediaNames]).toEqual([`${'b'.repeat(64)}.png`])
    // One answer more: the card that had an interval and no history.
    expect(after.collection.answers).toHaveLength(before.collection.answers.length + 1)
    const [old, fresh] = [before, after].map(({ collection }) =>
      convertCollection(collection, ANKI_CLOCK).notes.map(({ text, log }) => [
        text.ask.replace(/\(.*\)/, ''),
        log.filter(({ kind }) => kind === 'rescheduled').map((e) => 'dueDay' in e && e.dueDay),
      ]),
    )
    expect(fresh?.toSorted()).toEqual(old?.toSorted())
  })
})

test('decks of one’s own can be written and read again, and nothing has changed', async () => {
  const db = await learner()
  const made = await exportFile(db, { kind: 'markdown', now: NOW, utcOffsetMin: 0 }, () => {})
  expect(made.ending).toBe('zip')
  const one = testDb()
  for (const text of EVERY_TYPE) await ownNote(one, `md-note-${text.type}`, 'Mine', NOW, text)
  const deck = await file(one, 'markdown')
  const input = {
    file: deck,
    name: 'mine.md',
    table: { delimiter: null, mapping: null },
    offsets: ANKI_CLOCK.offsets,
    now: NOW,
  }
  const preview = await previewFile(one, input, () => {})
  expect(preview).toMatchObject({ kind: 'deck', notes: 10, fresh: 0, same: 10, differing: 0 })

  const other = testDb()
  const written = { at: NOW, device: 'there' }
  await importFile(other, { ...input, choice: 'skip', written }, () => {})
  const notes = await other.notes.toArray()
  const texts = new Map(notes.map(({ id, text }) => [id, fullText(text)]))
  for (const text of EVERY_TYPE) expect(texts.get(`md-note-${text.type}`)).toEqual(fullText(text))
})

test('cards and history as tables', async () => {
  const db = await learner()
  const cards = readTable(await (await file(db, 'cards')).text(), ',').rows
  expect(cards).toHaveLength(1 + 14)
  const line = cards.find(([card]) => card === 'note-of-basic#1')
  expect(line?.slice(1, 5)).toEqual(['OWN', 'Even', 'basic', 'What is ZRS?'])
  expect(line?.[7]).toBe('review')
  expect(line?.[8]).toMatch(/^2024-\d\d-\d\d$/)
  const log = readTable(await (await file(db, 'log')).text(), ',').rows
  expect(log[1]?.join('|')).toBe(
    'r0|note-of-basic#1|2024-02-01T19:33:20+00:00|rated|good|4|study||||0||1|laptop|',
  )
})

test('with nothing to write it says so', async () => {
  await expect(file(testDb(), 'apkg')).rejects.toThrow('empty')
})

/** For whoever has Anki at hand (docs/anki.md): `ANKI_EXPORTS=folder` keeps the packages that are made here. */
function keep(name: string, made: Blob): void {
  const folder = process.env['ANKI_EXPORTS']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  void made.arrayBuffer().then((bytes) => writeFileSync(`${folder}/${name}`, new Uint8Array(bytes)))
}

test('a package that was written here brings nothing when it is read here', async () => {
  const db = await learner()
  const made = await file(db, 'apkg')
  const input = {
    file: made,
    name: 'x',
    table: { delimiter: null, mapping: null },
    offsets: ANKI_CLOCK.offsets,
    now: NOW,
  }
  const log = await db.reviews.toArray()
  expect(await previewFile(db, input, () => {})).toMatchObject({ freshAnswers: 0 })
  await importFile(db, { ...input, choice: 'update', written: { at: NOW, device: 'x' } }, () => {})
  expect(await db.reviews.toArray()).toEqual(log)
})
