import { useLoaderData } from 'react-router'
import { deviceId } from '../../db/device.ts'
import { allFits, logLength } from '../../db/fits.ts'
import { loadSettings } from '../../db/settings.ts'
import { loadStudySettings } from '../../db/study-settings.ts'
import { studyDayOf } from '../../core/time.ts'
import { clockAt } from '../app.ts'
import type { App } from '../app.ts'
import { MemoryPage } from '../memory/memory-page.tsx'
import type { MemoryData } from '../memory/memory-page.tsx'
import type { Screen } from '../screen.ts'
import { createStore } from '../store.ts'
import { settingsAction } from './settings.tsx'

/** Parameters of memory fitted to the learner: what was found, what is in force, and the way back. */
export function memoryRoute(app: App): Screen {
  return {
    loader: memoryLoader(app),
    action: settingsAction(app, createStore<number | null>(null)),
    Component: () => <MemoryPage data={useLoaderData<MemoryData>()} />,
  }
}

function memoryLoader(app: App) {
  return async (): Promise<MemoryData> => {
    const [{ weights, rolloverHour }, { refit }, fits, ratings, device] = await Promise.all([
      loadSettings(app.db),
      loadStudySettings(app.db),
      allFits(app.db),
      logLength(app.db),
      deviceId(app.db, app.newId),
    ])
    const now = app.now()
    const clock = clockAt(app, now, rolloverHour)
    return { weights, refit, fits, ratings, device, today: studyDayOf(now, clock), clock }
  }
}
