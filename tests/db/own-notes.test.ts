import { describe, expect, test } from 'vitest'
import { placesOf } from '../../src/core/blueprint.ts'
import { OWN_EXAM } from '../../src/core/own-exam.ts'
import { fullText } from '../../src/core/text/note-text.ts'
import type { StoredText } from '../../src/core/text/note-text.ts'
import { rebuildOwnCatalog } from '../../src/db/catalogs.ts'
import { draftOf, saveDraft } from '../../src/db/drafts.ts'
import { examRow } from '../../src/db/exams.ts'
import { mediaByIds, MOST_IMAGE_BYTES, saveMedia } from '../../src/db/media.ts'
import { notesByIds } from '../../src/db/notes.ts'
import { ownDecks } from '../../src/db/own-decks.ts'
import { saveOwnNote, setOwnNoteDeleted } from '../../src/db/own-notes.ts'
import type { OwnNoteInput } from '../../src/db/own-notes.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { rendered } from '../support/texts.ts'
import { testDb } from '../support/test-db.ts'

const BASIC: StoredText = { type: 'basic', ask: 'What **is** it?', answer: '`a`' }

function input(id: string, stored: StoredText = BASIC, changes: Partial<OwnNoteInput> = {}) {
  const text = fullText(stored)
  const deck = { id: `deck-of-${id}`, title: 'Networks' }
  return { id, deck, tags: [], skills: [], text, rendered: rendered(text), ...changes }
}

const written = (at: number) => ({ at, device: 'laptop' })

async function saved(db: StudyDb, id: string) {
  return (await notesByIds(db, [id])).get(id)
}

test('a note is kept as it was typed, with its deck and its place in the catalog', async () => {
  const db = testDb()
  await saveOwnNote(db, input('n1'), written(5))
  expect(await saved(db, 'n1')).toMatchObject({
    text: BASIC,
    deck: 'deck-of-n1',
    skills: ['own-skill-deck-of-n1'],
    rev: 1,
    retired: false,
    own: { createdAt: 5, updatedAt: 5, device: 'laptop' },
  })
  expect(await ownDecks(db)).toMatchObject([{ id: 'deck-of-n1', title: 'Networks' }])
  const row = await examRow(db, OWN_EXAM)
  expect(row?.catalog.map(({ id, keys }) => [id, keys])).toEqual([['n1', ['1']]])
  expect([...placesOf(row ? [row.blueprint] : []).keys()]).toEqual(['own-skill-deck-of-n1'])
})

test('notes of one deck share it, whatever the case of its name', async () => {
  const db = testDb()
  await saveOwnNote(db, input('n1'), written(1))
  await saveOwnNote(db, input('n2', BASIC, { deck: { id: 'd2', title: ' networks ' } }), written(2))
  expect(await ownDecks(db)).toHaveLength(1)
  expect((await saved(db, 'n2'))?.deck).toBe('deck-of-n1')
})

describe('a note that is saved again', () => {
  test('keeps its place and its birthday, and raises its revision with its answer only', async () => {
    const db = testDb()
    await saveOwnNote(db, input('n1'), written(1))
    await saveOwnNote(db, input('n2'), written(2))
    await saveOwnNote(db, input('n1', { ...BASIC, ask: 'What was it?' }), written(3))
    expect(await saved(db, 'n1')).toMatchObject({ rev: 1, own: { createdAt: 1, updatedAt: 3 } })
    await saveOwnNote(db, input('n1', { ...BASIC, answer: 'b' }), written(4))
    expect(await saved(db, 'n1')).toMatchObject({ rev: 2 })
    expect((await examRow(db, OWN_EXAM))?.catalog.map(({ id }) => id)).toEqual(['n1', 'n2'])
  })

  test('has the cards of its new text', async () => {
    const db = testDb()
    await saveOwnNote(db, input('n1'), written(1))
    await saveOwnNote(db, input('n1', { type: 'cloze', ask: '{{c1::a}} {{c3::b}}' }), written(2))
    expect((await examRow(db, OWN_EXAM))?.catalog[0]).toMatchObject({
      type: 'cloze',
      keys: ['c1', 'c3'],
    })
  })

  test('is dated after what was there, though the clock was set back', async () => {
    const db = testDb()
    await saveOwnNote(db, input('n1'), written(100))
    await saveOwnNote(db, input('n1'), written(50))
    expect((await saved(db, 'n1'))?.own?.updatedAt).toBe(101)
  })

  test('ends its draft', async () => {
    const db = testDb()
    await saveDraft(db, 'new', { any: 'thing' }, 1)
    await saveOwnNote(db, input('n1'), written(1), 'new')
    expect(await draftOf(db, 'new')).toBeNull()
  })
})

test('a deleted note is in no catalog, keeps its text, and can be brought back', async () => {
  const db = testDb()
  await saveOwnNote(db, input('n1'), written(1))
  await setOwnNoteDeleted(db, 'n1', true, written(2))
  expect(await examRow(db, OWN_EXAM)).toBeUndefined()
  expect(await saved(db, 'n1')).toMatchObject({ retired: true, text: BASIC })
  await setOwnNoteDeleted(db, 'n1', false, written(3))
  expect((await examRow(db, OWN_EXAM))?.catalog).toHaveLength(1)
})

test('what was typed and not saved is there again when a deleted note is brought back', async () => {
  const db = testDb()
  await saveOwnNote(db, input('n1'), written(1))
  await saveDraft(db, 'n1', { any: 'thing' }, 1)
  await setOwnNoteDeleted(db, 'n1', true, written(2))
  await setOwnNoteDeleted(db, 'n1', false, written(3))
  expect(await draftOf(db, 'n1')).toMatchObject({ value: { any: 'thing' } })
})

test('the catalog computed anew from notes and decks is the one that was kept', async () => {
  const db = testDb()
  await saveOwnNote(db, input('n1'), written(1))
  await saveOwnNote(db, input('n2', BASIC, { deck: { id: 'd2', title: 'Other' } }), written(2))
  await saveOwnNote(db, input('n1', { ...BASIC, answer: 'c' }), written(3))
  await setOwnNoteDeleted(db, 'n2', true, written(4))
  await setOwnNoteDeleted(db, 'n2', false, written(5))
  await setOwnNoteDeleted(db, 'n1', true, written(6))
  await setOwnNoteDeleted(db, 'n1', false, written(7))
  const kept = await examRow(db, OWN_EXAM)
  await db.exams.clear()
  await db.transaction('rw', ['notes', 'exams', 'ownDecks'], () => rebuildOwnCatalog(db))
  expect(await examRow(db, OWN_EXAM)).toEqual(kept)
})

test.each<[string, Partial<OwnNoteInput>]>([
  ['a tag with a quote', { tags: ['a"b'] }],
  ['a skill that is none', { skills: ['own-skill-x'] }],
  ['an empty id', { id: '' }],
  ['a deck without a name', { deck: { id: 'd', title: '  ' } }],
])('%s is refused, and nothing is written', async (_, changes) => {
  const db = testDb()
  await expect(saveOwnNote(db, input('n1', BASIC, changes), written(1))).rejects.toThrow(/Invalid/)
  expect(await db.notes.count()).toBe(0)
  expect(await db.exams.count()).toBe(0)
})

describe('an image', () => {
  const id = 'ab'.repeat(32)
  const image = (bytes: number) => ({
    id,
    type: 'image/webp' as const,
    width: 2,
    height: 2,
    bytes: new ArrayBuffer(bytes),
    createdAt: 1,
  })

  test('is kept with its bytes', async () => {
    const db = testDb()
    await saveMedia(db, image(12))
    expect((await mediaByIds(db, [id, 'cd'.repeat(32)])).get(id)?.bytes.byteLength).toBe(12)
  })

  test.each([0, MOST_IMAGE_BYTES + 1])('of %i bytes is refused', async (bytes) => {
    await expect(saveMedia(testDb(), image(bytes))).rejects.toThrow(/Invalid/)
  })
})
