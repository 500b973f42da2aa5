import { describe, expect, test, vi } from 'vitest'
import { fullText } from '../../src/core/text/note-text.ts'
import { DAY_MS } from '../../src/core/time.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { dropDraft, saveDraft } from '../../src/db/drafts.ts'
import { saveEdit } from '../../src/db/edits.ts'
import { tidyMedia } from '../../src/db/media-tidy.ts'
import { saveMedia } from '../../src/db/media.ts'
import { setOwnNoteDeleted } from '../../src/db/own-notes.ts'
import { bundle } from '../support/bundles.ts'
import { install } from '../support/install.ts'
import { ownNote } from '../support/own-note.ts'
import { shipped } from '../support/texts.ts'
import { testDb } from '../support/test-db.ts'

const T = 1_700_000_000_000
const idOf = (letter: string) => letter.repeat(64)
const at = (day: number) => T + day * DAY_MS
const showing = (letter: string) => `![x](media:${idOf(letter)})`
const written = (day: number) => ({ at: at(day), device: 'laptop' })
const none = () => []

async function image(db: StudyDb, letter: string, day = 0): Promise<void> {
  const bytes = new Uint8Array([1]).buffer
  const size = { width: 1, height: 1 }
  await saveMedia(db, { id: idOf(letter), type: 'image/png', ...size, bytes, createdAt: at(day) })
}

async function images(db: StudyDb): Promise<string[]> {
  return (await db.media.toCollection().primaryKeys()).map(([letter = '']) => letter)
}

/** Looks each day, as somebody does who studies each day. */
async function daily(db: StudyDb, from: number, to: number, elsewhere: () => string[] = none) {
  let removed = 0
  for (let day = from; day <= to; day++) removed += await tidyMedia(db, at(day), elsewhere)
  return removed
}

describe('an image', () => {
  test('of a dropped draft goes after thirty days, and not before', async () => {
    const db = testDb()
    await image(db, 'a')
    await saveDraft(db, 'new', { text: { ask: showing('a') } }, at(0))
    expect(await daily(db, 0, 60)).toBe(0)
    await dropDraft(db, 'new')
    expect(await daily(db, 61, 90)).toBe(0)
    expect(await images(db)).toEqual(['a'])
    expect(await daily(db, 91, 91)).toBe(1)
    expect(await images(db)).toEqual([])
  })

  test('of a deleted note waits as long, in case it is brought back', async () => {
    const db = testDb()
    for (const letter of ['a', 'b']) {
      await image(db, letter)
      await ownNote(db, letter, 'Names', T, { type: 'basic', ask: showing(letter), answer: 'x' })
      await setOwnNoteDeleted(db, letter, true, written(1))
    }
    await daily(db, 1, 20)
    await setOwnNoteDeleted(db, 'b', false, written(21))
    expect(await daily(db, 21, 40)).toBe(1)
    expect(await images(db)).toEqual(['b'])
    // Counted anew from the second time.
    await setOwnNoteDeleted(db, 'b', true, written(41))
    expect(await daily(db, 41, 70)).toBe(0)
    expect(await daily(db, 71, 71)).toBe(1)
  })

  test('that two notes show stays with the other', async () => {
    const db = testDb()
    await image(db, 'a')
    for (const id of ['n1', 'n2']) {
      await ownNote(db, id, 'Names', T, { type: 'basic', ask: id, answer: showing('a') })
    }
    await setOwnNoteDeleted(db, 'n1', true, written(1))
    expect(await daily(db, 1, 60)).toBe(0)
  })

  test('in any field of a note, in an edit, in a draft or in what a page left stays', async () => {
    const db = testDb()
    for (const letter of ['a', 'b', 'c', 'd', 'e', 'f']) await image(db, letter)
    await ownNote(db, 'n1', 'Names', T, {
      type: 'single',
      ask: 'x',
      options: [
        { text: showing('a'), right: true },
        { text: 'y', why: showing('b') },
      ],
    })
    await install(db, bundle('1', [shipped('st-a', { type: 'basic', ask: 'x', answer: 'y' })]))
    const mine = fullText({ type: 'basic', ask: 'x', answer: 'y', why: showing('c') })
    await saveEdit(db, 'st-a', mine, written(0))
    await saveDraft(db, 'new', { text: { steps: [{ text: showing('d') }] } }, T)
    expect(await daily(db, 0, 60, () => [`{"ask":"${showing('e')}"}`])).toBe(1)
    expect(await images(db)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('that was brought in again is not removed before its text is written', async () => {
    const db = testDb()
    await image(db, 'a')
    await daily(db, 0, 29)
    await image(db, 'a', 30)
    expect(await daily(db, 30, 31)).toBe(0)
    expect(await images(db)).toEqual(['a'])
  })

  test('that a draft takes up at the last moment stays', async () => {
    const db = testDb()
    await image(db, 'a')
    await daily(db, 0, 29)
    let looked = 0
    // Typed between the first look and the second.
    const elsewhere = () => (looked++ === 0 ? [] : [showing('a')])
    expect(await tidyMedia(db, at(30), elsewhere)).toBe(0)
    expect(await images(db)).toEqual(['a'])
  })

  test('is not removed by a clock that jumps ahead and back', async () => {
    const db = testDb()
    await image(db, 'a')
    await tidyMedia(db, at(400), none)
    expect(await daily(db, 1, 30)).toBe(0)
    expect(await images(db)).toEqual(['a'])
  })
})

describe('looking for them', () => {
  test('is done once a day, and reads no notes where there are no images', async () => {
    const db = testDb()
    const read = vi.spyOn(db.notes, 'where')
    await daily(db, 0, 3)
    expect(read).not.toHaveBeenCalled()
    await image(db, 'a')
    await tidyMedia(db, at(4), none)
    expect(read).toHaveBeenCalled()
    read.mockClear()
    await tidyMedia(db, at(4) + 1000, none)
    expect(read).not.toHaveBeenCalled()
  })

  test('removes all or nothing', async () => {
    const db = testDb()
    await image(db, 'a')
    await daily(db, 0, 29)
    const put = vi.spyOn(db.local, 'put').mockRejectedValue(new Error('interrupted'))
    await expect(tidyMedia(db, at(30), none)).rejects.toThrow('interrupted')
    expect(await images(db)).toEqual(['a'])
    put.mockRestore()
    expect(await tidyMedia(db, at(30), none)).toBe(1)
  })
})
