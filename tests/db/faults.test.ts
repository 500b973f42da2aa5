import { Dexie } from 'dexie'
import { describe, expect, test } from 'vitest'
import { faultOf, isLostConnection, isStorageError, StorageFault } from '../../src/db/faults.ts'

function dom(name: string, message = ''): DOMException {
  return new DOMException(message, name)
}

const WEBKIT_AFTER_SLEEP = dom(
  'UnknownError',
  'Connection to Indexed Database server lost. Refresh the page to try again',
)

describe('faultOf', () => {
  test.each([
    ['a full disk', dom('QuotaExceededError'), 'quota'],
    ['a full disk behind an abort', new Dexie.AbortError(dom('QuotaExceededError')), 'quota'],
    [
      'a full disk for one of many rows',
      new Dexie.BulkError('', [dom('QuotaExceededError')]),
      'quota',
    ],
    ['a full disk while opening', new Dexie.OpenFailedError(dom('QuotaExceededError')), 'quota'],
    ['storage that is switched off', dom('SecurityError'), 'unavailable'],
    ['a private window', new Dexie.OpenFailedError(dom('InvalidStateError')), 'unavailable'],
    ['a browser without IndexedDB', new Dexie.MissingAPIError(), 'unavailable'],
    ['a newer database', new Dexie.DatabaseClosedError(dom('VersionError')), 'outdated'],
    ['WebKit after sleep', WEBKIT_AFTER_SLEEP, 'lost'],
    ['a closing connection', dom('InvalidStateError', 'The connection is closing.'), 'lost'],
    ['an abort without a reason', new Dexie.AbortError(), 'lost'],
    ['a closed database', new Dexie.DatabaseClosedError(), 'lost'],
    ['a broken store', dom('UnknownError', 'Internal error opening backing store'), 'damaged'],
    ['a missing table', dom('NotFoundError'), 'damaged'],
    ['something else', new Error('Hm'), 'unknown'],
    ['no error at all', 'text', 'unknown'],
  ] as const)('%s', (_case, error, kind) => {
    const fault = faultOf(error)
    expect(fault.kind).toBe(kind)
    expect(fault.cause).toBe(error)
  })

  test('a fault stays the fault it is, also when wrapped', () => {
    const fault = new StorageFault('outdated')
    expect(faultOf(fault)).toBe(fault)
    expect(faultOf(new Dexie.DatabaseClosedError(fault)).kind).toBe('outdated')
  })

  test('an error that wraps itself is told all the same', () => {
    const error = new Error('Hm')
    error.cause = error
    expect(faultOf(error).kind).toBe('unknown')
  })

  test.each([
    'unavailable',
    'blocked',
    'outdated',
    'quota',
    'lost',
    'deleted',
    'damaged',
    'unknown',
  ] as const)('the message of %s is for people', (kind) => {
    const { message } = new StorageFault(kind)
    expect(message).toMatch(/^[A-Z].+\.$/)
    expect(message).not.toMatch(/IndexedDB|Error|!/)
  })
})

describe('what another try may cure', () => {
  test.each([WEBKIT_AFTER_SLEEP, dom('InvalidStateError'), new Dexie.DatabaseClosedError()])(
    '%s is a lost connection',
    (error) => expect(isLostConnection(error)).toBe(true),
  )

  test.each([dom('QuotaExceededError'), dom('SecurityError'), new TypeError('x is undefined')])(
    '%s is not',
    (error) => expect(isLostConnection(error)).toBe(false),
  )

  test('a mistake in the code is no storage error', () => {
    expect(isStorageError(new TypeError('x is undefined'))).toBe(false)
    expect(isStorageError(dom('QuotaExceededError'))).toBe(true)
  })
})
