import { use } from 'react'
import { ariaKeys } from '../../core/keys.ts'
import type { Rating } from '../../core/review.ts'
import { useTapGuard } from '../hooks/use-tap-guard.ts'
import { PrefsContext } from '../study/prefs.ts'
import type { Grade } from '../study/grades.ts'
import { CARD } from '../words/study.ts'
import { ActionKey } from './action-key.tsx'
import styles from './grade-bar.module.css'

interface GradeBarProps {
  readonly grades: readonly Grade[]
  /** Whether to point out what the app judged. */
  readonly marksSuggestion?: boolean
  readonly onGrade: (rating: Rating) => void
}

/** How well the card was known, from worst to best, each with the time until it comes back. */
export function GradeBar({ grades, onGrade, marksSuggestion = false }: GradeBarProps) {
  const guard = useTapGuard()
  const { keys } = use(PrefsContext)
  return (
    <fieldset
      aria-label={CARD.grade}
      className={`${styles['grades']} ${grades.length > 2 ? styles['many'] : ''}`}
    >
      {grades.map(({ rating, label, interval, spoken, isSuggested, action }) => (
        <button
          key={rating}
          type="button"
          className={`${styles['grade']} ${styles[rating]} ${marksSuggestion && isSuggested ? styles['suggested'] : ''}`}
          aria-keyshortcuts={ariaKeys(keys[action])}
          // The second tap of a double tap on "Show answer" lands here and is not a rating.
          onClick={(event) => guard(event) && onGrade(rating)}
        >
          <b>{label}</b>
          <span className={styles['interval']} aria-hidden="true">
            {interval}
          </span>
          <span className="vh">, {CARD.comesBack(spoken)}</span>
          <span className={styles['key']}>
            <ActionKey of={action} />
          </span>
        </button>
      ))}
    </fieldset>
  )
}
