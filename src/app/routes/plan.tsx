import { redirect, useLoaderData } from 'react-router'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import * as v from 'valibot'
import type { ExamId } from '../../core/note.ts'
import { ExamPlanSchema, MinutesSchema } from '../../core/plan-settings.ts'
import { deviceId } from '../../db/device.ts'
import { StorageFault } from '../../db/faults.ts'
import { savePlan } from '../../db/plan-settings.ts'
import { loadSettings } from '../../db/settings.ts'
import type { App } from '../app.ts'
import { keepCourses } from '../coming/start.ts'
import type { SaveResult } from '../hooks/use-setting.ts'
import { loadPlanBase, plannableExams } from '../plan/load-plan.ts'
import type { PlanBase } from '../plan/load-plan.ts'
import { PlanPage } from '../plan/plan-page.tsx'
import type { Screen } from '../screen.ts'

const DraftSchema = v.strictObject({ plan: ExamPlanSchema, minutes: MinutesSchema })

/** The plan for an exam: date, time, and what both bring. */
export function planRoute(app: App): Screen {
  return { loader: planLoader(app), action: planAction(app), Component: PlanRoute }
}

interface PlanData {
  readonly base: PlanBase
  readonly exam: ExamId
  readonly exams: readonly ExamId[]
}

function planLoader(app: App) {
  return async ({ params }: LoaderFunctionArgs): Promise<PlanData | Response> => {
    const base = await loadPlanBase(app, await loadSettings(app.db))
    const exams = base ? plannableExams(base) : []
    const [first] = exams
    if (!base || first === undefined) return redirect('/welcome')
    const exam = exams.find((each) => each === params['exam']?.toUpperCase())
    return exam === undefined ? redirect(`/plan/${first}`) : { base, exam, exams }
  }
}

function planAction(app: App) {
  return async ({ request, params }: ActionFunctionArgs): Promise<SaveResult> => {
    const { plan, minutes } = v.parse(DraftSchema, await request.json())
    const exam = params['exam'] ?? ''
    try {
      const device = await deviceId(app.db, app.newId)
      await savePlan(app.db, exam.toUpperCase(), plan, minutes, app.now(), device)
      keepCourses(app)
      return { saved: true }
    } catch (error) {
      if (error instanceof StorageFault) return { problem: error.message }
      throw error
    }
  }
}

function PlanRoute() {
  const { base, exam, exams } = useLoaderData<PlanData>()
  return <PlanPage key={exam} base={base} exam={exam} exams={exams} />
}
