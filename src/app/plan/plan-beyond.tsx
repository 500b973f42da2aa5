import { LinkButton } from '../components/link-button.tsx'
import { PLAN_NOTE } from '../words/plan-note.ts'
import styles from './plan-note.module.css'

/** On Today, where the minutes of the plan are used up before its list: what is left, and the way on. */
export function PlanBeyond({ cards }: { readonly cards: number }) {
  return (
    <div className={styles['beyond']}>
      <p className="note">{PLAN_NOTE.beyond(cards)}</p>
      <LinkButton look="word" to="/study?beyond=1">
        {PLAN_NOTE.goOn}
      </LinkButton>
    </div>
  )
}
