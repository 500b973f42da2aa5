import { createContext, use } from 'react'
import type { ExamInfo } from '../core/catalog.ts'
import type { ExamAudit } from '../core/deck/audit.ts'
import type { ExamId } from '../core/note.ts'
import type { Instant, StudyClock } from '../core/time.ts'
import type { StudyDb } from '../db/db.ts'
import type { Updates } from './updates.ts'

/** Everything a route may touch. `main.tsx` builds the real one, tests build their own. */
export interface App {
  readonly db: StudyDb
  /** The exams that this build ships. */
  readonly exams: readonly ExamInfo[]
  /** New versions of the app itself. */
  readonly updates: Updates
  readonly now: () => Instant
  /** Minutes to add to UTC to get local time at that instant. */
  readonly utcOffsetMin: (at: Instant) => number
  /** A fresh unique id, for a showing, an entry of the log or a device. */
  readonly newId: () => string
  /** Reads what the build ships for an exam; not validated yet. Rejects when it cannot be read. */
  readonly loadBundle: (exam: ExamId) => Promise<unknown>
  /** What readers found in samples of the cards that this build ships. */
  readonly loadAudits: () => Promise<readonly ExamAudit[]>
}

export const AppContext = createContext<App | null>(null)

/** The app that this tree runs in. Throws outside of `AppContext`. */
export function useApp(): App {
  const app = use(AppContext)
  if (!app) throw new Error('useApp needs an AppContext around it')
  return app
}

/** The clock that holds at `at` for a learner whose day begins at `rolloverHour`. */
export function clockAt(app: App, at: Instant, rolloverHour: number): StudyClock {
  return { utcOffsetMin: app.utcOffsetMin(at), rolloverHour }
}
