import { Dexie } from 'dexie'
import * as v from 'valibot'
import type { ExamId } from '../core/note.ts'
import { ExamResultSchema, ForecastEntrySchema } from '../core/readiness/forecast-record.ts'
import type { ExamResult, Forecast, ForecastEntry } from '../core/readiness/forecast-record.ts'
import type { StudyDayNumber } from '../core/time.ts'
import { withDb } from './db.ts'
import type { StudyDb } from './db.ts'
import type { Written } from './written.ts'

/** All forecasts and results of an exam, oldest day first. */
export async function forecastsOf(db: StudyDb, exam: ExamId): Promise<ForecastEntry[]> {
  const ofExam = () =>
    db.forecasts.where('[exam+day]').between([exam, Dexie.minKey], [exam, Dexie.maxKey]).toArray()
  return withDb(db, ofExam)
}

/**
 * Keeps what was forecast. Of one exam and study day the last one stays: it knew what was answered in
 * the meantime.
 */
export async function saveForecast(
  db: StudyDb,
  forecast: Omit<Forecast, 'kind' | 'id'>,
): Promise<void> {
  const id = `forecast/${forecast.exam}/${forecast.day}`
  const checked = v.parse(ForecastEntrySchema, { kind: 'forecast', id, ...forecast })
  await withDb(db, () => db.forecasts.put(checked))
}

/**
 * Keeps how an exam went, in place of an earlier report of the same day.
 *
 * @throws v.ValiError for what is no result, as a score above 1000
 */
export async function saveResult(
  db: StudyDb,
  result: Omit<ExamResult, 'kind' | 'id' | 'removed'>,
): Promise<void> {
  const id = resultId(result.exam, result.day)
  const checked = v.parse(ExamResultSchema, { kind: 'result', id, ...result })
  await withDb(db, () => db.forecasts.put(checked))
  db.changes.announce({ kind: 'bulk' })
}

/** Takes a report back. Its row stays, so that another device learns of it. */
export async function removeResult(
  db: StudyDb,
  exam: ExamId,
  day: StudyDayNumber,
  { at, device }: Written,
): Promise<void> {
  await withDb(db, () =>
    db.transaction('rw', db.forecasts, async () => {
      const stored = await db.forecasts.get(resultId(exam, day))
      if (stored?.kind === 'result') {
        const updatedAt = Math.max(at, stored.updatedAt + 1)
        await db.forecasts.put({ ...stored, updatedAt, device, removed: true })
      }
    }),
  )
  db.changes.announce({ kind: 'bulk' })
}

function resultId(exam: ExamId, day: StudyDayNumber): string {
  return `result/${exam}/${day}`
}
