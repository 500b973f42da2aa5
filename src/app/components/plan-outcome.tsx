import type { Domain } from '../../core/blueprint.ts'
import type { Forecast, Outcome } from '../../core/plan/forecast.ts'
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
    ...(recalled === null ? [] : [[PLAN.recalled, ofHundred(recalled)]]),
  ]
  return (
    <Section title={PLAN.way}>
      <Rows rows={rows} />
      {recalled !== null && recalled < 0.8 ? (
        <p className={`${styles['text']} small`}>{PLAN.tight}</p>
      ) : null}
    </Section>
  )
}

interface LeftProps {
  readonly domains: readonly Domain[]
  /** Cards that are never reached, by domain, and all cards of it. */
  readonly unseen: readonly number[]
  readonly cards: readonly number[]
}

/** What there is no time for, by domain. */
export function PlanLeft({ domains, unseen, cards }: LeftProps) {
  const rows = domains.flatMap(({ title }, index) =>
    (unseen[index] ?? 0) > 0 ? [[title, leftOf(unseen[index] ?? 0, cards[index] ?? 0)]] : [],
  )
  return (
    <Section title={PLAN.left}>
      <p className={`${styles['text']} small`}>{PLAN.tooLate}</p>
      <Rows rows={rows} />
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
