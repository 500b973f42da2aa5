import { useState } from 'react'
import { StudyDb } from '../../db/db.ts'
import { salvage } from '../../db/salvage.ts'
import type { App } from '../app.ts'
import { nextDatabaseName, switchDatabase } from '../database-name.ts'
import { RECOVERY, salvagedWords } from '../words/recovery.ts'
import { inBackground } from './background.ts'
import { compressed } from './file.ts'
import { fileName } from './file-name.ts'
import { downloadFile } from './save-file.ts'
import { snapshotFile } from './snapshots.ts'

export interface Recovering {
  readonly isBusy: boolean
  readonly said: string
  readonly problem: string | null
  /** Gives what can be read of a database as a file. */
  readonly save: (database: string) => void
  /** Goes on with a new database that a snapshot fills. */
  readonly goOnFrom: (snapshot: string) => void
  readonly downloadSnapshot: (snapshot: string) => void
  /** Goes on with a new, empty database. */
  readonly beginAnew: () => void
}

/** The ways out of a database that cannot be opened. None of them changes it. */
export function useRecovery(app: App, onRestart: () => void): Recovering {
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const act = (what: () => Promise<string | null>) => {
    setProblem(null)
    setSaid('')
    setBusy(true)
    what()
      .then((words) => setSaid(words ?? ''))
      .catch(() => setProblem(RECOVERY.failed))
      .finally(() => setBusy(false))
  }
  const goOnWith = (database: string) => {
    switchDatabase(database)
    onRestart()
    return null
  }
  return {
    isBusy,
    said,
    problem,
    save: (database) => act(() => saveReadable(app, database)),
    downloadSnapshot: (name) =>
      act(async () => {
        downloadFile(await snapshotFile(name), `cirrus-${name}`)
        return null
      }),
    goOnFrom: (name) =>
      act(async () => {
        const database = nextDatabaseName(app.now())
        const written = { at: app.now(), device: app.newId() }
        const file = await snapshotFile(name)
        const input = { file, mode: 'merge', written, snapshotFirst: false } as const
        await inBackground(database, 'restore', input)
        return goOnWith(database)
      }),
    beginAnew: () =>
      act(async () => {
        const fresh = new StudyDb(nextDatabaseName(app.now()))
        // Made here, so that a browser that stores nothing any more says so now.
        await fresh.open()
        fresh.close()
        return goOnWith(fresh.name)
      }),
  }
}

async function saveReadable(app: App, database: string): Promise<string> {
  const at = app.now()
  const { lines, rows, lost } = await salvage(database, { at, device: 'salvage' })
  const name = fileName({ at, utcOffsetMin: app.utcOffsetMin(at) })
  downloadFile(await compressed(lines), name)
  return salvagedWords(rows, lost, name)
}
