import type { Band } from '../../core/readiness/forecast-record.ts'
import type { ReadinessForecast } from '../../core/readiness/forecast.ts'
import { bandLabel, bandWords, chanceWords, READINESS } from '../words/readiness.ts'
import { BandBar } from './band-bar.tsx'
import styles from './readiness-bands.module.css'
import { Section } from './section.tsx'

interface ReadinessOverallProps {
  readonly forecast: ReadinessForecast
  /** Recall if the plan is kept; null without one. */
  readonly planned: Band | null
}

/** The whole exam: points and the chance of passing where they can be said, and recall. */
export function ReadinessOverall({ forecast, planned }: ReadinessOverallProps) {
  const { points, recall, pass } = forecast
  const bands: readonly { name: string; band: Band | null; none: string }[] = [
    { name: READINESS.points, band: points, none: READINESS.notEnough },
    { name: READINESS.recall, band: recall, none: READINESS.notSeen },
    ...(planned ? [{ name: READINESS.planned, band: planned, none: '' }] : []),
  ]
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
        <div>
          <dt>{READINESS.chance}</dt>
          <dd className={styles['figure']}>
            {pass === null ? READINESS.notEnough : chanceWords(pass)}
          </dd>
        </div>
      </dl>
      {recall ? (
        <p className={`${styles['key']} small`}>
          {READINESS.bandKey} {planned ? READINESS.plannedKey : null}
        </p>
      ) : null}
    </Section>
  )
}
