import { useMemo, useState } from 'react'
import { emptyAttempt, judge, notKnown, optionsOf } from './attempt.ts'
import type { Attempt, Judged, Lack, Option } from './attempt.ts'
import type { Question } from './question.ts'

export interface AttemptState {
  readonly options: readonly Option[]
  readonly attempt: Attempt
  /** What came of it; null while the answer is being made. */
  readonly judged: Judged | null
  /** What the answer lacked when it was last to be checked. */
  readonly lack: Lack | null
  readonly change: (attempt: Attempt) => void
  /** Judges the answer, unless it lacks something. */
  readonly check: () => void
  readonly giveUp: () => void
}

/** One answer to one question in one showing, which `seed` names. */
export function useAttempt(question: Question, seed: string): AttemptState {
  const options = useMemo(() => optionsOf(question, seed), [question, seed])
  const [attempt, setAttempt] = useState(() => emptyAttempt(question, seed))
  const [judged, setJudged] = useState<Judged | null>(null)
  const [lack, setLack] = useState<Lack | null>(null)
  return {
    options,
    attempt,
    judged,
    lack,
    change(next) {
      setLack(null)
      setAttempt(next)
    },
    check() {
      const result = judge(question, attempt)
      if (typeof result === 'string') setLack(result)
      else setJudged(result)
    },
    giveUp: () => setJudged(notKnown()),
  }
}
