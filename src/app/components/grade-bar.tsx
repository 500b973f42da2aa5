import type { Rating } from '../../core/review.ts'
import type { Grade } from '../study/grades.ts'
import { CARD } from '../words/study.ts'
import { Kbd } from './kbd.tsx'
import styles from './grade-bar.module.css'

interface GradeBarProps {
  readonly grades: readonly Grade[]
  /** Whether to point out what the app judged. */
  readonly marksSuggestion?: boolean
  readonly onGrade: (rating: Rating) => void
}

/** How well the card was known, from worst to best, each with the time until it comes back. */
export function GradeBar({ grades, onGrade, marksSuggestion = false }: GradeBarProps) {
  return (
    <fieldset
      aria-label={CARD.grade}
      className={`${styles['grades']} ${grades.length > 2 ? styles['many'] : ''}`}
    >
      {grades.map(({ rating, label, interval, spoken, shortcut, isSuggested }) => (
        <button
          key={rating}
          type="button"
          className={`${styles['grade']} ${styles[rating]} ${marksSuggestion && isSuggested ? styles['suggested'] : ''}`}
          aria-keyshortcuts={shortcut}
          // The second tap of a double tap on "Show answer" lands here and is not a rating.
          onClick={({ detail }) => detail < 2 && onGrade(rating)}
        >
          <b>{label}</b>
          <span className={styles['interval']} aria-hidden="true">
            {interval}
          </span>
          <span className="vh">, {CARD.comesBack(spoken)}</span>
          <span className={styles['key']}>
            <Kbd>{shortcut}</Kbd>
          </span>
        </button>
      ))}
    </fieldset>
  )
}
