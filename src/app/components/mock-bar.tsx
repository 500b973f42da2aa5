import { RULE_OF_THUMB } from '../../core/mock/result.ts'
import type { Score } from '../../core/mock/result.ts'
import { percent, range } from '../words/mock.ts'
import styles from './mock-bar.module.css'

interface MockBarProps {
  readonly score: Score
  /** What is scored: a domain, or all of the exam. */
  readonly name: string
  /** Whether the ends of the line and the rule of thumb are named. */
  readonly ends?: boolean
}

/** A score on a line from 0 to 100 %, its interval, and the rule of thumb as a dashed mark. */
export function MockBar({ score, name, ends = false }: MockBarProps) {
  const label = `${name}: ${percent(score.share)}, ${range(score)}`
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, named as a whole
    <svg className={styles['chart']} height={ends ? 44 : 24} role="img" aria-label={label}>
      <line className={styles['axis']} x1="0" x2="100%" y1="12" y2="12" />
      <line
        className={styles['bar']}
        x1={at(RULE_OF_THUMB)}
        x2={at(RULE_OF_THUMB)}
        y1="1"
        y2="23"
      />
      <line className={styles['interval']} x1={at(score.low)} x2={at(score.high)} y1="12" y2="12" />
      <circle className={styles['dot']} cx={at(score.share)} cy="12" r="6" />
      {ends ? (
        <>
          <text x="0" y="40">
            0
          </text>
          <text x={at(RULE_OF_THUMB)} y="40" textAnchor="middle">
            {percent(RULE_OF_THUMB)}
          </text>
          <text x="100%" y="40" textAnchor="end">
            100 %
          </text>
        </>
      ) : null}
    </svg>
  )
}

function at(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`
}
