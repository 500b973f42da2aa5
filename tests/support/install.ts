import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import type { StudyDb } from '../../src/db/db.ts'
import { installExam } from '../../src/db/install-exam.ts'
import type { InstallMoment, Installed } from '../../src/db/install-exam.ts'

let ids = 0

/** Noon on study day 20,000, at UTC, on one device. */
export const MOMENT: InstallMoment = {
  at: 20_000 * 86_400_000 + 12 * 3_600_000,
  utcOffsetMin: 0,
  device: 'test',
  newId: () => `install-${++ids}`,
  settings: DEFAULT_SCHEDULER,
}

/** Installs a bundle, at noon on study day 20,000 unless told otherwise. */
export function install(
  db: StudyDb,
  bundle: unknown,
  moment: Partial<InstallMoment> = {},
): Promise<Installed> {
  return installExam(db, bundle, { ...MOMENT, ...moment })
}
