import { HISTORY } from '../words/card-acts.ts'
import styles from './choice-counts.module.css'

export interface ChosenOption {
  readonly key: string
  readonly text: string
  readonly right: boolean
  /** How often it was chosen. */
  readonly times: number
}

/** How often each option was chosen: the traps, and whether the learner still falls for them. */
export function ChoiceCounts({ options }: { readonly options: readonly ChosenOption[] }) {
  const most = Math.max(1, ...options.map(({ times }) => times))
  return (
    <ul className={styles['counts']}>
      {options.map(({ key, text, right, times }) => (
        <li key={key}>
          <span className={styles['text']}>
            {text} <span className="small">{right ? HISTORY.right : HISTORY.wrong}</span>
          </span>
          <span className={styles['times']}>{HISTORY.times(times)}</span>
          <meter
            className={styles[right ? 'right' : 'wrong']}
            min={0}
            max={most}
            value={times}
            aria-hidden="true"
          />
        </li>
      ))}
    </ul>
  )
}
