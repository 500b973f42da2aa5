import { spreadPreview } from '../../core/balance.ts'
import type { Spread, SpreadPreview } from '../../core/balance.ts'
import { scheduleFor } from '../../core/exam-schedule.ts'
import type { LeechThreshold } from '../../core/leech.ts'
import type { Rating } from '../../core/review.ts'
import { schedulerFor, schedulerKey } from '../../core/scheduler.ts'
import type { Schedulers, SchedulerSettings } from '../../core/scheduler.ts'
import type { Settings } from '../../core/settings.ts'
import { examsOfSkills } from '../../core/stats/place.ts'
import type { Instant, StudyClock } from '../../core/time.ts'
import type { StudyDb } from '../../db/db.ts'
import type { Previews } from './grades.ts'
import type { Session } from './session.ts'
import { DayLoads, loadAhead } from './spread.ts'

/** What the learner's settings come to for one card. */
export interface CardRules {
  readonly scheduler: SchedulerSettings
  readonly threshold: LeechThreshold
}

interface Basis {
  readonly settings: Settings
  readonly scheduler: Schedulers
}

/**
 * The rules for the card on screen. They stay the same while it is there, whatever else is answered
 * meanwhile: what its buttons promise is what happens.
 */
export class RulesOnScreen {
  #basis: Basis
  #loads: DayLoads | null = null
  /** What the buttons of the showing with this id promise. */
  #promised: { readonly id: string; readonly spread: Spread | null } | null = null

  constructor(basis: Basis) {
    this.#basis = basis
  }

  /** Settings were read again. */
  renew(basis: Basis): void {
    if (keyOf(basis) !== keyOf(this.#basis)) this.#promised = null
    this.#basis = basis
  }

  /** Reads how full the days ahead are. Before that nothing is moved: the first card does not wait for it. */
  async readLoads(db: StudyDb, { day, mode }: Session): Promise<void> {
    const { settings, scheduler } = this.#basis
    const ahead = await loadAhead(db, settings, scheduler, day.today, mode)
    this.#loads = new DayLoads(ahead, day)
  }

  /** Null without a card. */
  of({ showing }: Session): CardRules | null {
    if (!showing) return null
    const { settings, scheduler } = this.#basis
    const exams = examsOfSkills(showing.entry.card.note.skills)
    return {
      scheduler: schedulerFor(scheduler, exams),
      threshold: scheduleFor(settings, exams),
    }
  }

  #spreadOf({ showing, day }: Session): Spread | null {
    if (!showing) return null
    if (this.#promised?.id === showing.id) return this.#promised.spread
    const { card } = showing.entry
    const spread = this.#loads?.spreadOf(card, this.#basis.settings, day) ?? null
    this.#promised = { id: showing.id, spread }
    return spread
  }

  #previewsOf(session: Session, now: Instant, clock: StudyClock): SpreadPreview | 'cram' | null {
    const { showing, day } = session
    const rules = this.of(session)
    if (!showing || !rules) return null
    if (showing.entry.reason.kind === 'cram') return 'cram'
    const { cardId } = showing.entry.card
    const before = day.states.get(cardId) ?? null
    const spread = this.#spreadOf(session)
    return spreadPreview(before, cardId, now, clock, rules.scheduler, spread)
  }

  /** What each rating of the card on screen would lead to; null without a card. */
  previews(session: Session, now: Instant, clock: StudyClock): Previews | null {
    const previews = this.#previewsOf(session, now, clock)
    return previews === null || previews === 'cram' ? previews : previews.states
  }

  /** Days by which a rating moves the next review. */
  shiftOf(session: Session, rating: Rating, now: Instant, clock: StudyClock): number {
    const previews = this.#previewsOf(session, now, clock)
    return previews === null || previews === 'cram' ? 0 : previews.shifts[rating]
  }
}

function keyOf({ settings, scheduler }: Basis): string {
  return schedulerKey(scheduler) + JSON.stringify(settings.schedules)
}
