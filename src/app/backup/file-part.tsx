import { useState } from 'react'
import { useRevalidator } from 'react-router'
import type { AtRisk } from '../../core/backup/reminder.ts'
import type { Instant } from '../../core/time.ts'
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
import { downloadFile, shareable, shareFile } from './save-file.ts'
import { useTask } from './use-task.ts'

interface FilePartProps {
  readonly risk: AtRisk
  readonly canShare: boolean
}

/** A backup that is made, and waits for a click before the browser passes it on. */
interface Waiting {
  readonly file: File
  readonly at: Instant
}

/** One button that makes a file with everything. */
export function FilePart({ risk, canShare }: FilePartProps) {
  const app = useApp()
  const { revalidate } = useRevalidator()
  const { state, run, cancel, fail } = useTask()
  const [said, setSaid] = useState('')
  const [waiting, setWaiting] = useState<Waiting | null>(null)

  const make = async (give: (file: Blob, name: string, at: Instant) => Promise<boolean>) => {
    setSaid('')
    setWaiting(null)
    const at = app.now()
    const written = { at, device: await deviceId(app.db, app.newId) }
    const file = await run('export', written)
    if (!file) return
    const name = fileName({ at, utcOffsetMin: app.utcOffsetMin(at) })
    try {
      if (await give(file, name, at)) await isOutside(name, at)
    } catch {
      fail(BACKUP.failed)
    }
  }
  const isOutside = async (name: string, at: Instant) => {
    await noteBackup(app.db, at)
    setSaid(BACKUP.made(name))
    await revalidate()
  }
  const share = async (backup: Blob, name: string, at: Instant) => {
    const file = await shareable(backup, name)
    const outcome = await shareFile(file)
    // Making it took longer than a click counts: it is ready now, and another one will do.
    if (outcome === 'refused') setWaiting({ file, at })
    return outcome === 'shared'
  }
  const shareNow = async ({ file, at }: Waiting) => {
    setWaiting(null)
    const outcome = await shareFile(file)
    if (outcome === 'refused') return fail(BACKUP.shareRefused)
    return outcome === 'shared' ? isOutside(file.name, at) : undefined
  }
  const { backedUpAt, reviews } = risk
  const when = backedUpAt === null ? null : momentName(backedUpAt, app.utcOffsetMin(backedUpAt))
  return (
    <Section title={BACKUP.file}>
      <p className={`${styles['text']} note num`}>{riskWords(reviews, when)}</p>
      <p className={`${styles['text']} note`}>{BACKUP.fileNote}</p>
      {state.problem ? (
        <div className={styles['notice']}>
          <Notice kind="error">{state.problem}</Notice>
        </div>
      ) : null}
      {waiting ? (
        <div className={styles['notice']}>
          <Notice
            action={
              <Button look="word" onClick={() => void shareNow(waiting)}>
                {BACKUP.shareNow}
              </Button>
            }
          >
            {BACKUP.shareReady(waiting.file.name)}
          </Notice>
        </div>
      ) : null}
      {state.running ? (
        <TaskProgress label={BACKUP.making} share={state.share} onCancel={cancel} />
      ) : (
        <div className={styles['acts']}>
          <Button onClick={() => void make(download)}>{BACKUP.download}</Button>
          {canShare ? (
            <Button look="plain" onClick={() => void make(share)}>
              {BACKUP.share}
            </Button>
          ) : null}
        </div>
      )}
      <output className={`${styles['said']} note`}>{said}</output>
    </Section>
  )
}

function download(file: Blob, name: string): Promise<boolean> {
  downloadFile(file, name)
  return Promise.resolve(true)
}
