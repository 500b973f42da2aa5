import type { Instant } from '../../src/core/time.ts'

/** An instant and the offset that a device shows then, as an entry of the log records them. */
export interface Stamp {
  readonly at: Instant
  readonly utcOffsetMin: number
}

/** Reads local time with its offset, e.g. `2026-03-29T07:00+02:00`. */
export function stamp(localTime: string): Stamp {
  const match = /([+-])(\d\d):(\d\d)$/.exec(localTime)
  const [, sign, hours, minutes] = match ?? []
  if (!sign) throw new Error(`${localTime} has no offset such as +02:00`)
  const offset = Number(hours) * 60 + Number(minutes)
  return { at: Date.parse(localTime), utcOffsetMin: sign === '-' ? -offset : offset }
}
