import { useEffect, useState } from 'react'
import { otherDatabases } from '../../db/salvage.ts'
import { useApp } from '../app.ts'
import { LinkButton } from '../components/link-button.tsx'
import { Notice } from '../components/notice.tsx'
import { momentName } from '../words/backup.ts'
import { RECOVERY } from '../words/recovery.ts'
import { snapshots } from './snapshots.ts'

/** On an empty start: says where this browser still has something of the learner. */
export function FoundBackups() {
  const app = useApp()
  const [words, setWords] = useState<string | null>(null)
  useEffect(() => {
    const look = async () => {
      const [newest] = await snapshots()
      if (newest) return RECOVERY.found(momentName(newest.at, app.utcOffsetMin(newest.at)))
      const [other] = await otherDatabases(app.db.name)
      return other === undefined ? null : RECOVERY.foundOther
    }
    look().then(setWords, () => null)
  }, [app])
  if (!words) return null
  return (
    <Notice
      action={
        <LinkButton look="word" to="/backup">
          {RECOVERY.look}
        </LinkButton>
      }
    >
      {words}
    </Notice>
  )
}
