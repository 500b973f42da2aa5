import { describe, expect, test, vi } from 'vitest'
import { fullText } from '../../src/core/text/note-text.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import type { Change } from '../../src/db/changes.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { discardEdit, editsOf, saveEdit } from '../../src/db/edits.ts'
import { examRow } from '../../src/db/exams.ts'
import { deleteOwnDeck, ownDecks, renameOwnDeck } from '../../src/db/own-decks.ts'
import { setOwnNoteDeleted } from '../../src/db/own-notes.ts'
import { redoLast, undoable, undoLast } from '../../src/db/undo.ts'
import { bundle } from '../support/bundles.ts'
import { install } from '../support/install.ts'
import { ownNote } from '../support/own-note.ts'
import { shipped } from '../support/texts.ts'
import { anotherTab, testDb } from '../support/test-db.ts'

let ids = 0
const stamp = () => ({ id: `s-${++ids}`, at: 2e9 + ids, utcOffsetMin: 0, device: 'laptop' })
const undo = (db: StudyDb) => undoLast(db, stamp(), DEFAULT_SCHEDULER)
const redo = (db: StudyDb) => redoLast(db, stamp(), DEFAULT_SCHEDULER)
const now = () => ({ at: 1e9 + ++ids, device: 'laptop' })

const titles = async (db: StudyDb) => (await ownDecks(db)).map(({ title }) => title)
const catalogued = async (db: StudyDb) =>
  (await examRow(db, 'OWN'))?.catalog.map(({ id }) => id) ?? []

describe('undo and redo reach', () => {
  test('the name of a deck, in its outline, too', async () => {
    const db = testDb()
    await ownNote(db, 'n1', 'Ports')
    const [deck] = await ownDecks(db)
    await renameOwnDeck(db, deck?.id ?? '', 'Limits', now())
    await undo(db)
    expect(await titles(db)).toEqual(['Ports'])
    expect((await examRow(db, 'OWN'))?.decks).toMatchObject([{ title: 'Ports' }])
    await redo(db)
    expect(await titles(db)).toEqual(['Limits'])
  })

  test('a deck that was deleted, and the name that it had by then', async () => {
    const db = testDb()
    await ownNote(db, 'n1', 'Ports')
    const [deck] = await ownDecks(db)
    await setOwnNoteDeleted(db, 'n1', true, now())
    await renameOwnDeck(db, deck?.id ?? '', 'Limits', now())
    await deleteOwnDeck(db, deck?.id ?? '', now())
    const seen = [[await titles(db), await catalogued(db)]]
    for (let step = 0; step < 3; step++) {
      await undo(db)
      seen.push([await titles(db), await catalogued(db)])
    }
    expect(seen).toEqual([
      [[], []],
      [['Limits'], []],
      [['Ports'], []],
      [['Ports'], ['n1']],
    ])
    for (let step = 0; step < 3; step++) await redo(db)
    expect([await titles(db), await catalogued(db)]).toEqual(seen[0])
  })

  test('not a name that another deck has taken meanwhile', async () => {
    const db = testDb()
    await ownNote(db, 'n1', 'Ports')
    const [deck] = await ownDecks(db)
    await renameOwnDeck(db, deck?.id ?? '', 'Limits', now())
    await db.ownDecks.put({ id: 'other', title: 'Ports', updatedAt: 1, device: 'phone' })
    await undo(db)
    expect(await titles(db)).toEqual(['Limits', 'Ports'])
  })

  test('a note that was deleted, told to other tabs', async () => {
    const db = testDb()
    await ownNote(db, 'n1', 'Ports')
    await setOwnNoteDeleted(db, 'n1', true, now())
    const heard = vi.fn<(change: Change) => void>()
    const stop = anotherTab(db).changes.listen(heard)
    const changed = await undo(db)
    expect(changed?.act.texts).toMatchObject([{ what: 'note', id: 'n1' }])
    expect(await catalogued(db)).toEqual(['n1'])
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ kind: 'edited', noteId: 'n1' }))
    stop()
    await redo(db)
    expect(await catalogued(db)).toEqual([])
  })

  test('a note brought back by its own button: then that is the step', async () => {
    const db = testDb()
    await ownNote(db, 'n1', 'Ports')
    await setOwnNoteDeleted(db, 'n1', true, now())
    await setOwnNoteDeleted(db, 'n1', false, now())
    await undo(db)
    expect(await catalogued(db)).toEqual([])
    await undo(db)
    expect(await catalogued(db)).toEqual(['n1'])
    expect(await undoable(db, 0)).toMatchObject({ undo: false })
  })

  test('an edit that was discarded, merged with a release that came since', async () => {
    const db = testDb()
    const text = { type: 'basic' as const, ask: 'How many?', answer: '5', why: 'A limit.' }
    const mine = async () => {
      const edit = (await editsOf(db, ['st-a'])).get('st-a')
      return edit?.mine && { ...edit.mine, open: edit.differences.length }
    }
    await install(db, bundle('1', [shipped('st-a', text)]))
    await saveEdit(db, 'st-a', fullText({ ...text, answer: 'five', why: 'Mine.' }), now())
    await install(db, bundle('2', [shipped('st-a', { ...text, answer: '6' })]))
    await discardEdit(db, 'st-a', now())
    await undo(db)
    expect(await mine()).toMatchObject({ answer: 'five', why: 'Mine.', open: 1 })
    await redo(db)
    expect(await mine()).toBeNull()
    await install(db, bundle('3', [shipped('st-a', { ...text, ask: 'How many now?' })]))
    await undo(db)
    expect(await mine()).toMatchObject({ ask: 'How many now?', answer: 'five', why: 'Mine.' })
  })

  test('no step that holds no longer', async () => {
    const db = testDb()
    const text = { type: 'basic' as const, ask: 'How many?', answer: '5' }
    await install(db, bundle('1', [shipped('st-a', text)]))
    await saveEdit(db, 'st-a', fullText({ ...text, answer: 'five' }), now())
    await discardEdit(db, 'st-a', now())
    await saveEdit(db, 'st-a', fullText({ ...text, answer: 'V' }), now())
    expect(await undo(db)).toBeNull()
    expect((await editsOf(db, ['st-a'])).get('st-a')?.mine).toMatchObject({ answer: 'V' })
  })
})
