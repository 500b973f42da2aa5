import { PlanChart } from '../components/plan-chart.tsx'
import { Section } from '../components/section.tsx'
import { Simulating } from '../components/simulating.tsx'
import { chartWords, PLAN } from '../words/plan.ts'
import styles from './plan-page.module.css'
import type { SimulationState } from './use-simulation.ts'

interface OutcomeProps {
  readonly state: SimulationState<unknown> & {
    readonly cancel: () => void
    readonly again: () => void
  }
  readonly nameOf: (ahead: number) => string
}

/** What the plan brings by simulation: how far it is, the result, and what it can and cannot say. */
export function OutcomeSection({ state, nameOf }: OutcomeProps) {
  const { result, done, isCancelled, cancel, again } = state
  // What was found for an earlier choice says nothing of one whose simulation was given up.
  const worked = isCancelled ? null : result?.worked
  const course = worked?.kind === 'forecast' ? worked.forecast.course : []
  const last = course.length - 1
  const [from, to] = [course[0], course[last]]
  return (
    <Section title={PLAN.outcome} aside={worked && done === null ? PLAN.outcomeAside : null}>
      <Simulating {...{ done, isCancelled }} onCancel={cancel} onAgain={again} />
      {from && to ? (
        <div aria-busy={done !== null}>
          <PlanChart
            course={course}
            names={[nameOf(0), nameOf(Math.round(last / 2)), nameOf(last)]}
            label={chartWords(from, to, nameOf(last))}
            nameOf={nameOf}
          />
        </div>
      ) : null}
      <p className={`${styles['knowing']} small`}>{PLAN.knowing}</p>
      <p className="vh" aria-live="polite">
        {done === null && from && to ? chartWords(from, to, nameOf(last)) : ''}
      </p>
    </Section>
  )
}
