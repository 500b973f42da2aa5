import { useEffect, useState } from 'react'
import { postponeBackup } from '../../db/backup-standing.ts'
import { useApp } from '../app.ts'
import type { App } from '../app.ts'
import { Button } from '../components/button.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Notice } from '../components/notice.tsx'
import { REMINDER } from '../words/backup.ts'
import { dailyBackup } from './automatic.ts'
import type { Standing } from './automatic.ts'
import styles from './reminder.module.css'

/** Makes the day's automatic backup, and says what no file outside of this browser has, when that is much. */
export function BackupReminder() {
  const app = useApp()
  const [standing, setStanding] = useState<Standing | null>(null)
  useEffect(() => quietly(app, setStanding), [app])
  if (!standing || standing.reminder === 'none') return null
  const { reviews } = standing.risk
  const later = () => {
    setStanding(null)
    void postponeBackup(app.db, app.now()).catch(() => null)
  }
  return (
    <Notice
      action={
        <span className={styles['acts']}>
          <LinkButton look="word" to="/backup">
            {REMINDER.act}
          </LinkButton>
          <Button look="word" onClick={later}>
            {REMINDER.later}
          </Button>
        </span>
      }
    >
      {standing.reminder === 'firm' ? REMINDER.firm(reviews) : REMINDER.gentle(reviews)}
    </Notice>
  )
}

/** Once the page has nothing better to do. What fails here is told where a backup is made by hand. */
function quietly(app: App, onStanding: (standing: Standing) => void): () => void {
  let isOver = false
  const begin = () => {
    if (isOver) return
    dailyBackup(app).then(
      (standing) => {
        if (!isOver) onStanding(standing)
      },
      () => null,
    )
  }
  const timer = setTimeout(begin, 1500)
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
