import { Link } from 'react-router'
import type { PartDepth } from '../../core/stats/part-depth.ts'
import { PROGRESS, chartKey, recallLabel, seenOf, todayOf, weightOf } from '../words/progress.ts'
import styles from './part-list.module.css'
import { RecallDots, floorOf } from './recall-dots.tsx'

/** A domain, group or skill with its figures. */
export interface PartFigures {
  readonly id: string
  /** "1", "4.2", or null where the outline gives no number. */
  readonly number: string | null
  readonly title: string
  /** Share of the exam in per cent, from and to; only domains have one. */
  readonly weight: readonly [number, number] | null
  readonly cards: number
  readonly seen: number
  readonly due: number
  /** Answered today. */
  readonly done: number
  /** What today's list has left of it; null without a plan, where `due` says it. */
  readonly planned: number | null
  /** Mean expected recall now of the cards seen, 0 to 1; null while none is. */
  readonly recall: number | null
  /** What else is known of it. */
  readonly depth: PartDepth | null
  /** Address of its page. */
  readonly to: string
}

interface PartListProps {
  readonly parts: readonly PartFigures[]
  /** Wanted recall at the due moment, 0 to 1. */
  readonly wanted: number
}

/** The parts of an exam, a domain or a group, in the outline's order, each a link to its own page. */
export function PartList({ parts, wanted }: PartListProps) {
  const floor = floorOf(parts.flatMap(({ recall, depth }) => [recall, depth?.recallThen ?? null]))
  const last = parts.findLastIndex(({ recall }) => recall !== null)
  return (
    <>
      <ol className={styles['list']}>
        {parts.map((part, index) => (
          <PartRow key={part.id} part={part} wanted={wanted} floor={floor} ends={index === last} />
        ))}
      </ol>
      {last < 0 ? null : (
        <p className={`${styles['key']} small`}>
          {chartKey(
            floor,
            wanted,
            parts.some(({ depth }) => depth?.recallThen != null),
          )}
        </p>
      )}
    </>
  )
}

interface PartRowProps {
  readonly part: PartFigures
  readonly wanted: number
  readonly floor: number
  readonly ends: boolean
}

function PartRow({ part, wanted, floor, ends }: PartRowProps) {
  const { number, title, to, weight, recall, seen } = part
  const today = todayOf(part)
  const then = part.depth?.recallThen ?? null
  return (
    <li className={number === null ? styles['plain'] : styles['numbered']}>
      {number === null ? null : <span className={styles['number']}>{number}</span>}
      <Link className={styles['title']} to={to}>
        {title}
      </Link>
      <span className={`${styles['figures']} small num`}>
        {weight ? <span className="nb">{weightOf(weight)}</span> : null}
        <span>{seenOf(part)}</span>
        {today === null ? null : <span className={styles['due']}>{today}</span>}
      </span>
      <span className={styles['chart']}>
        {recall === null ? (
          part.cards > 0 && <span className={`${styles['none']} small`}>{PROGRESS.notSeen}</span>
        ) : (
          <RecallDots
            recall={recall}
            wanted={wanted}
            floor={floor}
            ends={ends}
            then={then}
            label={recallLabel(recall, seen, then)}
          />
        )}
      </span>
    </li>
  )
}
