import { redirect, useLoaderData } from 'react-router'
import type { LoaderFunctionArgs } from 'react-router'
import type { App } from '../app.ts'
import { loadSchedule } from '../schedule/load-schedule.ts'
import type { ScheduleData } from '../schedule/load-schedule.ts'
import { SchedulePage } from '../schedule/schedule-page.tsx'
import type { Screen } from '../screen.ts'

/** How the cards of an exam are scheduled. */
export function scheduleRoute(app: App): Screen {
  return { loader: scheduleLoader(app), Component: ScheduleRoute }
}

function scheduleLoader(app: App) {
  return async ({ params, request }: LoaderFunctionArgs): Promise<ScheduleData | Response> => {
    const recall = new URL(request.url).searchParams.get('recall')
    const loaded = await loadSchedule(app, params['exam'], recall)
    if (!loaded) return redirect('/welcome')
    return 'first' in loaded ? redirect(`/plan/${loaded.first}/scheduling`) : loaded
  }
}

function ScheduleRoute() {
  const data = useLoaderData<ScheduleData>()
  return <SchedulePage key={data.exam} data={data} />
}
