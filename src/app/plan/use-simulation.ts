import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Work, Worked } from '../../core/plan/work.ts'
import { openSimulator } from './simulator.ts'
import type { Simulator } from './simulator.ts'

/** Milliseconds of rest after which a changed plan is simulated. */
const REST_MS = 250

export interface SimulationState<Subject> {
  /** The latest result, which may be of an earlier choice; null before the first. */
  readonly result: { readonly worked: Worked; readonly of: Subject } | null
  /** Share of the simulation that is done; null while none runs. */
  readonly done: number | null
  /** The learner gave up the simulation of this choice. */
  readonly isCancelled: boolean
}

/**
 * Simulates a plan whenever it changes, after a moment's rest.
 *
 * @param subject what is chosen; another object is another choice
 */
export function useSimulation<Subject>(
  subject: Subject,
  workOf: (subject: Subject) => Work | null,
) {
  const [state, setState] = useState<SimulationState<Subject>>({
    result: null,
    done: null,
    isCancelled: false,
  })
  const simulator = useRef<Simulator | null>(null)
  const [round, setRound] = useState(0)
  const ask = useEffectEvent((of: Subject, _round: number) => {
    const next = workOf(of)
    if (!next) {
      simulator.current?.cancel()
      return setState({ result: null, done: null, isCancelled: false })
    }
    simulator.current ??= openSimulator()
    setState(({ result }) => ({ result, done: 0, isCancelled: false }))
    simulator.current.ask(next, {
      progress: (done) =>
        setState((before) => (isFar(before.done, done) ? { ...before, done } : before)),
      done: (worked) => setState({ result: { worked, of }, done: null, isCancelled: false }),
    })
  })

  useEffect(
    () => () => {
      simulator.current?.close()
      simulator.current = null
    },
    [],
  )
  useEffect(() => {
    const timer = setTimeout(() => ask(subject, round), REST_MS)
    return () => clearTimeout(timer)
  }, [subject, round])

  const cancel = () => {
    simulator.current?.cancel()
    setState(({ result }) => ({ result, done: null, isCancelled: true }))
  }
  return { ...state, cancel, again: () => setRound((before) => before + 1) }
}

/** Whether progress has moved far enough to be drawn again. */
function isFar(before: number | null, done: number): boolean {
  return before === null || done - before >= 0.1
}
