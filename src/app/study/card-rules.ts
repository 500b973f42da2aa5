import { spreadPreview } from '../../core/balance.ts'
import type { Spread, SpreadPreview } from '../../core/balance.ts'
import { scheduleFor } from '../../core/exam-schedule.ts'
import type { LeechThreshold } from '../../core/leech.ts'
import type { Rating } from '../../core/review.ts'
import { schedulerFor, schedulerKey } from '../../core/schedule.ts'
import type { Schedulers, SchedulerSettings } from '../../core/schedule.ts'
import type { Settings } from '../../core/settings.ts'
import { examsOfSkills } from '../../core/stats/place.ts'
import type { Instant, StudyClock } from '../../core/time.ts'
import type { Previews } from './grades.ts'
import type { Session } from './session.ts'
import type { DayLoads } from './spread.ts'

/** What the learner's settings come to for one card. */
export interface CardRules {
  readonly scheduler: SchedulerSettings
  /** Null where its reviews are not moved. */
  readonly spread: Spread | null
  readonly threshold: LeechThreshold
}

interface Basis {
  readonly settings: Settings
  readonly scheduler: Schedulers
  readonly loads: DayLoads
}

/**
 * The rules for the card on screen. They stay the same while it is there, whatever else is answered
 * meanwhile: what its buttons promise is what happens.
 */
export class RulesOnScreen {
  #basis: Basis
  #showing: string | null = null
  #rules: CardRules | null = null

  constructor(basis: Basis) {
    this.#basis = basis
  }

  /** Settings and loads were read again. */
  renew(basis: Basis): void {
    if (keyOf(basis) !== keyOf(this.#basis)) this.#rules = null
    this.#basis = basis
  }

  /** Null without a card. */
  of({ showing, day }: Session): CardRules | null {
    if (!showing) return null
    if (this.#rules && this.#showing === showing.id) return this.#rules
    const { settings, scheduler, loads } = this.#basis
    const { card } = showing.entry
    const exams = examsOfSkills(card.note.skills)
    this.#showing = showing.id
    this.#rules = {
      scheduler: schedulerFor(scheduler, exams),
      spread: loads.spreadOf(card, settings, day),
      threshold: scheduleFor(settings, exams),
    }
    return this.#rules
  }

  /** What each rating of the card on screen would lead to; null without a card. */
  previews(session: Session, now: Instant, clock: StudyClock): Previews | null {
    const previews = previewsOf(session, now, clock, this.of(session))
    return previews === null || previews === 'cram' ? previews : previews.states
  }

  /** Days by which a rating moves the next review. */
  shiftOf(session: Session, rating: Rating, now: Instant, clock: StudyClock): number {
    const previews = previewsOf(session, now, clock, this.of(session))
    return previews === null || previews === 'cram' ? 0 : previews.shifts[rating]
  }
}

/** What each rating of the card on screen would lead to; null without a card. */
function previewsOf(
  { showing, day }: Session,
  now: Instant,
  clock: StudyClock,
  rules: CardRules | null,
): SpreadPreview | 'cram' | null {
  if (!showing || !rules) return null
  if (showing.entry.reason.kind === 'cram') return 'cram'
  const { cardId } = showing.entry.card
  const before = day.states.get(cardId) ?? null
  return spreadPreview(before, cardId, now, clock, rules.scheduler, rules.spread)
}

function keyOf({ settings, scheduler }: Basis): string {
  return schedulerKey(scheduler) + JSON.stringify(settings.schedules)
}
