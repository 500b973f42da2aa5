import { data, useLoaderData } from 'react-router'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import * as v from 'valibot'
import { ExamResultSchema } from '../../core/readiness/forecast-record.ts'
import { isoDay } from '../../core/deck/iso-day.ts'
import { dayOfDate } from '../../core/plan-settings.ts'
import { studyDayOf } from '../../core/time.ts'
import { deviceId } from '../../db/device.ts'
import { StorageFault } from '../../db/faults.ts'
import { removeResult, saveResult } from '../../db/forecasts.ts'
import { loadSettings } from '../../db/settings.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { loadReadiness } from '../readiness/load-readiness.ts'
import type { When } from '../readiness/load-readiness.ts'
import { ReadinessPage } from '../readiness/readiness-page.tsx'
import type { ReadinessData } from '../readiness/readiness-page.tsx'
import type { Screen } from '../screen.ts'
import { READINESS } from '../words/readiness.ts'

/** What an exam may bring: a band for each domain and the whole, and how good such forecasts are. */
export function readinessRoute(app: App): Screen {
  return {
    loader: readinessLoader(app),
    action: readinessAction(app),
    Component: () => <ReadinessPage data={useLoaderData<ReadinessData>()} />,
  }
}

function readinessLoader(app: App) {
  return async ({ request }: LoaderFunctionArgs): Promise<ReadinessData> => {
    const { searchParams } = new URL(request.url)
    const settings = await loadSettings(app.db)
    const known = app.exams.map(({ exam }) => exam)
    const exams = [...new Set([...settings.exams, ...known])].filter((each) => known.includes(each))
    const wanted = searchParams.get('exam')
    const exam = wanted === null ? exams[0] : exams.find((each) => each === wanted.toUpperCase())
    if (!exam) throw data(READINESS.none.exam(wanted ?? ''), { status: 404 })
    const when: When = searchParams.get('when') === 'today' ? 'today' : 'exam'
    return { exams, ...(await loadReadiness(app, exam, when, settings)) }
  }
}

const Report = v.variant('kind', [
  v.strictObject({
    kind: v.literal('report'),
    exam: ExamResultSchema.entries.exam,
    date: v.string(),
    score: v.string(),
    passed: v.boolean(),
  }),
  v.strictObject({
    kind: v.literal('remove'),
    exam: ExamResultSchema.entries.exam,
    day: ExamResultSchema.entries.day,
  }),
])

/** What the form for results is answered. */
export type ReportAnswer = { readonly saved: true } | { readonly problem: string }

function readinessAction(app: App) {
  return async ({ request }: ActionFunctionArgs): Promise<ReportAnswer> => {
    const report = v.parse(Report, await request.json())
    const now = app.now()
    try {
      const device = await deviceId(app.db, app.newId)
      if (report.kind === 'remove') {
        await removeResult(app.db, report.exam, report.day, { at: now, device })
        return { saved: true }
      }
      const { rolloverHour } = await loadSettings(app.db)
      const day = dayOfDate(report.date)
      // The calendar may be a day ahead of the study day between midnight and its beginning.
      if (
        isoDay(report.date) === null ||
        day > studyDayOf(now, clockAt(app, now, rolloverHour)) + 1
      ) {
        return { problem: READINESS.wrongDate }
      }
      const score = v.safeParse(ExamResultSchema.entries.score, Number(report.score))
      if (!score.success) return { problem: READINESS.wrongScore }
      const { exam, passed } = report
      await saveResult(app.db, { exam, day, score: score.output, passed, updatedAt: now, device })
      return { saved: true }
    } catch (error) {
      if (error instanceof StorageFault) return { problem: error.message }
      throw error
    }
  }
}
