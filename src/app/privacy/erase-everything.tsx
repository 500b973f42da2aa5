import { useState } from 'react'
import { useApp } from '../app.ts'
import styles from '../components/part.module.css'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/section.tsx'
import { useOnline } from '../hooks/use-online.ts'
import { PRIVACY } from '../words/privacy.ts'
import { deleteEverything } from './delete-everything.ts'

type Standing = 'idle' | 'asking' | 'going' | 'blocked' | 'failed'

/** Deletes all that is stored, after a question, and starts the app anew. */
export function EraseEverything() {
  const app = useApp()
  const isOnline = useOnline()
  const [standing, setStanding] = useState<Standing>('idle')
  const isGoing = standing === 'going' || standing === 'blocked'
  const erase = () => {
    setStanding('going')
    deleteEverything(app.db, () => setStanding('blocked')).then(
      () => window.location.replace('/'),
      () => setStanding('failed'),
    )
  }
  return (
    <Section title={PRIVACY.erase}>
      <p className={`${styles['text']} note`}>{PRIVACY.eraseNote}</p>
      {standing === 'failed' ? <Notice kind="error">{PRIVACY.failed}</Notice> : null}
      <div className={styles['acts']}>
        <Button
          look="plain"
          compact
          aria-haspopup="dialog"
          aria-disabled={isGoing}
          onClick={() => {
            if (!isGoing) setStanding('asking')
          }}
        >
          {isGoing ? PRIVACY.going : PRIVACY.button}
        </Button>
      </div>
      <output className={`${styles['said']} note`}>
        {standing === 'blocked' ? PRIVACY.blocked : null}
      </output>
      <Dialog
        open={standing === 'asking'}
        onClose={() => setStanding((now) => (now === 'asking' ? 'idle' : now))}
        title={PRIVACY.sure}
        actions={
          <>
            <Button compact onClick={erase}>
              {PRIVACY.go}
            </Button>
            <Button
              look="plain"
              compact
              onClick={() => setStanding((now) => (now === 'asking' ? 'idle' : now))}
            >
              {PRIVACY.cancel}
            </Button>
          </>
        }
      >
        <p className="note">{PRIVACY.sureNote}</p>
        {isOnline ? null : <p className="note">{PRIVACY.offline}</p>}
      </Dialog>
    </Section>
  )
}
