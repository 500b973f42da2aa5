/**
 * Makes a thing when it is first asked for, and keeps it. For what `Intl` makes: each costs some
 * milliseconds, and most screens need few of them.
 */
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
