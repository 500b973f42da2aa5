import { STABILITY_EDGES } from '../../core/stats/bins.ts'
import { RECALL_STEPS } from '../../core/stats/stand-figures.ts'
import type { StandFigures } from '../../core/stats/stand-figures.ts'
import { number, plural } from '../words/plural.ts'
import { percent } from '../words/progress.ts'
import { STATS } from '../words/stats.ts'
import { PlotBars } from './plot-bars.tsx'
import { PlotTable } from './plot-table.tsx'
import { Section } from './section.tsx'
import styles from './stats-bits.module.css'

/** How firm the cards seen stand today: stability, difficulty and expected recall. */
export function StatsMemory({ stand }: { readonly stand: StandFigures }) {
  const { cards, meanRecall } = stand
  return (
    <Section
      title={STATS.memory}
      aside={cards > 0 ? plural(cards, 'card seen', 'cards seen') : null}
    >
      {cards === 0 || meanRecall === null ? (
        <p className={`${styles['note']} note`}>{STATS.noneSeen}</p>
      ) : (
        <div className={styles['columns']}>
          <Histogram
            title={STATS.stability}
            note={STATS.stabilityNote}
            bins={stabilityBins(stand)}
          />
          <Histogram
            title={STATS.difficulty}
            note={STATS.difficultyNote}
            bins={stand.difficulty.map((count, index) => ({ name: String(index + 1), count }))}
          />
          <Histogram
            title={STATS.recall}
            note={`${percent(meanRecall)} on average.`}
            bins={recallBins(stand)}
          />
        </div>
      )}
    </Section>
  )
}

interface Bin {
  readonly name: string
  readonly count: number
}

interface HistogramProps {
  readonly title: string
  readonly note: string
  readonly bins: readonly Bin[]
}

function Histogram({ title, note, bins }: HistogramProps) {
  const most = Math.max(...bins.map(({ count }) => count))
  const fullest = bins.find(({ count }) => count === most)?.name ?? ''
  return (
    <div>
      <h3 className={styles['sub']}>{title}</h3>
      <PlotBars
        bars={bins.map(({ name, count }, index) => ({
          key: name,
          value: count,
          ...(isNamed(index, bins.length) && { label: name }),
        }))}
        most={number(most)}
        label={`${title}: most cards, ${number(most)}, at ${fullest}`}
      />
      <p className={`${styles['note']} small`}>{note}</p>
      <PlotTable
        caption={title}
        columns={[title, STATS.columns.cards]}
        rows={bins.map(({ name, count }) => [name, number(count)])}
      />
    </div>
  )
}

/** All of few bins, the ends of many. */
function isNamed(index: number, count: number): boolean {
  return count <= 10 || index === 0 || index === count - 1
}

/** Where the bars of stability begin, in days, and how they are called. */
const STABILITY_BARS = [
  [0, '<1 d'],
  [1, '1 d'],
  [3, '3 d'],
  [7, '1 w'],
  [14, '2 w'],
  [30, '1 m'],
  [90, '3 m'],
  [180, '6 m'],
  [365, '1 y+'],
] as const

function stabilityBins({ stability }: StandFigures): Bin[] {
  return STABILITY_BARS.map(([from, name], index) => {
    const to = STABILITY_BARS[index + 1]?.[0] ?? Infinity
    const within = stability.filter((_, bin) => {
      const edge = STABILITY_EDGES[bin] ?? 0
      return edge >= from && edge < to
    })
    return { name, count: within.reduce((sum, count) => sum + count, 0) }
  })
}

/** Steps of 5 %, from the first with cards on. */
function recallBins({ recall }: StandFigures): Bin[] {
  const first = Math.min(
    recall.findIndex((count) => count > 0),
    RECALL_STEPS - 6,
  )
  return recall
    .map((count, step) => ({ name: percent(step / RECALL_STEPS), count }))
    .slice(Math.max(0, first))
}
