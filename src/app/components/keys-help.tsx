import { KEYS } from '../words/study.ts'
import { Dialog } from './dialog.tsx'
import styles from './keys-help.module.css'

interface KeysHelpProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** Every key of the study screen. */
export function KeysHelp({ open, onClose }: KeysHelpProps) {
  return (
    <Dialog open={open} onClose={onClose} title={KEYS.title}>
      <dl className={styles['keys']}>
        {KEYS.list.map(([keys, words]) => (
          <div key={words} className={styles['key']}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
