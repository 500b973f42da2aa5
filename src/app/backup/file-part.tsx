import { useState } from 'react'
import { useRevalidator } from 'react-router'
import type { AtRisk } from '../../core/backup/reminder.ts'
import { noteBackup } from '../../db/backup-standing.ts'
import { deviceId } from '../../db/device.ts'
import { useApp } from '../app.ts'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { TaskProgress } from '../components/task-progress.tsx'
import { BACKUP, momentName, riskWords } from '../words/backup.ts'
import { fileName } from './file-name.ts'
import styles from '../components/part.module.css'
import { downloadFile, shareFile } from './save-file.ts'
import { useTask } from './use-task.ts'

interface FilePartProps {
  readonly risk: AtRisk
  readonly canShare: boolean
}

/** One button that makes a file with everything. */
export function FilePart({ risk, canShare }: FilePartProps) {
  const app = useApp()
  const { revalidate } = useRevalidator()
  const { state, run, cancel, fail } = useTask()
  const [said, setSaid] = useState('')

  const make = async (give: (file: Blob, name: string) => boolean | Promise<boolean>) => {
    setSaid('')
    const at = app.now()
    const written = { at, device: await deviceId(app.db, app.newId) }
    const file = await run('export', written)
    if (!file) return
    const name = fileName({ at, utcOffsetMin: app.utcOffsetMin(at) })
    try {
      if (!(await give(file, name))) return
      await noteBackup(app.db, at)
      setSaid(BACKUP.made(name))
      await revalidate()
    } catch {
      fail(BACKUP.failed)
    }
  }
  const { backedUpAt, reviews } = risk
  const when = backedUpAt === null ? null : momentName(backedUpAt, app.utcOffsetMin(backedUpAt))
  return (
    <Section title={BACKUP.file}>
      <p className={`${styles['text']} note num`}>{riskWords(reviews, when)}</p>
      <p className={`${styles['text']} note`}>{BACKUP.fileNote}</p>
      {state.problem ? <Notice kind="error">{state.problem}</Notice> : null}
      {state.running ? (
        <TaskProgress label={BACKUP.making} share={state.share} onCancel={cancel} />
      ) : (
        <div className={styles['acts']}>
          <Button onClick={() => void make(download)}>{BACKUP.download}</Button>
          {canShare ? (
            <Button look="plain" onClick={() => void make(shareFile)}>
              {BACKUP.share}
            </Button>
          ) : null}
        </div>
      )}
      <output className={`${styles['said']} note`}>{said}</output>
    </Section>
  )
}

function download(file: Blob, name: string): boolean {
  downloadFile(file, name)
  return true
}
