import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts'
import { deviceId } from '../../src/db/device.ts'
import { loadSettings } from '../../src/db/settings.ts'
import { saveSetting } from '../../src/db/save-setting.ts'
import { anotherTab, testDb } from '../support/test-db.ts'

test('settings that were never set have their defaults', async () => {
  expect(await loadSettings(testDb())).toEqual(DEFAULT_SETTINGS)
})

test('a setting that was saved is there when the app is opened again', async () => {
  const db = testDb()
  await saveSetting(db, 'newPerDay', 30, 1000, 'laptop')
  await saveSetting(db, 'exams', ['AZ-305', 'AZ-104'], 1000, 'laptop')
  db.close()
  expect(await loadSettings(anotherTab(db))).toEqual({
    ...DEFAULT_SETTINGS,
    newPerDay: 30,
    exams: ['AZ-305', 'AZ-104'],
  })
})

test('the last choice holds, also after the clock was set back', async () => {
  const db = testDb()
  await saveSetting(db, 'theme', 'dark', 5000, 'laptop')
  await saveSetting(db, 'theme', 'light', 1000, 'laptop')
  expect((await loadSettings(db)).theme).toBe('light')
  expect(await db.settings.get('theme')).toMatchObject({ updatedAt: 5001, device: 'laptop' })
})

test('a value out of range is refused and the one before stays', async () => {
  const db = testDb()
  await saveSetting(db, 'desiredRetention', 0.85, 1000, 'laptop')
  await expect(saveSetting(db, 'desiredRetention', 1.5, 2000, 'laptop')).rejects.toThrow('0.97')
  expect((await loadSettings(db)).desiredRetention).toBe(0.85)
})

test('an installation gets one id, also when two tabs ask for it at once', async () => {
  const db = testDb()
  const tab = anotherTab(db)
  const [first, second] = await Promise.all([deviceId(db, () => 'a'), deviceId(tab, () => 'b')])
  expect(second).toBe(first)
  expect(await deviceId(db, () => 'c')).toBe(first)
})
