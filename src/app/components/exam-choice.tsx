import type { ExamInfo } from '../../core/catalog.ts'
import type { ExamId } from '../../core/note.ts'
import { examFacts, WELCOME } from '../words/welcome.ts'
import styles from './exam-choice.module.css'

interface ExamChoiceProps {
  readonly exams: readonly ExamInfo[]
  readonly chosen: ReadonlySet<ExamId>
  readonly onToggle: (exam: ExamId) => void
  readonly disabled?: boolean
}

/** The exams as large choices; one without cards is shown and cannot be chosen. */
export function ExamChoice({ exams, chosen, onToggle, disabled = false }: ExamChoiceProps) {
  return (
    <fieldset className={styles['choice']} disabled={disabled}>
      <legend className="vh">{WELCOME.exams}</legend>
      {exams.map(({ exam, title, cards, asOf }) => (
        <label key={exam} className={styles['exam']} data-exam={exam.toLowerCase()}>
          <input
            type="checkbox"
            name="exam"
            checked={chosen.has(exam)}
            disabled={cards === 0}
            onChange={() => onToggle(exam)}
            aria-describedby={`facts-${exam}`}
          />
          <span className={styles['code']}>{exam}</span>
          <span className={styles['title']}>{title}</span>
          <span className={`${styles['facts']} small num`} id={`facts-${exam}`}>
            {examFacts(cards, asOf)}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
