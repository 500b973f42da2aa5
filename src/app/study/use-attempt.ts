import { useMemo, useState } from 'react'
import { emptyAttempt, judge, notKnown, optionsOf } from './attempt.ts'
import type { Attempt, Judged, Lack, Option } from './attempt.ts'
import { hintsOf } from './hints.ts'
import type { Hint } from './hints.ts'
import type { Question } from './question.ts'
import type { Draft } from './resume.ts'

export interface AttemptState {
  readonly options: readonly Option[]
  readonly attempt: Attempt
  /** What came of it; null while the answer is being made. */
  readonly judged: Judged | null
  /** What the answer lacked when it was last to be checked. */
  readonly lack: Lack | null
  /** The options wait until the learner has thought of an answer. */
  readonly areOptionsHidden: boolean
  /** The hints asked for so far, and whether there are more. */
  readonly hints: readonly Hint[]
  readonly hasMoreHints: boolean
  readonly change: (attempt: Attempt) => void
  /** Judges the answer, unless it lacks something; before that, shows options that wait. */
  readonly check: () => void
  readonly giveUp: () => void
  /** Shows the next hint and returns its words; null where there is none. */
  readonly showHint: () => string | null
}

interface AttemptOptions {
  /** Whether the options wait behind the question at first. */
  readonly thinkFirst: boolean
  /** The answer as far as it had been made, if the showing was interrupted. */
  readonly draft: Draft | null
  /** Told of every change, so that it can be kept. */
  readonly onDraft: (draft: Draft) => void
}

/** Nothing waits and nothing is kept, as where a question is only tried. */
const TRIED: AttemptOptions = { thinkFirst: false, draft: null, onDraft: () => {} }

/** One answer to one question in one showing, which `seed` names. */
export function useAttempt(
  question: Question,
  seed: string,
  { thinkFirst, draft, onDraft }: AttemptOptions = TRIED,
): AttemptState {
  const options = useMemo(() => optionsOf(question, seed), [question, seed])
  const all = useMemo(() => hintsOf(question, options), [question, options])
  const [attempt, setAttempt] = useState(() => attemptFrom(question, seed, draft))
  const [judged, setJudged] = useState<Judged | null>(() => judgedFrom(question, attempt, draft))
  const [lack, setLack] = useState<Lack | null>(null)
  const [areShown, setShown] = useState(draft?.optionsShown ?? !thinkFirst)
  const [hints, setHints] = useState(draft?.hints ?? 0)
  const keep = (change: Partial<Draft>) =>
    onDraft({ attempt, revealed: 'no', optionsShown: areShown, hints, ...change })
  const reveal = (result: Judged, revealed: Draft['revealed']) => {
    setJudged(hints > 0 ? afterHints(result, all.slice(0, hints)) : result)
    keep({ revealed })
  }
  return {
    options,
    attempt,
    judged,
    lack,
    areOptionsHidden: !areShown && options.length > 0 && !judged,
    hints: all.slice(0, hints),
    hasMoreHints: hints < all.length,
    change(next) {
      setLack(null)
      setAttempt(next)
      keep({ attempt: next })
    },
    check() {
      if (!areShown && options.length > 0) {
        setShown(true)
        return keep({ optionsShown: true })
      }
      const result = judge(question, attempt)
      if (typeof result === 'string') setLack(result)
      else reveal(result, 'judged')
    },
    giveUp: () => reveal(notKnown(), 'unknown'),
    showHint() {
      const next = all[hints]
      if (!next || (!areShown && options.length > 0)) return null
      setHints(hints + 1)
      keep({ hints: hints + 1 })
      return next.words
    },
  }
}

/** A right answer that needed a hint was hardly known. */
function afterHints(judged: Judged, hints: readonly Hint[]): Judged {
  const isHelped = judged.right && hints.some(({ isFree }) => !isFree)
  return isHelped ? { ...judged, rating: 'hard' } : judged
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
  if (typeof result === 'string') return null
  const hints = hintsOf(question, optionsOf(question, '')).slice(0, draft.hints ?? 0)
  return afterHints(result, hints)
}
