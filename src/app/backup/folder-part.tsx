import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { setBackupFolder } from '../../db/backup-standing.ts'
import { useApp } from '../app.ts'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { BACKUP } from '../words/backup.ts'
import { allowFolder, chooseFolder } from './folder.ts'
import type { ChosenFolder } from './folder.ts'
import styles from '../components/part.module.css'

/** The folder of the device into which a backup is written once a day. */
export function FolderPart({ folder }: { readonly folder: ChosenFolder | null }) {
  const { db } = useApp()
  const { revalidate } = useRevalidator()
  const [problem, setProblem] = useState<string | null>(null)
  const act = (what: () => Promise<unknown>) => {
    setProblem(null)
    what().then(
      (answer) => {
        if (answer === false) setProblem(BACKUP.folderRefused)
        return revalidate()
      },
      () => setProblem(BACKUP.folderRefused),
    )
  }
  return (
    <Section title={BACKUP.folder}>
      <p className={`${styles['text']} note`}>{folder ? folderWords(folder) : BACKUP.folderNote}</p>
      {problem ? <Notice kind="error">{problem}</Notice> : null}
      <div className={styles['acts']}>
        {folder?.state === 'granted' || !folder ? null : (
          <Button compact onClick={() => act(() => allowFolder(db))}>
            {BACKUP.allowFolder}
          </Button>
        )}
        <Button look="plain" compact onClick={() => act(() => chooseFolder(db))}>
          {folder ? BACKUP.otherFolder : BACKUP.chooseFolder}
        </Button>
        {folder ? (
          <Button look="word" onClick={() => act(() => setBackupFolder(db, null))}>
            {BACKUP.forgetFolder}
          </Button>
        ) : null}
      </div>
    </Section>
  )
}

function folderWords({ name, state }: ChosenFolder): string {
  return state === 'granted' ? BACKUP.folderGranted(name) : BACKUP.folderAsk(name)
}
