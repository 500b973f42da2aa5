import { forecast } from '../../core/plan/forecast.ts'
import type { Forecast, ForecastRequest } from '../../core/plan/forecast.ts'
import type { FromSimulator, ToSimulator } from './simulate.worker.ts'

/** Simulates plans one at a time, away from the page. */
export interface Simulator {
  /** Begins a forecast; the one under way is given up. */
  ask(request: ForecastRequest, hear: Hear): void
  /** Gives up the forecast under way. */
  cancel(): void
  close(): void
}

/** What is told of a forecast: the share that is done, then the result. */
export interface Hear {
  readonly progress: (done: number) => void
  readonly done: (result: Forecast) => void
}

/** A simulator in a worker, or, where the browser has none, between the frames of the page. */
export function openSimulator(): Simulator {
  return typeof Worker === 'undefined' ? new SlicedSimulator() : new WorkerSimulator()
}

class WorkerSimulator implements Simulator {
  readonly #worker = new Worker(new URL('./simulate.worker.ts', import.meta.url), {
    type: 'module',
  })
  #id = 0
  #hear: Hear | null = null

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromSimulator>) => {
      if (data.id !== this.#id) return
      if (data.kind === 'progress') this.#hear?.progress(data.done)
      else this.#hear?.done(data.forecast)
    })
  }

  ask(request: ForecastRequest, hear: Hear): void {
    this.#hear = hear
    this.#post(request)
  }

  cancel(): void {
    this.#hear = null
    this.#post(null)
  }

  close(): void {
    this.#worker.terminate()
  }

  #post(request: ForecastRequest | null): void {
    this.#id += 1
    const message: ToSimulator = { id: this.#id, request }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    this.#worker.postMessage(message)
  }
}

class SlicedSimulator implements Simulator {
  #id = 0

  ask(request: ForecastRequest, hear: Hear): void {
    this.#id += 1
    const id = this.#id
    const steps = forecast(request)
    const next = () => {
      if (id !== this.#id) return
      const step = steps.next()
      if (step.done) return hear.done(step.value)
      hear.progress(step.value)
      setTimeout(next)
    }
    setTimeout(next)
  }

  cancel(): void {
    this.#id += 1
  }

  close(): void {
    this.cancel()
  }
}
