import { useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import { deviceId } from '../../db/device.ts'
import { loadSettings } from '../../db/settings.ts'
import { useApp } from '../app.ts'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { RestoreDialog } from '../components/restore-dialog.tsx'
import type { BackupView, Mode } from '../components/restore-dialog.tsx'
import { Section } from '../components/section.tsx'
import { TaskProgress } from '../components/task-progress.tsx'
import { applyTheme } from '../theme.ts'
import { bringUpToDate } from '../up-to-date.ts'
import * as words from '../words/backup.ts'
import styles from '../components/part.module.css'
import { viewOf } from './backup-view.ts'
import { useTask } from './use-task.ts'
import type { TaskState } from './use-task.ts'

const { BACKUP } = words

interface Here {
  readonly isEmpty: boolean
  readonly canSnapshot: boolean
}

/** A backup that the learner chose, looked at and not yet taken in. */
interface Chosen {
  readonly file: Blob
  readonly view: BackupView
}

export interface Restore extends Here {
  readonly state: TaskState
  readonly chosen: Chosen | null
  readonly said: string
  /** Reads a file and asks what to do with it. */
  readonly onFile: (file: Blob) => void
  readonly onClose: () => void
  readonly onRestore: (mode: Mode) => void
  readonly onCancel: () => void
}

/** Taking in a backup: read it, ask, do it, bring the exams up to date with it. */
export function useRestore({ isEmpty, canSnapshot }: Here): Restore {
  const app = useApp()
  const { revalidate } = useRevalidator()
  const { state, run, cancel } = useTask()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [said, setSaid] = useState('')

  const read = async (file: Blob) => {
    setSaid('')
    const summary = await run('read', { file })
    if (summary) setChosen({ file, view: viewOf(summary, app.utcOffsetMin) })
  }
  const restore = async (file: Blob, mode: Mode) => {
    setChosen(null)
    const written = { at: app.now(), device: await deviceId(app.db, app.newId) }
    const snapshotFirst = mode === 'replace' && canSnapshot
    const restored = await run('restore', { file, mode, written, snapshotFirst })
    if (!restored) return
    try {
      // The exams of the backup may be none of those that are installed.
      await bringUpToDate(app, new AbortController().signal)
      applyTheme((await loadSettings(app.db)).theme)
      await revalidate()
    } catch {
      // It is restored all the same. Where storage fails now, the next screen tells of it.
    }
    setSaid(words.restoredWords(restored))
  }
  return {
    isEmpty,
    canSnapshot,
    state,
    chosen,
    said,
    onCancel: cancel,
    onFile: (file) => void read(file),
    onClose: () => setChosen(null),
    onRestore: (mode) => chosen && void restore(chosen.file, mode),
  }
}

/** The part of the page that takes in a file. Snapshots are restored by the same dialog. */
export function RestorePart(props: Restore) {
  const { state, chosen, said, isEmpty, canSnapshot, onFile, onCancel } = props
  const input = useRef<HTMLInputElement>(null)
  return (
    <Section title={BACKUP.restore}>
      <p className={`${styles['text']} note`}>{BACKUP.restoreNote}</p>
      {state.problem ? <Notice kind="error">{state.problem}</Notice> : null}
      {state.running ? (
        <TaskProgress
          label={state.running === 'read' ? BACKUP.reading : BACKUP.going}
          share={state.share}
          onCancel={onCancel}
        />
      ) : (
        <div className={styles['acts']}>
          <Button look="plain" onClick={() => input.current?.click()}>
            {BACKUP.choose}
          </Button>
        </div>
      )}
      <input
        ref={input}
        type="file"
        accept=".gz,.jsonl,.txt,application/gzip,text/plain"
        hidden
        aria-label={BACKUP.choose}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) onFile(file)
          // The same file can be chosen again.
          currentTarget.value = ''
        }}
      />
      <output className={`${styles['said']} note num`}>{said}</output>
      <RestoreDialog
        view={chosen?.view ?? null}
        isEmpty={isEmpty}
        canSnapshot={canSnapshot}
        onClose={props.onClose}
        onRestore={props.onRestore}
      />
    </Section>
  )
}
