import { describe, expect, test, vi } from 'vitest'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { moveNotes } from '../../src/db/bulk-move.ts'
import { undoBulk } from '../../src/db/bulk-undo.ts'
import { rebuildOwnCatalog } from '../../src/db/catalogs.ts'
import type { Change } from '../../src/db/changes.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { draftOf, saveDraft } from '../../src/db/drafts.ts'
import { examRow } from '../../src/db/exams.ts'
import { deleteOwnDeck, ownDecks, ownDeckUse, renameOwnDeck } from '../../src/db/own-decks.ts'
import { setOwnNoteDeleted } from '../../src/db/own-notes.ts'
import { ownNote } from '../support/own-note.ts'
import { anotherTab, testDb } from '../support/test-db.ts'

const stamp = (id: string, at: number) => ({ id, at, utcOffsetMin: 0, device: 'phone' })
const written = (at: number) => ({ at, device: 'phone' })

/** Two notes in Names, one in Limits. */
async function collected(): Promise<StudyDb> {
  const db = testDb()
  await ownNote(db, 'n1', 'Names')
  await ownNote(db, 'n2', 'Names', 2)
  await ownNote(db, 'n3', 'Limits', 3)
  return db
}

const use = async (db: StudyDb) =>
  (await ownDeckUse(db)).map(({ deck, notes }) => [deck.title, notes])

async function expectSoundCatalog(db: StudyDb) {
  const kept = await examRow(db, 'OWN')
  await db.transaction('rw', ['notes', 'exams', 'ownDecks'], () => rebuildOwnCatalog(db))
  expect(await examRow(db, 'OWN')).toEqual(kept)
  return kept
}

describe('another name', () => {
  test('is that of the deck in lists and in the outline, and its notes stay', async () => {
    const db = await collected()
    expect(await renameOwnDeck(db, 'deck-Names', ' Addresses ', written(9))).toBe('renamed')
    expect(await use(db)).toEqual([
      ['Addresses', 2],
      ['Limits', 1],
    ])
    expect(await db.ownDecks.get('deck-Names')).toEqual({
      id: 'deck-Names',
      title: 'Addresses',
      updatedAt: 9,
      device: 'phone',
    })
    const row = await expectSoundCatalog(db)
    expect(row?.blueprint.domains.map(({ title }) => title)).toEqual(['Addresses', 'Limits'])
  })

  test('that another deck has is refused, in any case; its own may be written otherwise', async () => {
    const db = await collected()
    expect(await renameOwnDeck(db, 'deck-Names', 'LIMITS', written(9))).toBe('taken')
    expect(await renameOwnDeck(db, 'deck-Names', 'NAMES', written(9))).toBe('renamed')
    expect(await renameOwnDeck(db, 'unknown', 'Other', written(9))).toBe('gone')
    expect((await use(db)).map(([title]) => title)).toEqual(['Limits', 'NAMES'])
  })

  test.each(['', ' ', 'x'.repeat(81)])('%j is none', async (title) => {
    const db = await collected()
    await expect(renameOwnDeck(db, 'deck-Names', title, written(9))).rejects.toThrow(/Invalid/)
    expect((await ownDecks(db))[1]).toMatchObject({ title: 'Names', updatedAt: 1 })
  })

  test('holds although the clock was set back', async () => {
    const db = await collected()
    await renameOwnDeck(db, 'deck-Names', 'A', written(100))
    await renameOwnDeck(db, 'deck-Names', 'B', written(50))
    expect(await db.ownDecks.get('deck-Names')).toMatchObject({ title: 'B', updatedAt: 101 })
  })

  test('reaches drafts, which would make the old deck anew', async () => {
    const db = await collected()
    await saveDraft(db, 'new', { deck: 'names ', text: 'begun' }, 5)
    await saveDraft(db, 'n3', { deck: 'Limits' }, 5)
    await saveDraft(db, 'odd', 'no draft', 5)
    await renameOwnDeck(db, 'deck-Names', 'Addresses', written(9))
    expect((await draftOf(db, 'new'))?.value).toEqual({ deck: 'Addresses', text: 'begun' })
    expect((await draftOf(db, 'n3'))?.value).toEqual({ deck: 'Limits' })
  })

  test('is written as a whole or not at all, and told to other tabs', async () => {
    const db = await collected()
    const heard = vi.fn<(change: Change) => void>()
    const stop = anotherTab(db).changes.listen(heard)
    const put = vi.spyOn(db.exams, 'put').mockRejectedValue(new Error('interrupted'))
    await expect(renameOwnDeck(db, 'deck-Names', 'A', written(9))).rejects.toThrow('interrupted')
    expect((await use(db)).map(([title]) => title)).toEqual(['Limits', 'Names'])
    put.mockRestore()
    await renameOwnDeck(db, 'deck-Names', 'A', written(9))
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ kind: 'installed', exam: 'OWN' }))
    stop()
  })
})

describe('a deck', () => {
  test('with notes is not deleted; an empty one is, and its name is free', async () => {
    const db = await collected()
    expect(await deleteOwnDeck(db, 'deck-Limits', written(9))).toBe('used')
    await setOwnNoteDeleted(db, 'n3', true, written(10))
    expect(await use(db)).toEqual([
      ['Limits', 0],
      ['Names', 2],
    ])
    expect(await deleteOwnDeck(db, 'deck-Limits', written(11))).toBe('deleted')
    expect(await deleteOwnDeck(db, 'deck-Limits', written(12))).toBe('gone')
    expect(await use(db)).toEqual([['Names', 2]])
    expect(await db.ownDecks.get('deck-Limits')).toMatchObject({ deleted: true, updatedAt: 11 })
    expect(await renameOwnDeck(db, 'deck-Names', 'Limits', written(13))).toBe('renamed')
  })

  test('comes back with a note that was deleted in it', async () => {
    const db = await collected()
    await setOwnNoteDeleted(db, 'n3', true, written(10))
    await deleteOwnDeck(db, 'deck-Limits', written(11))
    await setOwnNoteDeleted(db, 'n3', false, written(12))
    expect(await use(db)).toEqual([
      ['Limits', 1],
      ['Names', 2],
    ])
    expect(await db.ownDecks.get('deck-Limits')).toEqual({
      id: 'deck-Limits',
      title: 'Limits',
      updatedAt: 12,
      device: 'phone',
    })
    await expectSoundCatalog(db)
  })

  test('that has its name by now takes the notes of one that was deleted', async () => {
    const db = await collected()
    await moveNotes(db, ['n3'], { id: 'x', title: 'Names' }, stamp('move', 9))
    await deleteOwnDeck(db, 'deck-Limits', written(10))
    await renameOwnDeck(db, 'deck-Names', 'Limits', written(11))
    await ownNote(db, 'n4', 'Other', 12)
    await undoBulk(db, 'move', stamp('undo', 13), DEFAULT_SCHEDULER)
    expect((await db.notes.get('n3'))?.deck).toBe('deck-Names')
    expect(await use(db)).toEqual([
      ['Limits', 3],
      ['Other', 1],
    ])
    await expectSoundCatalog(db)
  })

  test('that was deleted elsewhere while notes came into it still has its place', async () => {
    const db = await collected()
    const deck = await db.ownDecks.get('deck-Names')
    if (deck) await db.ownDecks.put({ ...deck, deleted: true, updatedAt: 50 })
    await ownNote(db, 'n3', 'Limits', 60)
    const row = await expectSoundCatalog(db)
    expect(row?.decks.map(({ title }) => title)).toEqual(['Limits', 'Names'])
  })
})
