import { configure, render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { onTestFinished } from 'vitest'
import { AppContext } from '../../src/app/app.ts'
import type { App } from '../../src/app/app.ts'
import { routesOf } from '../../src/app/router.tsx'
import { createStore } from '../../src/app/store.ts'
import type { UpdateState } from '../../src/app/updates.ts'
import type { ExamBundle, ExamInfo } from '../../src/core/catalog.ts'
import type { ExamAudit } from '../../src/core/deck/audit.ts'
import { cardKeysOf } from '../../src/core/note.ts'
import type { SettingKey, Settings } from '../../src/core/settings.ts'
import type { Instant } from '../../src/core/time.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { saveSetting } from '../../src/db/save-setting.ts'
import { testDb } from './test-db.ts'
import { install } from './install.ts'

// Screens are loaded when they are opened, which takes a while the first time. Shorter than a test may
// take, so that a failure says what was waited for.
configure({ asyncUtilTimeout: 4500 })

/** Noon in Chicago on a Monday, study day 20,780. */
export const NOON: Instant = Date.UTC(2026, 10, 23, 18)
export const CHICAGO = -6 * 60

export interface TestApp extends App {
  /** What `now()` says. */
  readonly setNow: (at: Instant) => void
  /** How often the new version was asked for. */
  readonly updated: () => number
}

interface TestAppOptions {
  readonly now?: Instant
  readonly utcOffsetMin?: number
  readonly db?: StudyDb
  /** What the build ships. */
  readonly bundles?: readonly ExamBundle[]
  /** Overrides what is known of the exams before anything is loaded. */
  readonly exams?: readonly ExamInfo[]
  readonly loadBundle?: App['loadBundle']
  readonly audits?: readonly ExamAudit[]
}

/** An app with its own empty database, a clock that stands still, and counted ids: `id-1`, `id-2`… */
export function testApp({
  now = NOON,
  utcOffsetMin = CHICAGO,
  db = testDb(),
  bundles = [],
  exams = bundles.map(infoOf),
  audits = [],
  loadBundle = async (exam) => bundles.find((bundle) => bundle.exam === exam),
}: TestAppOptions = {}): TestApp {
  let at = now
  let ids = 0
  let updates = 0
  return {
    db,
    exams,
    updates: {
      state: createStore<UpdateState>('none'),
      update: () => {
        updates += 1
      },
    },
    now: () => at,
    utcOffsetMin: () => utcOffsetMin,
    newId: () => `id-${++ids}`,
    loadBundle,
    loadAudits: async () => audits,
    setNow: (next) => {
      at = next
    },
    updated: () => updates,
  }
}

/** The app of a learner who chose and installed the exams of `bundles`. */
export async function studyingApp(
  bundles: readonly ExamBundle[],
  options: TestAppOptions = {},
): Promise<TestApp> {
  const app = testApp({ ...options, bundles })
  for (const bundle of bundles) await install(app.db, bundle)
  await setSetting(
    app,
    'exams',
    bundles.map(({ exam }) => exam),
  )
  return app
}

export async function setSetting<Key extends SettingKey>(
  app: App,
  key: Key,
  value: Settings[Key],
): Promise<void> {
  await saveSetting(app.db, key, value, app.now(), 'test')
}

/** Opens the app at a path, as the browser would: loader, action and page of the real routes. */
export function renderRoutes(app: App, path = '/') {
  const router = createMemoryRouter(routesOf(app), { initialEntries: [path] })
  onTestFinished(() => router.dispose())
  const user = userEvent.setup()
  const view = render(
    <AppContext value={app}>
      <RouterProvider router={router} />
    </AppContext>,
  )
  return { ...view, user, router }
}

/** What the start page knows of a bundle. */
export function infoOf({ exam, version, blueprint, notes }: ExamBundle): ExamInfo {
  const verified = notes.map((note) => note.verified).toSorted()
  return {
    exam,
    title: blueprint.title,
    version,
    url: `decks/${exam.toLowerCase()}.json`,
    guide: blueprint.guide,
    asOf: blueprint.as_of,
    stillCurrentOn: blueprint.still_current_on ?? null,
    notes: notes.length,
    cards: notes.reduce((sum, note) => sum + cardKeysOf(note.body).length, 0),
    pool: 0,
    recheck: notes.filter(({ status }) => status === 'recheck').length,
    verifiedFrom: verified.at(0) ?? null,
    verifiedTo: verified.at(-1) ?? null,
  }
}
