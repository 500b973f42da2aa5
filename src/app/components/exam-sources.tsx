import type { ExamInfo } from '../../core/catalog.ts'
import type { ExamAudit } from '../../core/deck/audit.ts'
import {
  ABOUT,
  auditResult,
  cardCount,
  checkedDates,
  readShare,
  outline,
  recheckShare,
} from '../words/about.ts'
import styles from './exam-sources.module.css'

interface ExamSourcesProps {
  readonly exams: readonly ExamInfo[]
  readonly audits: readonly ExamAudit[]
}

/** What this build ships for each exam, and on what it rests. */
export function ExamSources({ exams, audits }: ExamSourcesProps) {
  return (
    <ul className={styles['exams']}>
      {exams.map((exam) => (
        <li key={exam.exam} data-exam={exam.exam.toLowerCase()}>
          <h3 className={styles['name']}>
            {exam.exam} <span>{exam.title}</span>
          </h3>
          <dl className={`${styles['facts']} num`}>
            {factsOf(
              exam,
              audits.find((audit) => audit.exam === exam.exam),
            ).map(([name, fact]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{fact}</dd>
              </div>
            ))}
          </dl>
          <a className={styles['guide']} href={exam.guide} target="_blank" rel="noopener">
            {ABOUT.guide(exam.exam)}
          </a>
        </li>
      ))}
    </ul>
  )
}

function factsOf(exam: ExamInfo, audit: ExamAudit | undefined) {
  const { columns } = ABOUT
  return [
    [columns.outline, outline(exam)],
    [columns.cards, cardCount(exam)],
    [columns.checked, checkedDates(exam)],
    [columns.read, readShare(exam, audit)],
    [columns.audit, auditResult(audit)],
    [columns.recheck, recheckShare(exam)],
  ] as const
}
