import { Link } from 'react-router'
import type { HistoryRow } from '../mock/offer.ts'
import { MOCK, percent, range } from '../words/mock.ts'
import styles from './mock-history.module.css'
import { MockTrend } from './mock-trend.tsx'

interface MockHistoryProps {
  /** Latest first. */
  readonly rows: readonly HistoryRow[]
}

/** Earlier runs: their trend by exam, and all of them in a table. */
export function MockHistory({ rows }: MockHistoryProps) {
  if (rows.length === 0) return <p className={`${styles['empty']} note`}>{MOCK.historyEmpty}</p>
  const exams = [...new Set(rows.map(({ exam }) => exam))]
  return (
    <>
      {exams.map((exam) => (
        <MockTrend
          key={exam}
          exam={exam}
          scores={rows
            .filter((row) => row.exam === exam && row.isMeasure)
            .flatMap(({ score }) => score ?? [])
            .toReversed()}
        />
      ))}
      <table className={styles['table']}>
        <caption className="vh">{MOCK.historyCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{MOCK.columns.when}</th>
            <th scope="col">{MOCK.columns.what}</th>
            <th scope="col">{MOCK.columns.score}</th>
            <th scope="col">{MOCK.columns.interval}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.run} row={row} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function Row({ row }: { readonly row: HistoryRow }) {
  const { run, when, what, score, state } = row
  return (
    <tr>
      <th scope="row">
        {state === 'dropped' ? (
          when
        ) : (
          <Link to={state === 'open' ? '/mock/run' : `/mock/${run}`}>{when}</Link>
        )}
      </th>
      <td>{what}</td>
      {score ? (
        <>
          <td>{percent(score.share)}</td>
          <td className={styles['quiet']}>{range(score)}</td>
        </>
      ) : (
        <td className={styles['quiet']} colSpan={2}>
          {state === 'open' ? MOCK.open : MOCK.dropped}
        </td>
      )}
    </tr>
  )
}
