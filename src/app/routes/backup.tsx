import { useLoaderData } from 'react-router'
import { atRisk } from '../../db/backup-standing.ts'
import { isInUse } from '../../db/restore.ts'
import { otherDatabases } from '../../db/salvage.ts'
import { isPersisted } from '../../db/storage.ts'
import { loadSettings } from '../../db/settings.ts'
import type { App } from '../app.ts'
import { AsidePart } from '../backup/aside-part.tsx'
import { CheckPart } from '../backup/check-part.tsx'
import { FilePart } from '../backup/file-part.tsx'
import { canChooseFolder, chosenFolder } from '../backup/folder.ts'
import { FolderPart } from '../backup/folder-part.tsx'
import { RestorePart, useRestore } from '../backup/restore-part.tsx'
import { SnapshotPart } from '../backup/snapshot-part.tsx'
import { canSnapshot, snapshots } from '../backup/snapshots.ts'
import { canShareFiles } from '../backup/save-file.ts'
import { isSafariTab } from '../backup/safari.ts'
import { Columns, Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import type { Screen } from '../screen.ts'
import { BACKUP } from '../words/backup.ts'
import { SETTINGS } from '../words/settings.ts'
import part from '../components/part.module.css'

/** Backups: make one, take one in, the automatic ones, and a look through everything stored. */
export function backupRoute(app: App): Screen {
  return { loader: backupLoader(app), Component: BackupPage }
}

export type BackupPageData = Awaited<ReturnType<ReturnType<typeof backupLoader>>>

function backupLoader(app: App) {
  return async () => {
    const [risk, used, persisted, kept, folder, aside, { exams }] = await Promise.all([
      atRisk(app.db),
      isInUse(app.db),
      isPersisted(),
      snapshots(),
      chosenFolder(app.db),
      otherDatabases(app.db.name),
      loadSettings(app.db),
    ])
    return {
      risk,
      isEmpty: !used && exams.length === 0,
      persisted,
      snapshots: kept,
      folder,
      aside,
      canSnapshot: canSnapshot(),
      canShare: canShareFiles(),
      canChooseFolder: canChooseFolder(),
      isSafariTab: isSafariTab(),
    }
  }
}

function BackupPage() {
  const data = useLoaderData<BackupPageData>()
  const restore = useRestore(data)
  return (
    <Page title={BACKUP.screen} heading={BACKUP.heading} lead={BACKUP.lead}>
      <Columns
        side={
          <>
            <CheckPart />
            <Section title={BACKUP.where}>
              <p className={`${part['text']} note`}>{whereWords(data)}</p>
            </Section>
          </>
        }
      >
        <FilePart risk={data.risk} canShare={data.canShare} />
        <RestorePart {...restore} />
        <SnapshotPart
          snapshots={data.snapshots}
          canSnapshot={data.canSnapshot}
          onRestore={restore.onFile}
        />
        <AsidePart databases={data.aside} />
        {data.canChooseFolder ? <FolderPart folder={data.folder} /> : null}
      </Columns>
    </Page>
  )
}

function whereWords({ isSafariTab: isInSafari, persisted }: BackupPageData): string {
  if (isInSafari) return BACKUP.safari
  if (persisted === null) return SETTINGS.protectionUnknown
  return persisted ? SETTINGS.protected : SETTINGS.notProtected
}
