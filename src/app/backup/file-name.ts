import { isoDay } from '../../core/deck/iso-day.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../core/time.ts'
import type { Instant } from '../../core/time.ts'

/** An instant, and the minutes to add to UTC for the local time there. */
export interface FileClock {
  readonly at: Instant
  readonly utcOffsetMin: number
}

const NAME = /^cirrus-(\d{4}-\d\d-\d\d)-(\d\d)(\d\d)\.jsonl\.gz$/
const EPOCH_DAY = isoDay('1970-01-01') ?? 0

/** `cirrus-2026-11-26-1845.jsonl.gz`: the local time at which the backup was made. */
export function fileName({ at, utcOffsetMin }: FileClock): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'UTC',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at + utcOffsetMin * MINUTE_MS)
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? ''
  const date = `${part('year')}-${part('month')}-${part('day')}`
  return `cirrus-${date}-${part('hour')}${part('minute')}.jsonl.gz`
}

/** The local time in the name of a backup, read as if it were UTC; null for any other file. */
export function fileTime(name: string): number | null {
  const [, date = '', hours, minutes] = NAME.exec(name) ?? []
  const day = isoDay(date)
  if (day === null) return null
  return (day - EPOCH_DAY) * DAY_MS + Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS
}
