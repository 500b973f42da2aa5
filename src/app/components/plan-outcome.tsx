import { Fragment } from 'react'
import type { Domain } from '../../core/blueprint.ts'
import type { Forecast, Outcome } from '../../core/plan/forecast.ts'
import type { LeftOut } from '../../core/plan/left-out.ts'
import { shortMinutes } from '../words/today.ts'
import { bandNumbers, leftOf, ofHundred, PLAN, tenMore } from '../words/plan.ts'
import { Section } from './section.tsx'
import styles from './plan-outcome.module.css'

interface BuysProps {
  readonly forecast: Forecast
  /** Minutes of a usual day as chosen. */
  readonly minutes: number
  readonly onChoose: (minutes: number) => void
}

/** The plan beside the same with less and more time: each can be chosen. */
export function PlanBuys({ forecast, minutes, onChoose }: BuysProps) {
  const { chosen, compared } = forecast
  const rows = [chosen, ...compared].toSorted((a, b) => a.more - b.more)
  const ten = compared.find(({ more }) => more === 10)
  const floor = Math.min(...rows.map(({ low }) => low), 0.9)
  return (
    <Section title={PLAN.buys} aside={PLAN.buysAside}>
      <div className={styles['buys']}>
        {rows.map((row) => (
          <button
            key={row.more}
            type="button"
            aria-pressed={row.more === 0}
            onClick={() => onChoose(minutes + row.more)}
          >
            <span>{shortMinutes(minutes + row.more)}</span>
            <Bar outcome={row} floor={Math.floor(floor * 10) / 10} />
            <span className={styles['share']}>{bandNumbers(row)}</span>
          </button>
        ))}
      </div>
      {ten ? (
        <p className={`${styles['text']} small`}>{tenMore(ten.middle - chosen.middle)}</p>
      ) : null}
    </Section>
  )
}

function Bar({ outcome, floor }: { readonly outcome: Outcome; readonly floor: number }) {
  const at = (share: number) => (100 * (share - floor)) / (1 - floor)
  return (
    <svg className={styles['bar']} height="12" aria-hidden="true">
      <line x1="0" x2="100%" y1="6.5" y2="6.5" />
      <rect
        x={`${at(outcome.low)}%`}
        width={`${Math.max(1.5, at(outcome.high) - at(outcome.low))}%`}
        y="3"
        height="7"
        rx="3.5"
      />
    </svg>
  )
}

interface WayProps {
  readonly outcome: Outcome
  /** Name of the day so many days from today. */
  readonly nameOf: (ahead: number) => string
}

/** What the days to the exam are like. */
export function PlanWay({ outcome, nameOf }: WayProps) {
  const { lastNew, recalled, minutes } = outcome
  const rows = [
    ...(lastNew === null ? [] : [[PLAN.lastNew, nameOf(lastNew)]]),
    [PLAN.usual, shortMinutes(minutes)],
    [PLAN.recalled, recalled === null ? PLAN.noReviews : ofHundred(recalled)],
  ]
  return (
    <Section title={PLAN.way}>
      <Rows rows={rows} />
      {recalled !== null && recalled < 0.8 ? (
        <p className={`${styles['text']} small`}>{PLAN.tight}</p>
      ) : null}
      {recalled === null && lastNew !== null ? (
        <p className={`${styles['text']} small`}>{PLAN.tightest}</p>
      ) : null}
    </Section>
  )
}

interface LeftProps {
  readonly domains: readonly Domain[]
  /** All cards, by domain. */
  readonly cards: readonly number[]
  readonly left: readonly LeftOut[]
}

/** What is never reached and why, by domain; nothing where all is. */
export function PlanLeft({ domains, cards, left }: LeftProps) {
  if (left.length === 0) return null
  return (
    <Section title={PLAN.left}>
      {left.map(({ reason, cards: missed }) => (
        <Fragment key={reason}>
          <p className={`${styles['text']} small`}>{PLAN.why[reason]}</p>
          <Rows
            rows={domains.flatMap(({ title }, index) =>
              (missed[index] ?? 0) > 0
                ? [[title, leftOf(missed[index] ?? 0, cards[index] ?? 0)]]
                : [],
            )}
          />
        </Fragment>
      ))}
    </Section>
  )
}

function Rows({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  return (
    <dl className={`${styles['rows']} note num`}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
