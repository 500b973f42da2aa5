import type { DomainForecast } from '../../core/readiness/forecast.ts'
import { number } from '../words/plural.ts'
import { percent } from '../words/progress.ts'
import { bandLabel, bandWords, fromWords, READINESS } from '../words/readiness.ts'
import { BandBar } from './band-bar.tsx'
import fold from './part-table.module.css'
import styles from './readiness-bands.module.css'
import { Section } from './section.tsx'
import { WideTable } from './wide-table.tsx'

interface ReadinessDomainsProps {
  readonly domains: readonly DomainForecast[]
  /** Why the bands are as wide as they are; null where nothing can be said. */
  readonly why: string | null
  /** Name of the day that it is for; null for today. */
  readonly day: string | null
}

/** A band for each domain, of points where all have one, else of recall; and what it comes from. */
export function ReadinessDomains({ domains, why, day }: ReadinessDomainsProps) {
  const isPoints = domains.length > 0 && domains.every(({ points }) => points !== null)
  const title = isPoints ? READINESS.domainsPoints : READINESS.domainsRecall
  const bandOf = ({ points, recall }: DomainForecast) => (isPoints ? points : recall)
  return (
    <Section title={title}>
      <dl className={styles['list']}>
        {domains.map((domain) => {
          const band = bandOf(domain)
          const { id, title: name, weight } = domain.evidence
          return (
            <div key={id}>
              <dt>
                {name}{' '}
                <span className={`${styles['from']} small`}>
                  {READINESS.weight(percent(weight))}
                </span>
                {band ? (
                  <span className={`${styles['from']} small num`}>{fromWords(domain, day)}</span>
                ) : null}
              </dt>
              <dd className={styles['figure']}>{band ? bandWords(band) : READINESS.notSeen}</dd>
              {band ? (
                <dd className={styles['bar']}>
                  <BandBar band={band} label={bandLabel(name, band)} />
                </dd>
              ) : null}
            </div>
          )
        })}
      </dl>
      {why === null ? null : <p className={`${styles['key']} small`}>{why}</p>}
      <details className={fold['fold']}>
        <summary>{READINESS.asTable}</summary>
        <WideTable label={READINESS.figuresOf(title)}>
          <table className={fold['table']}>
            <caption className="vh">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{READINESS.columns.domain}</th>
                <th scope="col">{READINESS.columns.seen}</th>
                <th scope="col">{READINESS.columns.recallOfSeen(day ?? READINESS.thisDay)}</th>
                <th scope="col">{READINESS.columns.mocks}</th>
                <th scope="col">{READINESS.columns.band}</th>
              </tr>
            </thead>
            <tbody>
              {domains.map((domain) => {
                const { id, title: name, seen, cards, mock } = domain.evidence
                const band = bandOf(domain)
                return (
                  <tr key={id}>
                    <th scope="row">{name}</th>
                    <td>
                      {number(seen)} of {number(cards)}
                    </td>
                    <td>
                      {domain.recallOfSeen === null
                        ? READINESS.notSeen
                        : bandWords(domain.recallOfSeen)}
                    </td>
                    <td>{number(mock.asked)}</td>
                    <td>{band ? bandWords(band) : READINESS.notSeen}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </WideTable>
      </details>
    </Section>
  )
}
