import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Forecast, ForecastRequest } from '../../core/plan/forecast.ts'
import { openSimulator } from './simulator.ts'
import type { Simulator } from './simulator.ts'

/** Milliseconds of rest after which a changed plan is simulated. */
const REST_MS = 250

export interface ForecastState {
  /** The latest result, which may be of an earlier choice while `done` is not null; null before the first. */
  readonly forecast: Forecast | null
  /** Share of the simulation that is done; null while none runs. */
  readonly done: number | null
  /** The learner gave up the simulation of this choice. */
  readonly isCancelled: boolean
}

const NOTHING: ForecastState = { forecast: null, done: null, isCancelled: false }

/**
 * Simulates a plan whenever it changes, after a moment's rest.
 *
 * @param key differs whenever the request does
 */
export function useForecast(key: string, request: () => ForecastRequest | null) {
  const [state, setState] = useState<ForecastState>(NOTHING)
  const simulator = useRef<Simulator | null>(null)
  const [round, setRound] = useState(0)
  const ask = useEffectEvent((_key: string, _round: number) => {
    const next = request()
    if (!next) {
      simulator.current?.cancel()
      return setState(NOTHING)
    }
    simulator.current ??= openSimulator()
    setState(({ forecast }) => ({ forecast, done: 0, isCancelled: false }))
    simulator.current.ask(next, {
      progress: (done) => setState((before) => ({ ...before, done })),
      done: (forecast) => setState({ forecast, done: null, isCancelled: false }),
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
    const timer = setTimeout(() => ask(key, round), REST_MS)
    return () => clearTimeout(timer)
  }, [key, round])

  const cancel = () => {
    simulator.current?.cancel()
    setState(({ forecast }) => ({ forecast, done: null, isCancelled: true }))
  }
  return { ...state, cancel, again: () => setRound((before) => before + 1) }
}
