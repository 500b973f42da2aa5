import { useId } from 'react'
import type { Counts, ExamPlan } from '../../core/study/day-plan.ts'
import { total } from '../../core/study/day-plan.ts'
import { examName } from '../words/exam.ts'
import { shortMinutes, TODAY } from '../words/today.ts'
import { LinkButton } from './link-button.tsx'
import styles from './today-table.module.css'

interface TodayTableProps {
  readonly plan: ExamPlan
  /** Estimated minutes for what is left. */
  readonly minutes: number
  /** Whether a session with this exam alone is offered. */
  readonly canBeginAlone: boolean
}

/** What is left today for one exam, by domain, in the manner of a printed list of contents. */
export function TodayTable({ plan, minutes, canBeginAlone }: TodayTableProps) {
  const { exam, counts } = plan
  const id = useId()
  const isEmpty = total(counts) === 0
  return (
    <section className={styles['exam']} aria-labelledby={id} data-exam={exam.toLowerCase()}>
      <h2 className={`${styles['head']} h2`} id={id}>
        {examName(exam)}
      </h2>
      {isEmpty ? (
        <p className={`${styles['empty']} note`}>{TODAY.nothingInExam}</p>
      ) : (
        <Table plan={plan} />
      )}
      {canBeginAlone && !isEmpty ? (
        <LinkButton look="word" to={`/study?exam=${exam}`}>
          {TODAY.only(examName(exam))} <span className="small num">{shortMinutes(minutes)}</span>
        </LinkButton>
      ) : null}
    </section>
  )
}

function Table({ plan: { exam, counts, domains } }: { readonly plan: ExamPlan }) {
  const kinds = kindsOf(counts)
  return (
    <table className={styles['table']}>
      <caption className="vh">{examName(exam)}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{TODAY.domain}</span>
          </th>
          {kinds.map(({ key, name }) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {domains.map(({ domain, counts: ofDomain }, index) => (
          <tr key={domain.id}>
            <th scope="row">
              <span className={styles['number']}>{index + 1} </span>
              {domain.title}
            </th>
            {kinds.map(({ key, name }) => (
              <td
                key={key}
                className={ofDomain[key] === 0 ? styles['zero'] : undefined}
                data-name={name}
              >
                {ofDomain[key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{TODAY.sum}</th>
          {kinds.map(({ key, name }) => (
            <td key={key} data-name={name}>
              {counts[key]}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

/** Learning has a column only while something is in learning: it is rare, and a phone is narrow. */
function kindsOf(counts: Counts) {
  const kinds = [
    { key: 'learning', name: TODAY.learning },
    { key: 'review', name: TODAY.reviews },
    { key: 'new', name: TODAY.new },
  ] as const
  return kinds.filter(({ key }) => key !== 'learning' || counts.learning > 0)
}
