import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BackupError, BackupReader } from '../../../src/core/backup/content.ts'
import { endLine, headLine, readHead, readLine, rowLine } from '../../../src/core/backup/format.ts'
import { rated } from '../../support/log.ts'

const HEAD = headLine({ madeAt: 5, device: 'laptop' })
const MARK = {
  cardId: 'a#1',
  suspended: true,
  flag: 2,
  buriedUntil: null,
  updatedAt: 4,
  device: 'laptop',
} as const

function read(...lines: readonly string[]) {
  const reader = new BackupReader()
  lines.forEach((line) => reader.take(line))
  return reader.content()
}

describe('a backup', () => {
  test('gives back what was written', () => {
    const content = read(HEAD, rowLine('review', rated('r1')), rowLine('mark', MARK), endLine(2))
    expect(content.head).toEqual({ version: 2, madeAt: 5, device: 'laptop' })
    expect(content.rows.review).toEqual([rated('r1')])
    expect(content.rows.mark).toEqual([MARK])
    expect(content).toMatchObject({ faults: [], faulty: 0, isCutOff: false })
  })

  test.each([
    ['without its end', [HEAD, rowLine('mark', MARK)]],
    ['with a row missing', [HEAD, endLine(1)]],
  ])('%s is known to be cut off', (_, lines) => {
    expect(read(...lines).isCutOff).toBe(true)
  })

  test('tells faulty lines with their number and keeps the others', () => {
    const faulty = rowLine('review', { ...rated('r1'), at: -1 })
    const content = read(HEAD, faulty, 'no JSON', rowLine('mark', MARK), endLine(3))
    expect(content.rows.mark).toEqual([MARK])
    expect(content.faulty).toBe(2)
    expect(content.faults[0]).toMatchObject({ line: 2 })
    expect(content.faults[0]?.why).toMatch(/^review at: /)
    expect(content.faults[1]).toEqual({ line: 3, why: 'no line of a backup' })
    expect(content.isCutOff).toBe(false)
  })

  test('has no instant and no day that no calendar can show', () => {
    const never = { ...rated('r1'), at: 8.64e15 }
    const due = { ...MARK, buriedUntil: 1e9 }
    expect(read(HEAD, rowLine('review', never), rowLine('mark', due)).faulty).toBe(2)
    expect(readHead(headLine({ madeAt: 8.64e15, device: 'laptop' }))).toBe('not a backup')
  })

  test('that somebody unpacked on Windows, with lines that are empty, is whole', () => {
    const lines = [HEAD, rowLine('mark', MARK), '', endLine(1), ''].map((line) => `${line}\r`)
    expect(read(...lines)).toMatchObject({ faulty: 0, isCutOff: false })
  })

  test('counts lines of kinds that only a later version knows', () => {
    const later = JSON.stringify({ kind: 'dream', row: { a: 1 } })
    expect([...read(HEAD, later, later, endLine(2)).unknown]).toEqual([['dream', 2]])
  })

  test.each([
    ['nothing', []],
    ['something else', ['{"a":1}']],
    ['a picture', ['\u0089PNG']],
  ])('is not %s', (_, lines) => {
    expect(() => read(...lines)).toThrow(new BackupError('not a backup'))
  })

  test('of a newer format is refused', () => {
    const head = JSON.stringify({ format: 'cirrus-backup', version: 3, madeAt: 1, device: 'x' })
    expect(readHead(head)).toBe('newer')
    expect(() => read(head)).toThrow(new BackupError('newer'))
  })

  test('with an endless line is refused', () => {
    expect(() => read(HEAD, 'x'.repeat(2_000_001))).toThrow(new BackupError('too large'))
  })
})

test('no line makes the reader fail or take a row that its schema refuses', () => {
  const json = fc.json()
  const almost = fc
    .tuple(fc.constantFrom('review', 'mark', 'setting', 'note', 'edit', 'image'), fc.jsonValue())
    .map(([kind, row]) => JSON.stringify({ kind, row }))
  fc.assert(
    fc.property(fc.oneof(fc.string(), json, almost), (line) => {
      const { kind } = readLine(line)
      expect(['end', 'unknown', 'faulty', 'setting']).toContain(kind)
    }),
  )
})

test('a setting named like a property of every object is a setting like others', () => {
  const row = { key: '__proto__', value: { constructor: 1 }, updatedAt: 1, device: 'x' }
  expect(readLine(rowLine('setting', row))).toEqual({ kind: 'setting', row })
})
