import type { Domain } from '../../core/blueprint.ts'
import type { ExamPhase } from '../../core/plan/build.ts'
import { leftOutOf } from '../../core/plan/left-out.ts'
import type { Worked } from '../../core/plan/work.ts'
import { PlanBuys, PlanLeft, PlanWay } from '../components/plan-outcome.tsx'
import { PlanUpkeep } from '../components/plan-upkeep.tsx'
import { usualMinutes, withMinutes } from './draft.ts'
import type { PlanDraft } from './draft.ts'

interface PlanSideProps {
  /** What was found last, and for which choice. */
  readonly result: { readonly worked: Worked; readonly of: PlanDraft } | null
  readonly draft: PlanDraft
  readonly phase: ExamPhase
  /** Wanted recall as it holds for the draft. */
  readonly retention: number
  readonly domains: readonly Domain[]
  /** Cards of each domain. */
  readonly counts: readonly number[]
  /** Of these the ones never seen that are suspended. */
  readonly suspended: readonly number[]
  readonly nameOf: (ahead: number) => string
  readonly onDraft: (draft: PlanDraft) => void
  readonly onRetention: (retention: number) => void
}

/** What the simulation found, beside the choices: each line that is a choice can be made. */
export function PlanSide(props: PlanSideProps) {
  const { result, draft, phase, retention, domains, counts, suspended } = props
  const { nameOf, onDraft } = props
  if (!result) return null
  const { worked, of } = result
  if (worked.kind === 'upkeep') {
    if (phase === 'dated') return null
    return <PlanUpkeep upkeep={worked.upkeep} retention={retention} onChoose={props.onRetention} />
  }
  if (worked.kind !== 'forecast' || phase !== 'dated' || usualMinutes(draft) === 0) return null
  const { chosen } = worked.forecast
  return (
    <>
      <PlanBuys
        forecast={worked.forecast}
        minutes={usualMinutes(of)}
        onChoose={(minutes) => onDraft(withMinutes(draft, minutes))}
      />
      <PlanLeft
        domains={domains}
        cards={counts}
        left={leftOutOf(worked.forecast, suspended, of.plan.newPerDay, usualMinutes(of))}
      />
      <PlanWay outcome={chosen} nameOf={nameOf} />
    </>
  )
}
