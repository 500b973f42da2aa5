import { workOn } from '../../core/plan/work.ts'
import type { Work, Worked } from '../../core/plan/work.ts'
import type { FromSimulator, ToSimulator } from './simulate.worker.ts'

/** Simulates plans one at a time, away from the page. */
export interface Simulator {
  /** Begins a simulation; the one under way is given up. */
  ask(work: Work, hear: Hear): void
  /** Gives up the simulation under way. */
  cancel(): void
  close(): void
}

/** What is told of a simulation: the share that is done, then the result. */
export interface Hear {
  readonly progress: (done: number) => void
  readonly done: (result: Worked) => void
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
      else this.#hear?.done(data.worked)
    })
  }

  ask(work: Work, hear: Hear): void {
    this.#hear = hear
    this.#post(work)
  }

  cancel(): void {
    this.#hear = null
    this.#post(null)
  }

  close(): void {
    this.#worker.terminate()
  }

  #post(work: Work | null): void {
    this.#id += 1
    const message: ToSimulator = { id: this.#id, work }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    this.#worker.postMessage(message)
  }
}

class SlicedSimulator implements Simulator {
  #id = 0

  ask(work: Work, hear: Hear): void {
    this.#id += 1
    const id = this.#id
    const steps = workOn(work)
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
