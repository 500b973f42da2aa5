/** What can keep the app from reading or saving what the learner did. */
export type FaultKind =
  | 'unavailable'
  | 'blocked'
  | 'outdated'
  | 'quota'
  | 'lost'
  | 'deleted'
  | 'damaged'
  | 'unknown'

/** For people: what happened, what it means for their data, and the way out. */
const MESSAGES: Readonly<Record<FaultKind, string>> = {
  unavailable:
    'This browser does not let Cirrus store anything. A private window or a setting that blocks storage is the usual reason. Open Cirrus in a normal window, or allow it to store data.',
  blocked:
    'Cirrus is being updated and waits for another tab that still runs the older version. Close the other tabs of Cirrus.',
  outdated:
    'A newer version of Cirrus is in use in this browser. Reload this page to go on with it. What was saved is safe.',
  quota:
    'There is no space left to save. Free some space on this device, then try again. What was saved before is safe.',
  lost: 'The browser closed the connection to its storage. What was saved is safe. Try again, or reload this page.',
  deleted:
    'It was deleted in another tab. Nothing more is saved here. Reload this page to begin anew.',
  damaged:
    'The browser cannot read what it has stored for Cirrus. Close all its windows, start it again, and open Cirrus once more.',
  unknown: 'Cirrus could not reach its storage. Try again, or reload this page.',
}

/** Storage failed. `message` is for the learner, `cause` is what the browser said. */
export class StorageFault extends Error {
  override readonly name = 'StorageFault'
  readonly kind: FaultKind

  constructor(kind: FaultKind, cause?: unknown) {
    super(MESSAGES[kind], { cause })
    this.kind = kind
  }
}

interface Named {
  readonly name: string
  readonly message: string
}

/** The fault behind anything that storage may throw; `unknown` where it cannot be told. */
export function faultOf(error: unknown): StorageFault {
  if (error instanceof StorageFault) return error
  return new StorageFault(kindOf(chainOf(error)), error)
}

/** Whether an error comes from the database rather than from a mistake in data or code. */
export function isStorageError(error: unknown): boolean {
  return chainOf(error).some(({ name }) => STORAGE_ERRORS.has(name))
}

/** Whether the connection went away under an action, so that opening it again may help. */
export function isLostConnection(error: unknown): boolean {
  const kind = kindOf(chainOf(error))
  return kind === 'lost' || (kind === 'unavailable' && nameOf(error) === 'InvalidStateError')
}

const STORAGE_ERRORS: ReadonlySet<string> = new Set([
  'AbortError',
  'BulkError',
  'ConstraintError',
  'DataError',
  'DatabaseClosedError',
  'InternalError',
  'InvalidStateError',
  'MissingAPIError',
  'ModifyError',
  'NoSuchDatabaseError',
  'NotFoundError',
  'NotReadableError',
  'OpenFailedError',
  'PrematureCommitError',
  'QuotaExceededError',
  'ReadOnlyError',
  'SchemaError',
  'SecurityError',
  'StorageFault',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
  'UpgradeError',
  'VersionError',
])

// WebKit drops the connection when a page sleeps and says so in words only.
const LOST =
  /connection (to indexed database server )?(was |is )?(lost|clos)|connection is closing/i
const BACKING_STORE = /backing store|corrupt|disk I\/O|not a database/i

/** Tells by the most telling error of a chain; the order of the lines is the order of precedence. */
function kindOf(chain: readonly Named[]): FaultKind {
  const has = (...names: string[]) => chain.some(({ name }) => names.includes(name))
  const says = (pattern: RegExp) => chain.some(({ message }) => pattern.test(message))

  const inner = chain.find((error) => error instanceof StorageFault)
  if (inner instanceof StorageFault) return inner.kind
  if (has('QuotaExceededError') || says(/quota|disk is full/i)) return 'quota'
  if (has('VersionError')) return 'outdated'
  if (says(LOST)) return 'lost'
  if (has('SecurityError', 'MissingAPIError', 'InvalidStateError')) return 'unavailable'
  if (has('NotReadableError', 'SchemaError', 'NotFoundError') || says(BACKING_STORE))
    return 'damaged'
  if (has('DatabaseClosedError', 'AbortError', 'TransactionInactiveError')) return 'lost'
  return 'unknown'
}

/** An error with all that it wraps: Dexie's `inner` and `failures`, and the standard `cause`. */
function chainOf(error: unknown): Named[] {
  const chain: Named[] = []
  const waiting = [error]
  while (waiting.length > 0 && chain.length < 20) {
    const next = waiting.shift()
    if (!isNamed(next) || chain.includes(next)) continue
    chain.push(next)
    waiting.push(...wrappedBy(next))
  }
  return chain
}

function wrappedBy(error: object): unknown[] {
  const inner = 'inner' in error ? error.inner : null
  const cause = 'cause' in error ? error.cause : null
  const failures = 'failures' in error && Array.isArray(error.failures) ? error.failures : []
  return [inner, cause, ...failures.slice(0, 3)]
}

function isNamed(value: unknown): value is Named {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<Named>).name === 'string' &&
    typeof (value as Partial<Named>).message === 'string'
  )
}

function nameOf(error: unknown): string {
  return isNamed(error) ? error.name : ''
}
