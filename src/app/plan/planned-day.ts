import * as v from 'valibot'
import { calibrationOf } from '../../core/plan/calibration.ts'
import { HABIT_DAYS, habitsOf } from '../../core/plan/habits.ts'
import { Memory } from '../../core/plan/memory.ts'
import { planDay } from '../../core/plan/plan-day.ts'
import { secondsOn, sittingsOf } from '../../core/plan/sittings.ts'
import { planSettingsOf } from '../../core/plan-settings.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import type { Settings } from '../../core/settings.ts'
import type { CatalogCard } from '../../core/catalog.ts'
import type { Review } from '../../core/review.ts'
import { isByPlan } from '../../core/study/planned.ts'
import type { PlannedDay } from '../../core/study/planned.ts'
import { withinMinutes } from '../../core/study/planned-time.ts'
import { examsOf } from '../../core/study/study-day.ts'
import type { StudyDay } from '../../core/study/study-day.ts'
import { DAY_MS } from '../../core/time.ts'
import type { SettingRow, StudyDb } from '../../db/db.ts'
import { getLocal, putLocal } from '../../db/local.ts'
import { reviewsSince } from '../../db/log.ts'
import { allStates, statesOf } from '../../db/states.ts'
import type { LoadedDay } from '../study-day.ts'

/** Row of `local` with the plan of the day that was worked out last. */
const KEY = 'plannedDay'

/** Raised when the code would plan the same day otherwise. */
const CODE_VERSION = 2

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const StoredSchema = v.object({
  key: v.string(),
  minutes: v.number(),
  units: v.array(
    v.array(
      v.object({
        cardId: v.string(),
        exam: v.string(),
        left: share,
        after: share,
        seconds: v.pipe(v.number(), v.minValue(0)),
        isNew: v.boolean(),
        isDated: v.boolean(),
      }),
    ),
  ),
  exams: v.array(v.string()),
  resting: v.array(v.string()),
  over: v.array(v.string()),
  daysLeft: v.array(v.object({ exam: v.string(), days: v.number() })),
})

/**
 * The same day with what the learner's plan has for it. It is worked out from all card states the first
 * time it is asked for, and kept for the rest of the day, so that the list stays the same.
 *
 * @param isAhead for a day that has not come: what it rests on may still change, so it is not kept
 */
export async function withPlan(
  db: StudyDb,
  settings: Settings,
  rows: readonly SettingRow[],
  loaded: LoadedDay,
  isAhead: boolean,
): Promise<StudyDay> {
  const { day } = loaded
  const key = keyOf(settings, rows, loaded)
  const stored = isAhead ? null : await storedDay(db, key)
  if (stored) return withStates(db, day, stored)
  const planned = await plannedDay(db, settings, rows, loaded)
  if (!isAhead) {
    const { exams, resting } = planned
    await putLocal(db, KEY, { key, ...planned, exams: [...exams], resting: [...resting] })
  }
  return withStates(db, day, planned)
}

/**
 * The same day with what its minutes still hold: from the list that is kept and from the answers of the day,
 * once each time it is read, so that nothing changes while cards are graded.
 */
export async function heldByMinutes(
  db: StudyDb,
  day: StudyDay,
  rolloverHour: number,
): Promise<StudyDay> {
  const recent = await reviewsSince(db, Math.max(0, (day.today - 1) * DAY_MS))
  return withinMinutes(
    day,
    secondsOn(
      answersTo(day, recent, (card) => isByPlan(day, card)),
      day.today,
      rolloverHour,
    ),
  )
}

/** Without the answers to other cards: those of exams without a plan come on top of its minutes. */
function answersTo(
  day: StudyDay,
  reviews: readonly Review[],
  isPlanned: (card: CatalogCard) => boolean,
): Review[] {
  return reviews.filter((review) => {
    const card = 'cardId' in review ? day.cardById.get(review.cardId) : undefined
    return card === undefined || isPlanned(card)
  })
}

async function storedDay(db: StudyDb, key: string): Promise<PlannedDay | null> {
  const stored = v.safeParse(StoredSchema, await getLocal(db, KEY))
  if (!stored.success || stored.output.key !== key) return null
  const { key: _, exams, resting, ...planned } = stored.output
  return { ...planned, exams: new Set(exams), resting: new Set(resting) }
}

/** A text that differs whenever the day has to be planned anew. */
function keyOf(settings: Settings, rows: readonly SettingRow[], { day, exams }: LoadedDay): string {
  const { desiredRetention, newPerDay } = settings
  return JSON.stringify([
    CODE_VERSION,
    day.today,
    day.cards.length,
    exams.map(({ exam, version }) => [exam, version]),
    rows.map(({ key, updatedAt }) => [key, updatedAt]),
    [desiredRetention, newPerDay, schedulerSettingsOf(settings).weights],
    ...(Object.keys(settings.schedules).length > 0 ? [settings.schedules] : []),
  ])
}

async function plannedDay(
  db: StudyDb,
  settings: Settings,
  rows: readonly SettingRow[],
  { day, exams }: LoadedDay,
): Promise<PlannedDay> {
  const { rolloverHour, desiredRetention } = settings
  const [all, recent] = await Promise.all([
    allStates(db),
    reviewsSince(db, Math.max(0, (day.today - HABIT_DAYS) * DAY_MS)),
  ])
  const states = new Map(all.map((state) => [state.cardId, state]))
  const introducedOn = (cardId: string) => states.get(cardId)?.introducedDay
  const plans = planSettingsOf(rows)
  const isPlanned = (card: CatalogCard) => examsOf(day, card).some((exam) => plans.exams.has(exam))
  const memory = new Memory(schedulerSettingsOf(settings).weights)
  return planDay({
    day,
    blueprints: exams.map(({ blueprint }) => blueprint),
    plans,
    states,
    memory,
    habits: habitsOf(sittingsOf(recent, introducedOn, rolloverHour)),
    calibration: calibrationOf(recent, introducedOn, memory, rolloverHour),
    desiredRetention,
    schedules: settings.schedules,
    spent: secondsOn(answersTo(day, recent, isPlanned), day.today, rolloverHour),
  })
}

/** Adds the states of planned cards, which need not be due. */
async function withStates(db: StudyDb, day: StudyDay, planned: PlannedDay): Promise<StudyDay> {
  const ids = planned.units.flatMap((unit) => unit.map(({ cardId }) => cardId))
  const missing = ids.filter((id) => day.seen.has(id) && !day.states.has(id))
  const states = missing.length > 0 ? await statesOf(db, missing) : []
  return { ...day, planned, states: new Map([...day.states, ...states]) }
}
