import { expect, test } from 'vitest'
import { draftOf, draftsBeside, dropDraft, putBeside, saveDraft } from '../../src/db/drafts.ts'
import { testDb } from '../support/test-db.ts'

const HERE = { by: 'here', from: null }
const THERE = { by: 'there', from: null }

test('what another editor holds of the same text is kept beside, also as both go on', async () => {
  const db = testDb()
  await saveDraft(db, 'n', 'mine', 1, HERE)
  await saveDraft(db, 'n', 'theirs', 2, THERE)
  expect(await draftOf(db, 'n')).toMatchObject({ value: 'theirs', by: 'there' })
  expect(await draftsBeside(db, 'n')).toMatchObject([{ value: 'mine', updatedAt: 1 }])
  await saveDraft(db, 'n', 'mine, longer', 3, HERE)
  expect(await draftOf(db, 'n')).toMatchObject({ value: 'mine, longer' })
  expect(await draftsBeside(db, 'n')).toMatchObject([{ value: 'theirs' }])
  expect(await db.drafts.count()).toBe(2)
})

test('an editor that goes on with a draft leaves no second one behind', async () => {
  const db = testDb()
  await saveDraft(db, 'n', 'begun', 1, HERE)
  const from = await draftOf(db, 'n')
  await saveDraft(db, 'n', 'begun, and more', 2, { by: 'later', from })
  expect(await draftOf(db, 'n')).toMatchObject({ value: 'begun, and more', by: 'later' })
  expect(await draftsBeside(db, 'n')).toEqual([])
})

test('unless the one that it went on with was written on meanwhile', async () => {
  const db = testDb()
  await saveDraft(db, 'n', 'begun', 1, HERE)
  const from = await draftOf(db, 'n')
  await saveDraft(db, 'n', 'still written', 2, HERE)
  await saveDraft(db, 'n', 'begun, and more', 3, { by: 'later', from })
  expect(await draftsBeside(db, 'n')).toMatchObject([{ value: 'still written' }])
})

test('letting go of a draft leaves those of other editors', async () => {
  const db = testDb()
  await saveDraft(db, 'n', 'mine', 1, HERE)
  await saveDraft(db, 'n', 'theirs', 2, THERE)
  await dropDraft(db, 'n', HERE)
  expect(await draftOf(db, 'n')).toMatchObject({ value: 'theirs' })
  expect(await draftsBeside(db, 'n')).toEqual([])
  await dropDraft(db, 'n', THERE)
  expect(await db.drafts.count()).toBe(0)
})

test('drafts of other notes are no neighbours', async () => {
  const db = testDb()
  await saveDraft(db, 'n', 'mine', 1, HERE)
  await saveDraft(db, 'n2', 'other', 1, HERE)
  await saveDraft(db, 'n2', 'another', 2, THERE)
  expect(await draftsBeside(db, 'n')).toEqual([])
  const [row] = await draftsBeside(db, 'n2')
  if (row) await putBeside(db, row, null)
  expect(await draftsBeside(db, 'n2')).toEqual([])
})
