import type { ExamId } from '../note.ts'

/** What a learner says of themselves; every question can be left out. */
export interface Situation {
  readonly role?: Role
  readonly from?: Background
  readonly time?: Time
  readonly likes?: Liking
}

export const ROLES = ['admin', 'architect', 'developer', 'other'] as const
export const BACKGROUNDS = ['onprem', 'cloud', 'certified', 'none'] as const
export const TIMES = ['little', 'some', 'much'] as const
export const LIKINGS = ['run', 'design', 'both'] as const

export type Role = (typeof ROLES)[number]
export type Background = (typeof BACKGROUNDS)[number]
export type Time = (typeof TIMES)[number]
export type Liking = (typeof LIKINGS)[number]

/** Why something is suggested. */
export type Reason =
  | 'fundamentals'
  | 'operating'
  | 'designing'
  | 'expert'
  | 'one-at-a-time'
  | 'together'
  | 'little-time'
  | 'bridge'
  | 'base'
  | 'certified'

export interface Suggestion {
  /** What to begin with, and what follows. */
  readonly exams: readonly ExamId[]
  /** Of these the first to be studied at the same time; else one after the other. */
  readonly together: number
  /** Begin with the cards for those who come from on-premises. */
  readonly bridge: boolean
  readonly reasons: readonly Reason[]
}

/**
 * Where to begin, from what a learner says. A rule of thumb with its reasons, and no more: nothing is
 * decided by it. Null while nothing was said.
 */
export function suggestionFor({ role, from, time, likes }: Situation): Suggestion | null {
  if (!role && !from && !time && !likes) return null
  const slowly: readonly Reason[] = time === 'little' ? ['little-time'] : []
  // With the certificate of AZ-104 only the other exam is left.
  if (from === 'certified') {
    const reasons: readonly Reason[] = ['certified', 'designing', ...slowly]
    return { exams: ['AZ-305'], together: 1, bridge: false, reasons }
  }
  const isNew = from === 'none'
  const designs = likes === 'design' || likes === 'both' || (!likes && role === 'architect')
  const runs = likes !== 'design' || role === 'admin' || isNew
  // Enough experience and time to carry two exams, of which the cards for both are asked once.
  const together = designs && !isNew && time === 'much' && from === 'cloud'
  const exams = [...(isNew ? ['AZ-900'] : []), 'AZ-104', ...(designs ? ['AZ-305'] : [])]
  const reasons: (Reason | false)[] = [
    isNew && 'fundamentals',
    runs ? 'operating' : 'base',
    designs && 'designing',
    designs && 'expert',
    together && 'together',
    exams.length > 1 && !together && 'one-at-a-time',
    ...slowly,
    from === 'onprem' && 'bridge',
  ]
  return {
    exams,
    together: together ? 2 : 1,
    bridge: from === 'onprem',
    reasons: reasons.filter((reason) => reason !== false),
  }
}
