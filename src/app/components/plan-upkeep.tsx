import type { Upkeep } from '../../core/plan/upkeep.ts'
import { PLAN, upkeepWords } from '../words/plan.ts'
import { shortMinutes } from '../words/today.ts'
import styles from './plan-outcome.module.css'
import { Section } from './section.tsx'

interface PlanUpkeepProps {
  readonly upkeep: readonly Upkeep[]
  /** Wanted recall as it is, 0 to 1. */
  readonly retention: number
  readonly onChoose: (retention: number) => void
}

/** What each wanted recall takes where no date decides: each can be chosen. */
export function PlanUpkeep({ upkeep, retention, onChoose }: PlanUpkeepProps) {
  const most = Math.max(...upkeep.map(({ minutes }) => minutes))
  return (
    <Section title={PLAN.upkeep} aside={PLAN.upkeepAside}>
      <div className={styles['buys']}>
        {upkeep.map((each) => (
          <button
            key={each.retention}
            type="button"
            aria-pressed={each.retention === retention}
            onClick={() => onChoose(each.retention)}
          >
            <span>{Math.round(each.retention * 100)} %</span>
            <svg className={styles['bar']} height="12" aria-hidden="true">
              <line x1="0" x2="100%" y1="6.5" y2="6.5" />
              <rect x="0" width={`${(100 * each.minutes) / most}%`} y="3" height="7" rx="3.5" />
            </svg>
            <span className={styles['share']}>{shortMinutes(each.minutes)}</span>
          </button>
        ))}
      </div>
      <p className={`${styles['text']} small`}>{upkeepWords(upkeep)}</p>
    </Section>
  )
}
