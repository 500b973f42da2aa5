import { leaderOf } from '../../core/exam-schedule.ts'
import { recallCurveOf } from '../../core/recall-curve.ts'
import type { RecallCurve } from '../../core/recall-curve.ts'
import { retrievability } from '../../core/schedule.ts'
import type { CardState } from '../../core/schedule.ts'
import { examsOfSkills } from '../../core/stats/place.ts'
import {
  CARD,
  curveLabel,
  difficultyWords,
  dueWords,
  lapsesWords,
  recallSpan,
  recallWords,
  stabilityWords,
} from '../words/card.ts'
import { clockTime, dayName } from '../words/dates.ts'
import { examName } from '../words/exam.ts'
import { number } from '../words/plural.ts'
import type { LoadedCard } from './load-card.ts'

/** What is known of the learner's memory of a card. */
export interface MemoryView {
  readonly curve: RecallCurve
  /** Wanted recall at the due moment, 0 to 1. */
  readonly wanted: number
  /** "84 % now, 71 % on 22 Jan". */
  readonly span: string
  readonly label: string
  readonly names: {
    readonly from: string
    readonly today: string
    readonly to: string
    readonly due: string
  }
  readonly facts: readonly { readonly name: string; readonly value: string }[]
}

/** Null while the card is new. */
export function memoryOf(card: LoadedCard): MemoryView | null {
  const { cardId, states, reviews, today, scheduler } = card
  const state = states.get(cardId)
  const curve = recallCurveOf(reviews, today, scheduler)
  if (!state || !curve) return null
  const now = retrievability(state, curve.today, scheduler)
  const later = retrievability(state, curve.to, scheduler)
  const [to, due] = [dayName(curve.to, today), dayName(curve.dueDay, today)]
  const isAhead = curve.dueDay > curve.today && curve.dueDay <= curve.to
  const whenDue = { recall: retrievability(state, curve.dueDay, scheduler), date: due }
  return {
    curve,
    wanted: scheduler.desiredRetention,
    span: recallSpan(now, later, to),
    label: curveLabel(now, isAhead ? whenDue : null, { recall: later, date: to }),
    names: { from: dayName(curve.from, today), today: CARD.today, to, due: CARD.dueOn(due) },
    facts: factsOf(state, card),
  }
}

function factsOf(state: CardState, card: LoadedCard): MemoryView['facts'] {
  const { stability, difficulty, reps, lapses } = state
  return [
    { name: CARD.due, value: dueOf(state, card) },
    { name: CARD.recall, value: recallWords(retrievability(state, card.today, card.scheduler)) },
    { name: CARD.stability, value: stabilityWords(stability) },
    { name: CARD.difficulty, value: difficultyWords(difficulty) },
    { name: CARD.reviews, value: number(reps) },
    { name: CARD.lapses, value: lapsesWords(lapses) },
    ...scheduledBy(card),
  ]
}

/** By which exam's settings a card of several goes, where any exam has its own. */
function scheduledBy({ note, settings }: LoadedCard): MemoryView['facts'] {
  const exams = examsOfSkills(note.skills)
  const leader = leaderOf(settings, exams)
  const isOpen = exams.length > 1 && Object.keys(settings.schedules).length > 0
  return isOpen && leader !== undefined ? [{ name: CARD.scheduledBy, value: examName(leader) }] : []
}

/** "in 12 days, on 5 Dec"; for a card in learning the time at which its step is over. */
function dueOf(state: CardState, { today, now, utcOffsetMin }: LoadedCard): string {
  const { dueAt, dueDay } = state
  if (dueAt !== null) {
    return dueAt > now ? CARD.learningUntil(clockTime(dueAt, utcOffsetMin)) : CARD.learningOver
  }
  const words = dueWords(dueDay - today)
  return dueDay === today ? words : CARD.dueWithDate(words, dayName(dueDay, today))
}
