import { DAY_MS } from '../time.ts'
import type { Instant } from '../time.ts'

/** What would be lost if this browser lost its data now. */
export interface AtRisk {
  /** Entries of the log that no file outside of this browser has. */
  readonly reviews: number
  /** When the last file was made; null if there never was one. */
  readonly backedUpAt: Instant | null
  /** When the first entry of the log was made; null without any. */
  readonly firstReviewAt: Instant | null
  /** When the learner last said "later"; null if never. */
  readonly postponedAt: Instant | null
}

/** `firm` says it in stronger words, and comes back sooner after "later". */
export type Reminder = 'none' | 'gentle' | 'firm'

/** An evening or two of work; nobody is asked for a backup on the first days. */
const GENTLE_REVIEWS = 100
const FIRM_REVIEWS = 400
const FIRST_DAYS = 3
const GENTLE_PAUSE_DAYS = 7
const FIRM_PAUSE_DAYS = 2
/** A file that old is asked about after fewer reviews. */
const OLD_DAYS = 21
const OLD_REVIEWS = 30

/** Whether to remind the learner to make a backup, by what would be lost without one. */
export function reminderOf(risk: AtRisk, now: Instant): Reminder {
  const { reviews, backedUpAt, firstReviewAt, postponedAt } = risk
  if (firstReviewAt === null || now - firstReviewAt < FIRST_DAYS * DAY_MS) return 'none'
  const isOld = now - (backedUpAt ?? firstReviewAt) > OLD_DAYS * DAY_MS
  const level = levelOf(reviews, isOld)
  if (level === 'none' || postponedAt === null) return level
  const pause = level === 'firm' ? FIRM_PAUSE_DAYS : GENTLE_PAUSE_DAYS
  // A clock that was ahead has noted a time that is still to come.
  return Math.abs(now - postponedAt) < pause * DAY_MS ? 'none' : level
}

function levelOf(reviews: number, isOld: boolean): Reminder {
  if (reviews >= FIRM_REVIEWS) return 'firm'
  return reviews >= (isOld ? OLD_REVIEWS : GENTLE_REVIEWS) ? 'gentle' : 'none'
}
