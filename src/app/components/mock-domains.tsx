import type { DomainScore } from '../../core/mock/result.ts'
import { range, RESULT } from '../words/mock.ts'
import { MockBar } from './mock-bar.tsx'
import styles from './mock-domains.module.css'

/** The score of each domain, with its interval as a drawing and in figures. */
export function MockDomains({ domains }: { readonly domains: readonly DomainScore[] }) {
  return (
    // The roles stay where a narrow screen lays the rows out anew.
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles
    <table className={styles['table']} role="table">
      <caption className="vh">{RESULT.domainsCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{RESULT.domainColumns.domain}</th>
          <th scope="col">{RESULT.domainColumns.points}</th>
          <th scope="col" colSpan={2}>
            {RESULT.domainColumns.interval}
          </th>
        </tr>
      </thead>
      <tbody>
        {domains.map(({ domain, score }) => (
          <tr key={domain.id}>
            <th scope="row">{domain.title}</th>
            {score ? (
              <>
                <td className={styles['points']}>
                  {score.points} / {score.of}
                </td>
                <td className={styles['interval']}>{range(score)}</td>
                <td className={styles['chart']}>
                  <MockBar score={score} name={domain.title} />
                </td>
              </>
            ) : (
              <td className={styles['interval']} colSpan={3}>
                {RESULT.notAsked}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
