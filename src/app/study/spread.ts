import { LOAD_DAYS } from '../../core/balance.ts'
import type { LoadOf, Spread } from '../../core/balance.ts'
import type { CatalogCard } from '../../core/catalog.ts'
import { fullScheduleOf, scheduleFor } from '../../core/exam-schedule.ts'
import type { CardId, ExamId } from '../../core/note.ts'
import { OWN_EXAM } from '../../core/own-exam.ts'
import type { CardState } from '../../core/schedule.ts'
import type { Schedulers } from '../../core/scheduler.ts'
import type { Settings } from '../../core/settings.ts'
import { examsOfSkills } from '../../core/stats/place.ts'
import type { StudyMode } from '../../core/study/session-queue.ts'
import type { StudyDay } from '../../core/study/study-day.ts'
import type { StudyDayNumber } from '../../core/time.ts'
import type { StudyDb } from '../../db/db.ts'
import { dueLoads } from '../../db/due-loads.ts'
import type { DueLoad } from '../../db/due-loads.ts'
import { loadPlanHints } from '../../db/plan-hints.ts'

/** What is read once a session to spread reviews. */
export interface Ahead {
  readonly loads: readonly DueLoad[]
  /** For each weekday, Monday first, whether the plan keeps it free; null where no minutes are set. */
  readonly daysOff: readonly boolean[] | null
}

const NOTHING: Ahead = { loads: [], daysOff: null }

/** Reads how full the days ahead are; nothing where no exam's reviews are spread, and for cramming. */
export async function loadAhead(
  db: StudyDb,
  settings: Settings,
  schedulers: Schedulers,
  today: StudyDayNumber,
  mode: StudyMode,
): Promise<Ahead> {
  const isAnySpread = [...settings.exams, OWN_EXAM].some(
    (exam) => fullScheduleOf(settings.schedules[exam]).balance,
  )
  if (!isAnySpread || mode === 'cram') return NOTHING
  const [loads, { daysOff }] = await Promise.all([
    dueLoads(db, schedulers, today + 1, today + LOAD_DAYS),
    loadPlanHints(db),
  ])
  return { loads, daysOff }
}

/** How full the days ahead are, as a session reads it once and carries on with its own answers. */
export class DayLoads {
  readonly #base = new Map<StudyDayNumber, number>()
  readonly #before: ReadonlyMap<CardId, CardState>
  /** Exams with a date ahead: their plan decides what comes when. */
  readonly #dated: ReadonlySet<ExamId>
  readonly #daysOff: Ahead['daysOff']

  constructor({ loads, daysOff }: Ahead, { planned, states }: StudyDay) {
    this.#before = states
    this.#daysOff = daysOff
    this.#dated = new Set(planned?.daysLeft.map(({ exam }) => exam))
    for (const { day, exams, cards } of loads) {
      if (exams !== null && this.#areDated(exams.split('+'))) continue
      this.#base.set(day, (this.#base.get(day) ?? 0) + cards)
    }
  }

  /** What decides on which day a card comes back; null where its reviews are not moved. */
  spreadOf({ note }: CatalogCard, settings: Settings, day: StudyDay): Spread | null {
    const exams = examsOfSkills(note.skills)
    const { balance, easyDays, maximumIntervalDays } = scheduleFor(settings, exams)
    if (!balance || this.#areDated(exams)) return null
    return {
      loadOf: this.#loadOf(day),
      // A day that the plan keeps free is empty, and is to stay so.
      easyDays: easyDays.map((ease, weekday) => (this.#daysOff?.[weekday] ? 'none' : ease)),
      maximumIntervalDays,
    }
  }

  #areDated(exams: readonly ExamId[]): boolean {
    return exams.some((exam) => this.#dated.has(exam))
  }

  #loadOf({ changed }: StudyDay): LoadOf {
    const more = new Map<StudyDayNumber, number>()
    const add = (state: CardState | null | undefined, by: number) => {
      if (state) more.set(state.dueDay, (more.get(state.dueDay) ?? 0) + by)
    }
    for (const [cardId, state] of changed) {
      add(state, 1)
      add(this.#before.get(cardId), -1)
    }
    return (day) => (this.#base.get(day) ?? 0) + (more.get(day) ?? 0)
  }
}
