import { useMemo, useState } from 'react'
import { emptyAttempt, judge, notKnown, optionsOf } from './attempt.ts'
import type { Attempt, Judged, Lack, Option } from './attempt.ts'
import type { Question } from './question.ts'
import type { Draft } from './resume.ts'

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

/**
 * One answer to one question in one showing, which `seed` names.
 *
 * @param draft   the answer as far as it had been made, if the showing was interrupted
 * @param onDraft told of every change, so that it can be kept
 */
export function useAttempt(
  question: Question,
  seed: string,
  draft: Draft | null,
  onDraft: (draft: Draft) => void,
): AttemptState {
  const options = useMemo(() => optionsOf(question, seed), [question, seed])
  const [attempt, setAttempt] = useState(() => attemptFrom(question, seed, draft))
  const [judged, setJudged] = useState<Judged | null>(() => judgedFrom(question, attempt, draft))
  const [lack, setLack] = useState<Lack | null>(null)
  const reveal = (result: Judged, revealed: Draft['revealed']) => {
    setJudged(result)
    onDraft({ attempt, revealed })
  }
  return {
    options,
    attempt,
    judged,
    lack,
    change(next) {
      setLack(null)
      setAttempt(next)
      onDraft({ attempt: next, revealed: 'no' })
    },
    check() {
      const result = judge(question, attempt)
      if (typeof result === 'string') setLack(result)
      else reveal(result, 'judged')
    },
    giveUp: () => reveal(notKnown(), 'unknown'),
  }
}

/** What was kept, unless the card has changed since and it does not fit any more. */
function attemptFrom(question: Question, seed: string, draft: Draft | null): Attempt {
  const empty = emptyAttempt(question, seed)
  if (!draft) return empty
  const { chosen, typed, arrangement } = draft.attempt
  const known = new Set(optionsOf(question, seed).map(({ key }) => key))
  const isSame = arrangement.toSorted().join() === empty.arrangement.toSorted().join()
  return {
    chosen: chosen.filter((key) => known.has(key)),
    typed,
    arrangement: isSame ? arrangement : empty.arrangement,
  }
}

function judgedFrom(question: Question, attempt: Attempt, draft: Draft | null): Judged | null {
  if (!draft || draft.revealed === 'no') return null
  if (draft.revealed === 'unknown') return notKnown()
  const result = judge(question, attempt)
  return typeof result === 'string' ? null : result
}
