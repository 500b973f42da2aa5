import { describe, expect, test } from 'vitest'
import type { Mark } from '../../src/core/mark.ts'
import { allMarks, changeMark, saveMark } from '../../src/db/marks.ts'
import { anotherTab, testDb } from '../support/test-db.ts'

const MARK: Mark = {
  cardId: 'st-a#1',
  suspended: false,
  flag: 0,
  buriedUntil: null,
  updatedAt: 1000,
  device: 'laptop',
}

describe('changeMark', () => {
  test('what is not changed stays as it is', async () => {
    const db = testDb()
    await changeMark(db, 'st-a#1', { flag: 2 }, 1000, 'laptop')
    await changeMark(db, 'st-a#1', { suspended: true }, 2000, 'laptop')
    expect(await allMarks(db)).toEqual([{ ...MARK, flag: 2, suspended: true, updatedAt: 2000 }])
  })

  test('changes made in two tabs at once both hold', async () => {
    const db = testDb()
    const tab = anotherTab(db)
    await Promise.all([
      changeMark(db, 'st-a#1', { flag: 2 }, 1000, 'laptop'),
      changeMark(tab, 'st-a#1', { buriedUntil: 20_000 }, 1000, 'laptop'),
    ])
    expect(await allMarks(db)).toMatchObject([{ flag: 2, buriedUntil: 20_000 }])
  })

  test('a clock set back does not keep the learner from changing a mark', async () => {
    const db = testDb()
    await changeMark(db, 'st-a#1', { suspended: true }, 5000, 'laptop')
    await changeMark(db, 'st-a#1', { suspended: false }, 1000, 'laptop')
    expect(await allMarks(db)).toMatchObject([{ suspended: false, updatedAt: 5001 }])
  })

  test('a value that a mark cannot have is refused and nothing is saved', async () => {
    const db = testDb()
    await expect(changeMark(db, 'st-a#1', { buriedUntil: 1.5 }, 1000, 'laptop')).rejects.toThrow()
    expect(await allMarks(db)).toEqual([])
  })
})

describe('saveMark', () => {
  const older = MARK
  const newer: Mark = { ...MARK, suspended: true, updatedAt: 2000 }
  const rival: Mark = { ...MARK, flag: 1, device: 'phone' }

  test.each([
    ['the later one', [older, newer], newer],
    ['the later one, if it comes first', [newer, older], newer],
    ['at one instant the device that sorts last', [older, rival], rival],
    ['the same of two devices in the other order', [rival, older], rival],
  ])('keeps %s', async (_case, marks, kept) => {
    const db = testDb()
    for (const mark of marks) await saveMark(db, mark)
    expect(await allMarks(db)).toEqual([kept])
  })

  test('says whether the mark was taken', async () => {
    const db = testDb()
    expect(await saveMark(db, newer)).toBe(true)
    expect(await saveMark(db, older)).toBe(false)
  })
})
