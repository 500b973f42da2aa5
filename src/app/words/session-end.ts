import { total } from '../../core/study/day-plan.ts'
import type { Done } from '../../core/study/done.ts'
import { spokenInterval } from '../../core/interval-words.ts'
import { MINUTE_MS } from '../../core/time.ts'
import type { StudyMode } from '../../core/study/session-queue.ts'
import type { Instant, StudyDayNumber } from '../../core/time.ts'
import type { SessionFact } from '../components/session-end.tsx'
import type { Retention } from '../study/session-done.ts'
import type { Outlook } from '../study/outlook.ts'
import { dayName } from './dates.ts'
import { END } from './study.ts'
import { countWords, minuteWords } from './today.ts'

interface Ended {
  readonly done: Done
  readonly retention: Retention
  /** Wanted recall at the due moment, 0 to 1. */
  readonly wanted: number
  /** The minutes asked for, if they are over; else null. */
  readonly limit: number | null
  /** There were as many cards as the learner wanted, and more are left. */
  readonly isEnough: boolean
  readonly mode: StudyMode
  /** Whether only some of what the learner studies was asked for: a part of an exam, or a set of cards. */
  readonly asked: 'all' | 'part' | 'set'
  /** How many cards there are of what was asked for, whether or not they come up now. */
  readonly found: number
  /** The decks of the chosen exams have cards at all. */
  readonly hasCards: boolean
  readonly today: StudyDayNumber
  readonly outlook: Outlook | null
  readonly now: Instant
}

interface EndWords {
  readonly heading: string
  readonly lead: string | null
  readonly facts: readonly SessionFact[]
}

/** What is said when no card is left on screen. */
export function endWords(ended: Ended): EndWords {
  const { done, retention, wanted, outlook } = ended
  const held = retention.reviews > 0 ? [retentionFact(retention, wanted)] : []
  return {
    heading: headingOf(ended),
    lead: leadOf(ended),
    facts: [
      ...(done.answers > 0 ? doneFacts(done) : []),
      ...held,
      ...(outlook ? nextFacts(ended) : []),
    ],
  }
}

const EMPTY = { all: END.empty, part: END.emptyPart, set: END.emptySet } as const

function headingOf({ done, limit, mode, asked, found, hasCards }: Ended): string {
  if (limit !== null) return END.timeOver(limit)
  if (done.answers > 0) return END.done(done.cards)
  if (!hasCards) return END.noCards
  if (found === 0) return asked === 'set' ? END.notFound : END.noCards
  return mode === 'study' ? EMPTY[asked] : END.noneToAsk
}

function leadOf(ended: Ended): string | null {
  const { done, limit, isEnough, mode, asked, outlook } = ended
  const left = outlook?.left ?? 0
  if (mode === 'cram' && done.answers > 0) return END.crammed
  if (left > 0) return limit === null && !isEnough ? END.moreDue : END.left(left)
  if (done.answers === 0) return emptyLead(ended)
  return asked === 'all' ? END.doneToday : END.donePart
}

function emptyLead({ mode, asked, found, hasCards }: Ended): string | null {
  if (!hasCards) return END.noCardsLead
  if (found === 0) return asked === 'set' ? END.notFoundLead : null
  return mode === 'study' ? null : END.noneToAskLead[mode]
}

/** Of a few reviews a share would say nothing. */
const FEW = 10

function retentionFact({ recalled, reviews }: Retention, wanted: number): SessionFact {
  const share = reviews < FEW ? null : Math.round((100 * recalled) / reviews)
  return {
    term: END.retention,
    detail: END.held(recalled, reviews, share, Math.round(100 * wanted)),
  }
}

function doneFacts({ answers, recalled, minutes }: Done): SessionFact[] {
  return [
    { term: END.right, detail: END.rightOf(recalled, answers) },
    { term: END.time, detail: minuteWords(minutes) },
  ]
}

function nextFacts({ outlook, today, now }: Ended): SessionFact[] {
  if (!outlook) return []
  const { learningAt, tomorrow, tomorrowMinutes, nextDueDay } = outlook
  const minutes = learningAt === null ? null : (learningAt - now) / MINUTE_MS
  const learning =
    minutes === null
      ? []
      : [{ term: END.next, detail: END.learning(minutes > 0 ? spokenInterval({ minutes }) : null) }]
  if (total(tomorrow) > 0) {
    const detail = `${minuteWords(tomorrowMinutes)}: ${countWords(tomorrow)}`
    return [...learning, { term: END.tomorrow, detail }]
  }
  const day = nextDueDay === null ? END.nothingDue : END.dueOn(dayName(nextDueDay, today))
  return [...learning, { term: END.tomorrow, detail: day }]
}
