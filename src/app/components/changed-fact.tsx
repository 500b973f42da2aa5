import { EDIT } from '../words/editor.ts'
import type { FactChange } from '../notes/load-notes.ts'
import styles from './changed-fact.module.css'
import { Html } from './html.tsx'

/** The answer is another than when the learner last saw the card: was …, now …. */
export function ChangedFact({ change }: { readonly change: FactChange }) {
  return (
    <div className={styles['changed']} role="note" aria-label={EDIT.changed}>
      <p className={styles['lead']}>{EDIT.changedSince}</p>
      <dl className={styles['sides']}>
        <dt>{EDIT.was}</dt>
        <Html as="dd" html={change.was} className={styles['was']} />
        <dt>{EDIT.now}</dt>
        <Html as="dd" html={change.now} />
      </dl>
    </div>
  )
}
