import { firstDayOf } from '../../core/stats/calendar.ts'
import { wilson } from '../../core/stats/wilson.ts'
import type { ExpectedBin, Recalled, WorkFigures } from '../../core/stats/work-figures.ts'
import { number, plural } from '../words/plural.ts'
import { percent } from '../words/progress.ts'
import { domainName, intervalOf, monthLong, ofReviews, STATS, typeName } from '../words/stats.ts'
import { PlotCalibration } from './plot-calibration.tsx'
import { PlotShares, floorFor } from './plot-shares.tsx'
import type { ShareRow } from './plot-shares.tsx'
import { PlotTable } from './plot-table.tsx'
import { Section } from './section.tsx'
import styles from './stats-bits.module.css'

interface StatsRetentionProps {
  readonly work: WorkFigures
  /** Wanted recall at the due moment, 0 to 1. */
  readonly wanted: number
  /** Titles of the own decks by the id of their domain. */
  readonly decks: ReadonlyMap<string, string>
  /** Whether domains of several exams are among each other. */
  readonly isMixed: boolean
}

/** True retention against what is wanted: by month, domain and kind of card. */
export function StatsRetention({ work, wanted, decks, isMixed }: StatsRetentionProps) {
  const { reviews, recalled } = work.retention
  const lists = [
    {
      title: STATS.byMonth,
      rows: [...work.byMonth]
        .toSorted(([a], [b]) => b - a)
        .map(([month, share]) => rowOf(String(month), monthLong(firstDayOf(month)), share)),
    },
    {
      title: STATS.byDomain,
      rows: [...work.byDomain]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([domain, share]) => rowOf(domain, domainName(domain, decks, isMixed), share)),
    },
    {
      title: STATS.byType,
      rows: [...work.byType]
        .toSorted(([, a], [, b]) => b.reviews - a.reviews)
        .map(([type, share]) => rowOf(type, typeName(type), share)),
    },
  ]
  const floor = floorFor(lists.flatMap(({ rows }) => rows))
  return (
    <Section
      title={STATS.retention}
      aside={reviews > 0 ? `${percent(recalled / reviews)} ${ofReviews(reviews)}` : null}
    >
      {reviews === 0 ? (
        <p className={`${styles['note']} note`}>{STATS.none}</p>
      ) : (
        <>
          <p className={`${styles['note']} small`}>
            {STATS.retentionNote} {STATS.wanted(wanted)}
          </p>
          <div className={styles['columns']}>
            {lists.map(({ title, rows }) => (
              <div key={title}>
                <h3 className={styles['sub']}>{title}</h3>
                <PlotShares rows={rows} wanted={wanted} floor={floor} />
                <PlotTable
                  caption={`${STATS.retention}, ${title.toLowerCase()}`}
                  columns={[
                    title,
                    STATS.columns.reviews,
                    STATS.columns.recalled,
                    STATS.columns.interval,
                  ]}
                  rows={rows.map(({ name, reviews: count, share, low, high }) => [
                    name,
                    number(count),
                    percent(share),
                    intervalOf(low, high),
                  ])}
                />
              </div>
            ))}
          </div>
        </>
      )}
    </Section>
  )
}

interface RetentionRow extends ShareRow {
  readonly reviews: number
}

function rowOf(key: string, name: string, { reviews, recalled }: Recalled): RetentionRow {
  const interval = wilson(recalled, reviews)
  const share = recalled / reviews
  return { key, name, share, ...interval, reviews, basis: ofReviews(reviews) }
}

/** Reviews below which a group says too little to be drawn; the table has it. */
const ENOUGH = 10

/** Expected against actual recall: whether the forecast can be trusted. */
export function StatsCalibration({ expected }: { readonly expected: readonly ExpectedBin[] }) {
  const points = expected.map(({ reviews, recalled, expected: mean, from, to }) => ({
    ...wilson(recalled, reviews),
    expected: mean,
    actual: recalled / reviews,
    reviews,
    from,
    to,
  }))
  const reviews = points.reduce((sum, point) => sum + point.reviews, 0)
  const mean = (of: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + of(point) * point.reviews, 0) / reviews
  const said = `${percent(mean((p) => p.expected))} expected, ${percent(mean((p) => p.actual))} recalled`
  return (
    <Section title={STATS.calibration} aside={reviews > 0 ? said : null}>
      {reviews === 0 ? (
        <p className={`${styles['note']} note`}>{STATS.none}</p>
      ) : (
        <>
          <PlotCalibration
            points={points.filter((point) => point.reviews >= ENOUGH)}
            label={`${STATS.calibration}: ${said}, from ${plural(reviews, 'review')}`}
          />
          <p className={`${styles['note']} small`}>{STATS.calibrationNote}</p>
          <PlotTable
            caption={STATS.calibration}
            columns={[
              STATS.columns.expected,
              STATS.columns.recalled,
              STATS.columns.interval,
              STATS.columns.reviews,
            ]}
            rows={points.map(({ from, to, actual, low, high, reviews: count }) => [
              intervalOf(from, to),
              percent(actual),
              intervalOf(low, high),
              number(count),
            ])}
          />
        </>
      )}
    </Section>
  )
}
