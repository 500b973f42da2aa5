import styles from './plot.module.css'

export interface Bar {
  readonly key: string | number
  readonly value: number
  /** The part of it that is certain, drawn full; the rest is drawn lighter. All of it where left out. */
  readonly set?: number
  /** Drawn in the full accent: today. */
  readonly isNow?: boolean
  /** Stands below the bar; most have none. */
  readonly label?: string
}

interface PlotBarsProps {
  readonly bars: readonly Bar[]
  /** Says what the plot shows. */
  readonly label: string
  /** What the highest bar stands for: "42". */
  readonly most: string
  /** A dotted line at a value, and what it is. */
  readonly limit?: { readonly value: number; readonly label: string }
}

/** The plot: pixels downwards, where labels keep their size, and per cent of its width across. */
const TOP = 20
const HEIGHT = 90

/** One bar for each step of something. The highest says its value; the others follow from it. */
export function PlotBars({ bars, label, most, limit }: PlotBarsProps) {
  const highest = Math.max(...bars.map(({ value }) => value), limit?.value ?? 0) || 1
  const step = 100 / bars.length
  const top = bars.findIndex(({ value }) => value === highest)
  const y = (value: number) => TOP + HEIGHT - (value / highest) * HEIGHT
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing, named as a whole
    <svg className={styles['chart']} height={TOP + HEIGHT + 22} role="img" aria-label={label}>
      {bars.map(({ key, value, set = value, isNow }, index) => {
        const column = {
          x: `${round(index * step + step * 0.12)}%`,
          width: `${round(step * 0.76)}%`,
          rx: bars.length > 40 ? 0.5 : 2,
        }
        // What is there is seen, however little it is.
        const from = (size: number) =>
          size > 0 ? Math.min(y(size), TOP + HEIGHT - 2) : TOP + HEIGHT
        const upright = (size: number) => ({ y: from(size), height: TOP + HEIGHT - from(size) })
        return (
          <g key={key}>
            {set < value ? (
              <rect className={styles['expected']} {...column} {...upright(value)} />
            ) : null}
            <rect
              className={isNow === true ? styles['now'] : styles['bar']}
              {...column}
              {...upright(Math.min(set, value))}
            />
          </g>
        )
      })}
      {limit ? (
        <>
          <line
            className={styles['dotted']}
            x1="0"
            x2="100%"
            y1={y(limit.value)}
            y2={y(limit.value)}
          />
          <text x="100%" y={y(limit.value) - 5} textAnchor="end">
            {limit.label}
          </text>
        </>
      ) : null}
      {top >= 0 ? (
        <text
          className={styles['strong']}
          x={`${round((top + 0.5) * step)}%`}
          y={TOP - 6}
          textAnchor={anchorAt((top + 0.5) * step)}
        >
          {most}
        </text>
      ) : null}
      <line
        className={styles['axis']}
        x1="0"
        x2="100%"
        y1={TOP + HEIGHT + 0.5}
        y2={TOP + HEIGHT + 0.5}
      />
      {bars.map(({ key, label: below }, index) =>
        below === undefined ? null : (
          <text
            key={key}
            x={`${round(placeOf(index, bars.length))}%`}
            y={TOP + HEIGHT + 17}
            textAnchor={endAnchor(index, bars.length)}
          >
            {below}
          </text>
        ),
      )}
    </svg>
  )
}

/** Labels of single bars stand under them; of many bars, those at the ends align with the ends. */
const FEW = 14

function placeOf(index: number, count: number): number {
  if (count > FEW && index === 0) return 0
  if (count > FEW && index === count - 1) return 100
  return ((index + 0.5) * 100) / count
}

function endAnchor(index: number, count: number): 'start' | 'middle' | 'end' {
  if (count <= FEW) return 'middle'
  if (index === 0) return 'start'
  return index === count - 1 ? 'end' : 'middle'
}

function anchorAt(x: number): 'start' | 'middle' | 'end' {
  if (x < 8) return 'start'
  return x > 92 ? 'end' : 'middle'
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
