import type { OrderVerdict } from '../../core/answer/judge.ts'
import type { OrderBody, Step } from '../../core/note.ts'
import { ORDER } from '../words/study.ts'
import { Html } from './html.tsx'
import styles from './outcome.module.css'

interface OrderOutcomeProps {
  readonly body: OrderBody
  /** Where the learner put the steps, or null where nobody did. */
  readonly places: OrderVerdict['places'] | null
}

/** The right order, with where each step had been put, and the steps that do not belong. */
export function OrderOutcome({ body, places }: OrderOutcomeProps) {
  const placeOf = ({ key }: Step) =>
    places ? (places.find((place) => place.key === key)?.at ?? 0) : null
  return (
    <>
      <ol className={styles['steps']}>
        {body.steps.map((step, index) => (
          <OrderStep
            key={step.key}
            step={step}
            belongsAt={index + 1}
            at={places?.[index]?.right ? index + 1 : placeOf(step)}
          />
        ))}
      </ol>
      {body.decoys.length > 0 ? (
        <>
          <p className={styles['head']}>{ORDER.unused}</p>
          <ul className={styles['steps']}>
            {body.decoys.map((step) => (
              <OrderStep key={step.key} step={step} belongsAt={0} at={placeOf(step)} />
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

interface OrderStepProps {
  readonly step: Step
  /** Its place in the answer, from 1; 0 if it is not used. */
  readonly belongsAt: number
  /** The place it was given; null where nobody did. */
  readonly at: number | null
}

function OrderStep({ step, belongsAt, at }: OrderStepProps) {
  const isOff = at !== null && at !== belongsAt
  return (
    <li className={`${styles['step']} ${isOff ? styles['off'] : ''}`}>
      <span className={styles['number']} aria-hidden="true">
        {belongsAt === 0 ? '–' : belongsAt}
      </span>
      <span className={styles['line']}>
        <Html as="span" html={step.html} className={styles['what']} />
        {isOff ? <span className={styles['tag']}>{ORDER.had(at)}</span> : null}
      </span>
      {step.rationale ? <Html html={step.rationale} className={styles['because']} /> : null}
    </li>
  )
}
