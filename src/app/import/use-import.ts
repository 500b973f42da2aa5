import { useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import type { DuplicateChoice } from '../../core/import/duplicates.ts'
import { offsetsBetween } from '../../core/import/offsets.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import { deviceId } from '../../db/device.ts'
import { StorageFault } from '../../db/faults.ts'
import { ensureProjection } from '../../db/projection.ts'
import { loadSettings } from '../../db/settings.ts'
import { useApp } from '../app.ts'
import type { App } from '../app.ts'
import { Cancelled } from '../in-worker.ts'
import { IMPORT, problemWords } from '../words/import.ts'
import { inBackground } from './background.ts'
import { ImportError } from './import-error.ts'
import { takenBackWords } from '../words/take-back.ts'
import type { TableChoice } from './read-file.ts'
import { takeBackImport } from './take-back.ts'
import type { FileInput, ImportDone, Preview, TaskName } from './tasks.ts'

/** A file that was chosen, and what it would bring. */
export interface Chosen {
  readonly file: File
  readonly table: TableChoice
  readonly preview: Preview
}

export interface Importing {
  readonly running: TaskName | null
  readonly share: number
  readonly problem: string | null
  readonly chosen: Chosen | null
  readonly done: ImportDone | null
  /** What came of taking it back, in words. */
  readonly takenBack: string | null
  readonly onFile: (file: File) => void
  /** Reads the table again, in another way. */
  readonly onTable: (table: TableChoice) => void
  readonly onImport: (choice: DuplicateChoice) => void
  /** Takes back what was imported just now. */
  readonly onTakeBack: () => void
  readonly onCancel: () => void
  readonly onClose: () => void
}

interface State {
  readonly running: TaskName | null
  readonly share: number
  readonly problem: string | null
  readonly chosen: Chosen | null
  readonly done: ImportDone | null
  readonly takenBack: string | null
}

const IDLE: State = {
  running: null,
  share: 0,
  problem: null,
  chosen: null,
  done: null,
  takenBack: null,
}
const AS_FOUND: TableChoice = { delimiter: null, mapping: null }
/** Anki's first release: nobody's history is older. */
const FIRST_ANSWER = 1_159_660_800_000

/** Importing a file: look at it, decide, take it in. One thing at a time, each in the background. */
export function useImport(): Importing {
  const app = useApp()
  const { revalidate } = useRevalidator()
  const [state, setState] = useState(IDLE)
  const controller = useRef<AbortController | null>(null)

  const start = (running: TaskName) => {
    controller.current?.abort()
    const { signal } = (controller.current = new AbortController())
    setState((before) => ({ ...before, running, share: 0, problem: null, done: null }))
    const onShare = (share: number) => {
      if (!signal.aborted) setState((before) => ({ ...before, share }))
    }
    return { signal, onShare }
  }
  const read = async (file: File, table: TableChoice) => {
    const hooks = start('read')
    try {
      const input = inputOf(app, file, table)
      const preview = await inBackground({ dbName: app.db.name, name: 'read', input }, hooks)
      if (!hooks.signal.aborted) setState({ ...IDLE, chosen: { file, table, preview } })
    } catch (error) {
      if (!hooks.signal.aborted) setState({ ...IDLE, problem: problemOf(error) })
    }
  }
  const take = async ({ file, table }: Chosen, choice: DuplicateChoice) => {
    const hooks = start('import')
    try {
      const written = { at: app.now(), device: await deviceId(app.db, app.newId) }
      const input = { ...inputOf(app, file, table), choice, written }
      const done = await inBackground({ dbName: app.db.name, name: 'import', input }, hooks)
      setState({ ...IDLE, done })
    } catch (error) {
      setState((before) => ({ ...before, running: null, problem: problemOf(error) }))
    }
    try {
      // Also after it was given up: it may have been written a moment before.
      await ensureProjection(app.db, schedulerSettingsOf(await loadSettings(app.db)))
      await revalidate()
    } catch {
      // What came of the import is said already. Where storage fails now, the next screen tells of it.
    }
  }
  const takeBack = async (importId: string) => {
    const { onShare } = start('takeBack')
    try {
      const taken = await takeBackImport(app, importId, app.newId(), onShare)
      setState({ ...IDLE, takenBack: takenBackWords(taken) })
      app.db.changes.echo({ kind: 'bulk' })
      await revalidate()
    } catch (error) {
      setState({ ...IDLE, problem: problemOf(error) })
    }
  }
  const { chosen, done } = state
  return {
    ...state,
    onFile: (file) => void read(file, AS_FOUND),
    onTable: (table) => chosen && void read(chosen.file, table),
    onImport: (choice) => chosen && void take(chosen, choice),
    onTakeBack: () => done?.importId && void takeBack(done.importId),
    onCancel: () => {
      const wasReading = state.running === 'read'
      controller.current?.abort()
      if (wasReading) setState(IDLE)
    },
    onClose: () => setState(IDLE),
  }
}

function inputOf(app: App, file: File, table: TableChoice): FileInput {
  const now = app.now()
  const offsets = offsetsBetween(FIRST_ANSWER, now, app.utcOffsetMin)
  return { file, name: file.name, table, offsets, now }
}

export function problemOf(error: unknown): string {
  if (error instanceof Cancelled) return IMPORT.cancelled
  if (error instanceof ImportError) return problemWords(error.problem)
  return error instanceof StorageFault ? error.message : IMPORT.failed
}
