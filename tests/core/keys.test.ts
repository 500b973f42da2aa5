import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ACTIONS,
  ariaKeys,
  chordsFor,
  conflictsIn,
  contextOf,
  keyMapOf,
  keyName,
  PRESETS,
} from '../../src/core/keys.ts'
import { DEFAULT_STUDY_SETTINGS, studySettingsOf } from '../../src/core/study-settings.ts'

describe('keys', () => {
  test('every action has one, and no preset has a conflict', () => {
    for (const preset of Object.values(PRESETS)) {
      const map = keyMapOf(preset)
      expect(ACTIONS.filter((action) => map[action].length === 0)).toEqual([])
      expect(conflictsIn(map)).toEqual([])
    }
  })

  test('are what the learner changed, and else those of the app', () => {
    const map = keyMapOf({ undo: ['x'], bury: [] })
    expect([map.undo, map.bury, map.redo]).toEqual([['x'], [], keyMapOf({}).redo])
  })

  test('meet where two actions can work at the same time', () => {
    expect(conflictsIn(keyMapOf({ undo: ['g'] }))).toEqual([
      { key: 'g', actions: ['guessed', 'undo'] },
    ])
    // Before and after the answer never meet: Space does two things there as it is.
    expect(conflictsIn(keyMapOf({ hint: ['g'] }))).toEqual([])
  })

  test('lead to the acts that there are', () => {
    const acts = { undo: 'undo', bury: 'bury' } as const
    expect(chordsFor(keyMapOf({ bury: ['b'] }), acts)).toEqual({
      u: 'undo',
      'Ctrl+z': 'undo',
      b: 'bury',
    })
  })

  test.each([
    ['Space', 'Space'],
    ['u', 'U'],
    ['Ctrl+Shift+z', 'Ctrl+Shift+Z'],
    ['Escape', 'Esc'],
    ['+', '+'],
    ['Ctrl++', 'Ctrl++'],
  ])('%s is printed as %s', (key, name) => {
    expect(keyName(key)).toBe(name)
  })

  test('are told to screen readers by their names there', () => {
    expect(ariaKeys(['Ctrl+z', 'Escape'])).toBe('Control+Z Escape')
    expect(ariaKeys([])).toBeUndefined()
  })

  test('whatever is changed, a conflict is told exactly where a key could do two things', () => {
    const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 })
    const changes = fc.dictionary(fc.constantFrom(...ACTIONS), keys)
    fc.assert(
      fc.property(changes, (each) => {
        const map = keyMapOf(each)
        const told = conflictsIn(map).map(({ key }) => key)
        const users = (key: string) => ACTIONS.filter((action) => map[action].includes(key))
        expect(told.filter((key) => users(key).length < 2)).toEqual([])
        const always = (key: string) =>
          users(key).filter((action) => contextOf(action) === 'always')
        const missed = ['a', 'b', 'c'].filter(
          (key) => always(key).length > 1 && !told.includes(key),
        )
        expect(missed).toEqual([])
      }),
    )
  })
})

describe('settings for studying', () => {
  test('have defaults, and values that do not fit fall back to them', () => {
    expect(studySettingsOf([])).toEqual(DEFAULT_STUDY_SETTINGS)
    const rows = [
      { key: 'idleSeconds', value: 5 },
      { key: 'keys', value: { nonsense: ['a'] } },
      { key: 'swipe', value: true },
      { key: 'buttons', value: 'four' },
    ]
    expect(studySettingsOf(rows)).toEqual({ ...DEFAULT_STUDY_SETTINGS, swipe: true })
  })
})
