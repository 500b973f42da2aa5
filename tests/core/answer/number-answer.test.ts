import { describe, expect, test } from 'vitest'
import { judgeNumber } from '../../../src/core/answer/number-answer.ts'

const body = (value: string, unit = 'days', accept: readonly string[] = []) => ({
  value,
  unit,
  accept,
})
const RIGHT = { readable: true, right: true, rating: 'good', chosen: [] }
const WRONG = { readable: true, right: false, rating: 'again', chosen: [] }

describe('a number is right however it is written', () => {
  test.each([
    ['5000', '5000'],
    ['5000', '  5000 '],
    ['5000', '5,000'],
    ['5000', '5.000'],
    ['5000', '5 000'],
    ['5000', '5\u{202f}000'],
    ['5000', "5'000"],
    ['5000', '5’000'],
    ['5000', '5_000'],
    ['5000', '5000.'],
    ['5000', '5,000.00'],
    ['5000', '5.000,00'],
    ['5000', '+5000'],
    ['5000', '05000'],
    ['5000000', '5,000,000'],
    ['5000000', '5.000.000'],
    ['0.5', '0.5'],
    ['0.5', '0,5'],
    ['0.5', '.5'],
    ['0.5', ',50'],
    ['0.125', '0,125'],
    ['99.95', '99,95'],
    ['1.5', '1.500'],
    ['-3', '-3'],
    ['-3', '−3'],
    ['-3', '- 3'],
    ['0', '-0'],
  ])('%s, typed as %j', (value, typed) => {
    expect(judgeNumber(body(value), typed)).toEqual(RIGHT)
  })
})

describe('the unit may be typed along', () => {
  test.each([
    ['days', '90 days'],
    ['days', '90days'],
    ['days', '90 Days.'],
    ['days', '90 day'],
    ['days', '90d'],
    ['minutes', '90 mins'],
    ['hours', '90 hrs'],
    ['%', '90%'],
    ['%', '90 percent'],
    ['percent', '90 %'],
    ['USD', 'USD 90'],
    ['role assignments', '90 role assignments'],
    ['role assignments', '90 assignments'],
    ['IP addresses', '90 addresses'],
  ])('unit %s, typed as %j', (unit, typed) => {
    expect(judgeNumber(body('90', unit), typed)).toEqual(RIGHT)
  })
})

describe('another number is wrong', () => {
  test.each([
    ['5000', '500'],
    ['5000', '50000'],
    ['5000', '4999'],
    ['5000', '-5000'],
    ['5000', '5000.001'],
    ['500', '0,500'],
    ['500', ',500'],
    ['0.5', '5'],
    ['0.5', '0.05'],
    ['9007199254740993', '9007199254740992'],
  ])('%s, typed as %j', (value, typed) => {
    expect(judgeNumber(body(value), typed)).toEqual(WRONG)
  })
})

test('further right answers are right', () => {
  const either = body('30', 'days', ['31', '28.5'])
  expect(judgeNumber(either, '31')).toEqual(RIGHT)
  expect(judgeNumber(either, '28,5')).toEqual(RIGHT)
  expect(judgeNumber(either, '29')).toEqual(WRONG)
})

describe('what cannot be read is not wrong', () => {
  test.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['ninety', 'number'],
    ['-', 'number'],
    ['1 2', 'number'],
    ['1,23,4', 'number'],
    ['1,2345,678', 'number'],
    ['1.2.3', 'number'],
    ['1,234 567', 'number'],
    ['1/2', 'number'],
    ['1e3', 'number'],
    ['30-90', 'number'],
    ['30 to 90', 'number'],
    ['3 months', 'unit'],
    ['90 hours', 'unit'],
    ['90 minutes', 'unit'],
    ['about 90', 'unit'],
  ])('%j: %s', (typed, hint) => {
    expect(judgeNumber(body('90'), typed)).toEqual({ readable: false, hint })
  })
})
