import { useEffect, useState } from 'react'
import type { App } from '../app.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { SnapshotList } from '../components/snapshot-list.tsx'
import { momentName } from '../words/backup.ts'
import { RECOVERY } from '../words/recovery.ts'
import { byteWords } from '../words/settings.ts'
import styles from '../components/part.module.css'
import { snapshots } from './snapshots.ts'
import type { Snapshot } from './snapshots.ts'
import { useRecovery } from './use-recovery.ts'

interface RecoveryProps {
  readonly app: App
  /** Opens the app anew, with the database that is the learner's from now on. */
  readonly onRestart: () => void
}

/**
 * What can be done where the database cannot be opened: save what can be read of it, go on from a snapshot,
 * or begin anew. The broken database is never touched; it is kept aside under its name.
 */
export function Recovery({ app, onRestart }: RecoveryProps) {
  const recovery = useRecovery(app, onRestart)
  const { isBusy, said, problem } = recovery
  const [kept, setKept] = useState<readonly Snapshot[]>([])
  useEffect(() => {
    snapshots().then(setKept, () => null)
  }, [])
  return (
    <>
      {problem ? <Notice kind="error">{problem}</Notice> : null}
      <output className={`${styles['said']} note`}>{isBusy ? RECOVERY.busy : said}</output>
      <Section title={RECOVERY.read}>
        <p className={`${styles['text']} note`}>{RECOVERY.readNote}</p>
        <div className={styles['acts']}>
          <Button look="plain" compact onClick={() => recovery.save(app.db.name)}>
            {RECOVERY.save}
          </Button>
        </div>
      </Section>
      {kept.length > 0 ? (
        <Section title={RECOVERY.snapshots}>
          <p className={`${styles['text']} note`}>{RECOVERY.snapshotsNote}</p>
          <SnapshotList
            snapshots={kept.map(({ name, at, bytes }) => ({
              name,
              when: momentName(at, app.utcOffsetMin(at)),
              size: byteWords(bytes),
            }))}
            onRestore={recovery.goOnFrom}
            onDownload={recovery.downloadSnapshot}
          />
        </Section>
      ) : null}
      <Anew onBegin={recovery.beginAnew} />
    </>
  )
}

function Anew({ onBegin }: { readonly onBegin: () => void }) {
  const [isAsking, setAsking] = useState(false)
  return (
    <Section title={RECOVERY.anew}>
      <p className={`${styles['text']} note`}>{RECOVERY.anewNote}</p>
      <div className={styles['acts']}>
        <Button look="plain" compact aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {RECOVERY.begin}
        </Button>
      </div>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={RECOVERY.sure}
        actions={
          <>
            <Button compact onClick={onBegin}>
              {RECOVERY.begin}
            </Button>
            <Button look="plain" compact onClick={() => setAsking(false)}>
              {RECOVERY.cancel}
            </Button>
          </>
        }
      >
        <p className="note">{RECOVERY.sureNote}</p>
      </Dialog>
    </Section>
  )
}
