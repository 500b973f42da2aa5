import type { Counts, ExamPlan } from '../../core/day-plan.ts'
import { total } from '../../core/day-plan.ts'
import { shortMinutes, TODAY } from '../words/today.ts'
import { LinkButton } from './link-button.tsx'
import { Section } from './section.tsx'
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
  const isEmpty = total(counts) === 0
  return (
    <div data-exam={exam.toLowerCase()}>
      <Section title={exam} aside={isEmpty ? null : shortMinutes(minutes)}>
        {isEmpty ? (
          <p className={`${styles['empty']} note`}>{TODAY.nothingInExam}</p>
        ) : (
          <Table plan={plan} />
        )}
        {canBeginAlone && !isEmpty ? (
          <LinkButton look="word" to={`/study?exam=${exam}`}>
            {TODAY.only(exam)}
          </LinkButton>
        ) : null}
      </Section>
    </div>
  )
}

function Table({ plan: { exam, counts, domains } }: { readonly plan: ExamPlan }) {
  const kinds = kindsOf(counts)
  return (
    <table className={styles['table']}>
      <caption className="vh">{exam}</caption>
      <thead>
        <tr>
          <th scope="col">{TODAY.domain}</th>
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
              <span className={styles['number']}>{index + 1}</span>
              <span>{domain.title}</span>
            </th>
            {kinds.map(({ key }) => (
              <td key={key} className={ofDomain[key] === 0 ? styles['zero'] : undefined}>
                {ofDomain[key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{TODAY.sum}</th>
          {kinds.map(({ key }) => (
            <td key={key}>{counts[key]}</td>
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
