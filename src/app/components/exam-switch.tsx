import { Link } from 'react-router'
import type { ExamId } from '../../core/note.ts'
import { examName } from '../words/exam.ts'
import styles from './exam-switch.module.css'

interface ExamSwitchProps {
  /** Name of the group of links for screen readers. */
  readonly label: string
  readonly exams: readonly ExamId[]
  readonly current: ExamId
  readonly hrefOf: (exam: ExamId) => string
}

/** One word per exam; the one in use is underlined in its accent. */
export function ExamSwitch({ label, exams, current, hrefOf }: ExamSwitchProps) {
  return (
    <nav className={styles['switch']} aria-label={label}>
      {exams.map((exam) => (
        <Link
          key={exam}
          to={hrefOf(exam)}
          data-exam={exam.toLowerCase()}
          aria-current={exam === current ? 'page' : undefined}
        >
          {examName(exam)}
        </Link>
      ))}
    </nav>
  )
}
