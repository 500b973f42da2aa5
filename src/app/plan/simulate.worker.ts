import { workOn } from '../../core/plan/work.ts'
import type { Work, Worked } from '../../core/plan/work.ts'

/** Asks for a simulation; null gives up the one under way. A newer request replaces an older one. */
export interface ToSimulator {
  readonly id: number
  readonly work: Work | null
}

export type FromSimulator =
  | { readonly id: number; readonly kind: 'progress'; readonly done: number }
  | { readonly id: number; readonly kind: 'done'; readonly worked: Worked }

let latest = 0

addEventListener('message', ({ data }: MessageEvent<ToSimulator>) => {
  latest = data.id
  if (data.work) void answer(data.id, data.work)
})

async function answer(id: number, work: Work): Promise<void> {
  const steps = workOn(work)
  while (isLatest(id)) {
    const step = steps.next()
    if (step.done) return tell({ id, kind: 'done', worked: step.value })
    tell({ id, kind: 'progress', done: step.value })
    // Lets a newer request in.
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    await new Promise((resolve) => setTimeout(resolve))
  }
}

function isLatest(id: number): boolean {
  return id === latest
}

function tell(message: FromSimulator): void {
  postMessage(message)
}
