import { describe, expect, test } from 'vitest'
import { checkedDates, outline, recheckShare } from '../../src/app/words/about.ts'
import { plural } from '../../src/app/words/plural.ts'
import { minutesOf } from '../../src/app/words/progress.ts'
import { hourName, retentionWords, storageWords } from '../../src/app/words/settings.ts'
import { countWords, longDate, minutesToday, spentWords } from '../../src/app/words/today.ts'
import { bundle, note } from '../support/bundles.ts'
import { infoOf } from '../support/test-app.tsx'

test('one is singular, nothing and many are plural, thousands are grouped', () => {
  expect(plural(1, 'card')).toBe('1 card')
  expect(plural(0, 'card')).toBe('0 cards')
  expect(plural(1012, 'card')).toBe('1,012 cards')
  expect(plural(2, 'card counts', 'cards count')).toBe('2 cards count')
})

describe('today', () => {
  test('a few seconds are neither a minute nor nothing, on Today and in Statistics', () => {
    expect(spentWords(2.8 / 60)).toBe('less than a minute')
    expect(spentWords(1.4)).toBe('1 minute')
    expect([0, 2800, 6000].map(minutesOf)).toEqual(['0', '< 0.1', '0.1'])
  })

  test('kinds without cards are left out', () => {
    expect(countWords({ learning: 0, review: 24, new: 10 })).toBe('24 reviews, 10 new')
    expect(countWords({ learning: 3, review: 1, new: 0 })).toBe('3 learning, 1 review')
  })

  test('less than a minute is called one', () => {
    expect(minutesToday(0.2)).toBe('1 minute today:')
    expect(minutesToday(11.6)).toBe('12 minutes today:')
  })

  test('a study day has the name of its date', () => {
    expect(longDate(20_780)).toBe('Monday 23 November')
  })
})

describe('about', () => {
  const info = infoOf(bundle('1', [note('a'), note('b', { status: 'recheck' })]))

  test('dates of an outline, and of the last look at it', () => {
    expect(outline(info)).toBe('17 Apr 2026')
    expect(outline({ ...info, stillCurrentOn: '2026-09-25' })).toBe(
      '17 Apr 2026, still current on 25 Sep 2026',
    )
  })

  test('dates on which facts were checked', () => {
    expect(checkedDates(info)).toBe('1 Nov 2026')
    expect(checkedDates({ ...info, verifiedTo: '2026-11-23' })).toBe('1 Nov 2026 to 23 Nov 2026')
    expect(checkedDates({ ...info, verifiedFrom: null })).toBe('No cards yet')
  })

  test('the share that is to be rechecked', () => {
    expect(recheckShare(info)).toBe('1 of 2 notes (50 %)')
    expect(recheckShare({ ...info, recheck: 0 })).toBe('None')
  })
})

describe('settings', () => {
  test('bytes in the largest unit that fits', () => {
    expect(storageWords(999, 1000)).toBe('999 bytes used of 1 kB that the browser allows.')
    expect(storageWords(4_200_000, 10_700_000_000)).toMatch(/^4.2 MB used of 11 GB/)
  })

  test('what the wanted recall costs', () => {
    expect(retentionWords(0.9, 1)).toMatch(/A good balance/)
    expect(retentionWords(0.95, 2.48)).toMatch(/about 2.5 times as often/)
    expect(retentionWords(0.8, 0.3)).toMatch(/about 3.3 times as long/)
  })

  test('the hour at which a day begins', () => {
    expect(hourName(4)).toBe('4:00')
    expect(hourName(0)).toBe('0:00, midnight')
  })
})
