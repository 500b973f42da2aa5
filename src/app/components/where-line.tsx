import type { Place } from '../../core/blueprint.ts'
import { SCENARIO } from '../words/study.ts'
import { Ticks } from './ticks.tsx'
import styles from './where-line.module.css'

interface WhereLineProps {
  readonly place: Place | undefined
  /** How many domains the exam has. */
  readonly domains: number
  readonly scenario: { readonly at: number; readonly of: number } | null
}

/** Where a card stands in the outline of the exam: "4.2 Configure secure access to virtual networks". */
export function WhereLine({ place, domains, scenario }: WhereLineProps) {
  return (
    <p className={`${styles['where']} eyebrow`}>
      {place ? (
        <>
          <Ticks at={place.domainNumber} of={domains} />
          <span>
            {place.domainNumber}.{place.groupNumber}&ensp;{place.group.title}
            {scenario ? <ScenarioStep {...scenario} /> : null}
          </span>
        </>
      ) : null}
    </p>
  )
}

function ScenarioStep({ at, of }: { readonly at: number; readonly of: number }) {
  return <span className={styles['step']}>{SCENARIO.question(at, of)}</span>
}
