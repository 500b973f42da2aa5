import { useRevalidator } from 'react-router'
import { deviceId } from '../../db/device.ts'
import { useApp } from '../app.ts'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { SnapshotList } from '../components/snapshot-list.tsx'
import { TaskProgress } from '../components/task-progress.tsx'
import { BACKUP, momentName } from '../words/backup.ts'
import { byteWords } from '../words/settings.ts'
import { fileName } from './file-name.ts'
import styles from '../components/part.module.css'
import { downloadFile } from './save-file.ts'
import { snapshotFile } from './snapshots.ts'
import type { Snapshot } from './snapshots.ts'
import { useTask } from './use-task.ts'

interface SnapshotPartProps {
  readonly snapshots: readonly Snapshot[]
  readonly canSnapshot: boolean
  readonly onRestore: (file: Blob) => void
}

/** The snapshots that this browser keeps, and a button for one more. */
export function SnapshotPart({ snapshots, canSnapshot, onRestore }: SnapshotPartProps) {
  const app = useApp()
  const { revalidate } = useRevalidator()
  const { state, run, cancel, fail } = useTask()
  const lines = snapshots.map(({ name, at, bytes }) => ({
    name,
    when: momentName(at, app.utcOffsetMin(at)),
    size: byteWords(bytes),
  }))
  const withFile = (use: (file: File) => void) => (name: string) => {
    snapshotFile(name).then(use, () => fail(BACKUP.gone))
  }
  const make = async () => {
    const written = { at: app.now(), device: await deviceId(app.db, app.newId) }
    if (await run('snapshot', written)) await revalidate()
  }
  const download = withFile((file) => {
    const at = Number.parseInt(file.name, 10)
    downloadFile(file, fileName({ at, utcOffsetMin: app.utcOffsetMin(at) }))
  })
  return (
    <Section title={BACKUP.automatic}>
      <p className={`${styles['text']} note`}>{BACKUP.automaticNote}</p>
      {state.problem ? <Notice kind="error">{state.problem}</Notice> : null}
      {canSnapshot ? (
        <>
          {lines.length > 0 ? (
            <SnapshotList snapshots={lines} onRestore={withFile(onRestore)} onDownload={download} />
          ) : (
            <p className={`${styles['text']} note`}>{BACKUP.noSnapshots}</p>
          )}
          {state.running ? (
            <TaskProgress label={BACKUP.making} share={state.share} onCancel={cancel} />
          ) : (
            <div className={styles['acts']}>
              <Button look="plain" compact onClick={() => void make()}>
                {BACKUP.snapshotNow}
              </Button>
            </div>
          )}
        </>
      ) : (
        <p className={`${styles['text']} note`}>{BACKUP.cannotSnapshot}</p>
      )}
    </Section>
  )
}
