import type { NumberBody } from '../../core/note.ts'
import { NUMBER } from '../words/study.ts'
import styles from './outcome.module.css'

interface NumberOutcomeProps {
  readonly body: NumberBody
  readonly right: boolean
  /** What was typed; null where nobody did. */
  readonly typed: string | null
}

/** The right number with its unit, and what was typed instead. */
export function NumberOutcome({ body, right, typed }: NumberOutcomeProps) {
  return (
    <>
      {typed !== null && !right ? (
        <p className={styles['typed']}>
          <span className={styles['head']}>{NUMBER.typed}</span>{' '}
          <del>{typed.trim() === '' ? NUMBER.nothing : typed.trim()}</del>
        </p>
      ) : null}
      <p className={styles['answer']}>{NUMBER.withUnit(body.value, body.unit)}</p>
      {body.accept.length > 0 ? (
        <p className={styles['head']}>{NUMBER.accepted(body.accept)}</p>
      ) : null}
    </>
  )
}
