import { use } from 'react'
import { Link } from 'react-router'
import { ACTIONS, contextOf, keyName } from '../../core/keys.ts'
import type { KeyContext } from '../../core/keys.ts'
import { PrefsContext } from '../study/prefs.ts'
import { ACTION_NAMES, KEYS } from '../words/keys.ts'
import { Dialog } from './dialog.tsx'
import styles from './keys-help.module.css'

interface KeysHelpProps {
  readonly open: boolean
  readonly onClose: () => void
}

const CONTEXTS: readonly KeyContext[] = ['asking', 'rating', 'always']

/** Every key of the study screen, as the learner has set them. */
export function KeysHelp({ open, onClose }: KeysHelpProps) {
  const { keys } = use(PrefsContext)
  return (
    <Dialog open={open} onClose={onClose} title={KEYS.title}>
      {/* First, as the dialog begins with the focus here and would else be scrolled to its end. */}
      <p className={styles['change']}>
        <Link to="/settings/keys">{KEYS.change}</Link>
      </p>
      {CONTEXTS.map((context) => (
        <section key={context} aria-label={KEYS.contexts[context]}>
          <h3 className="small">{KEYS.contexts[context]}</h3>
          <dl className={styles['keys']}>
            {context === 'asking' ? (
              <Line keys={KEYS.options[0].split(' ')}>{KEYS.options[1]}</Line>
            ) : null}
            {ACTIONS.filter(
              (action) => contextOf(action) === context && keys[action].length > 0,
            ).map((action) => (
              <Line key={action} keys={keys[action].map((key) => keyName(key))}>
                {ACTION_NAMES[action]}
              </Line>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}

interface LineProps {
  readonly keys: readonly string[]
  readonly children: string
}

function Line({ keys, children }: LineProps) {
  return (
    <div className={styles['key']}>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
