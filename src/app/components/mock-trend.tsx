import { RULE_OF_THUMB } from '../../core/mock/result.ts'
import type { Score } from '../../core/mock/result.ts'
import { MOCK, percent, range } from '../words/mock.ts'
import styles from './mock-trend.module.css'

interface MockTrendProps {
  readonly exam: string
  /** Of runs under exam conditions, earliest first. */
  readonly scores: readonly Score[]
}

const HEIGHT = 120
const TOP = 8
const BOTTOM = 20

/** Scores over time, each with its interval, against the rule of thumb. Two are the least for a trend. */
export function MockTrend({ exam, scores }: MockTrendProps) {
  if (scores.length < 2) return null
  const shown = scores.slice(-12)
  const x = (index: number) => Math.round((100 * (100 * (index + 0.5))) / shown.length) / 100
  const label = MOCK.trendLabel(
    exam,
    shown.map((score) => `${percent(score.share)} (${range(score)})`),
  )
  return (
    <figure className={styles['trend']} data-exam={exam.toLowerCase()}>
      <figcaption className="small">
        {MOCK.trend} {exam}
      </figcaption>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, named as a whole */}
      <svg className={styles['chart']} height={HEIGHT} role="img" aria-label={label}>
        <line
          className={styles['bar']}
          x1="0"
          x2="100%"
          y1={y(RULE_OF_THUMB)}
          y2={y(RULE_OF_THUMB)}
        />
        <text x="0" y={y(RULE_OF_THUMB) - 4}>
          {percent(RULE_OF_THUMB)}
        </text>
        {shown.map((score, index) => (
          <g key={index}>
            <line
              className={styles['interval']}
              x1={`${x(index)}%`}
              x2={`${x(index)}%`}
              y1={y(score.low)}
              y2={y(score.high)}
            />
            <circle className={styles['dot']} cx={`${x(index)}%`} cy={y(score.share)} r="5" />
            <text x={`${x(index)}%`} y={HEIGHT - 4} textAnchor="middle">
              {Math.round(score.share * 100)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  )
}

function y(share: number): number {
  return Math.round(TOP + (1 - share) * (HEIGHT - TOP - BOTTOM))
}
