import { Link } from 'react-router'
import type { Band } from '../../core/readiness/forecast-record.ts'
import type { ReadinessForecast } from '../../core/readiness/forecast.ts'
import { band as roundedBand } from '../words/plan.ts'
import {
  behindWords,
  bandLabel,
  bandWords,
  chanceWords,
  plannedWords,
  READINESS,
} from '../words/readiness.ts'
import { BandBar } from './band-bar.tsx'
import styles from './readiness-bands.module.css'
import { Section } from './section.tsx'

interface ReadinessOverallProps {
  readonly forecast: ReadinessForecast
  /** What the plan brings, and when it was set; null without one. */
  readonly planned: {
    /** Name of the day. */
    readonly set: string
    /** Recall if it is kept; null where the learner is behind it. */
    readonly band: Band | null
    /** Address of the plan. */
    readonly to: string
  } | null
}

/** The whole exam: points and the chance of passing where they can be said, and recall. */
export function ReadinessOverall({ forecast, planned }: ReadinessOverallProps) {
  const { points, recall, pass } = forecast
  const bands: readonly { name: string; band: Band | null; none: string }[] = [
    { name: READINESS.points, band: points, none: READINESS.notEnough },
    { name: READINESS.recall, band: recall, none: READINESS.notSeen },
  ]
  const kept = planned?.band
  return (
    <Section title={READINESS.overall}>
      <dl className={styles['list']}>
        {bands.map(({ name, band, none }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={styles['figure']}>{band ? bandWords(band) : none}</dd>
            {band ? (
              <dd className={styles['bar']}>
                <BandBar band={band} label={bandLabel(name, band)} />
              </dd>
            ) : null}
          </div>
        ))}
        {kept ? (
          <div>
            <dt>{READINESS.planned}</dt>
            {/* Rounded as on the page of the plan, of which it is the same figure. */}
            <dd className={styles['figure']}>{roundedBand(kept)}</dd>
            <dd className={styles['bar']}>
              <BandBar band={kept} label={bandLabel(READINESS.planned, kept)} />
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{READINESS.chance}</dt>
          <dd className={styles['figure']}>
            {pass === null ? READINESS.notEnough : chanceWords(pass)}
          </dd>
        </div>
      </dl>
      {recall ? (
        <p className={`${styles['key']} small`}>
          {READINESS.bandKey} {planned?.band ? plannedWords(planned.set) : null}
        </p>
      ) : null}
      {planned && !planned.band ? (
        <p className={`${styles['key']} note`}>
          {behindWords(planned.set)} <Link to={planned.to}>{READINESS.fromToday}</Link>
        </p>
      ) : null}
    </Section>
  )
}
