import { forecast } from '../../core/plan/forecast.ts'
import type { Forecast, ForecastRequest } from '../../core/plan/forecast.ts'

/** Asks for a forecast; null gives up the one under way. A newer request replaces an older one. */
export interface ToSimulator {
  readonly id: number
  readonly request: ForecastRequest | null
}

export type FromSimulator =
  | { readonly id: number; readonly kind: 'progress'; readonly done: number }
  | { readonly id: number; readonly kind: 'done'; readonly forecast: Forecast }

let latest = 0

addEventListener('message', ({ data }: MessageEvent<ToSimulator>) => {
  latest = data.id
  if (data.request) void answer(data.id, data.request)
})

async function answer(id: number, request: ForecastRequest): Promise<void> {
  const steps = forecast(request)
  while (isLatest(id)) {
    const step = steps.next()
    if (step.done) return tell({ id, kind: 'done', forecast: step.value })
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
