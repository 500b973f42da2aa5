/** How far a task is, 0 to 1. */
export type OnShare = (share: number) => void

/** The task was given up. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

/** What a worker says. `failed` comes with an error as it passes between threads, where classes are lost. */
export type WorkerAnswer<Failure> =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'done'; readonly output: unknown }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface WorkerHooks {
  readonly onShare?: OnShare | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Asks a worker for one thing, and ends it. One that is given up ends at once: a transaction that was under
 * way is not committed.
 *
 * @throws Cancelled, and what `errorOf` makes of a failure
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it says that both ends mean the same failure
export async function inWorker<Failure>(
  worker: Worker,
  request: unknown,
  errorOf: (failure: Failure) => Error,
  { onShare, signal }: WorkerHooks,
): Promise<unknown> {
  try {
    return await new Promise<unknown>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new Cancelled()))
      worker.addEventListener('error', ({ message }) => reject(new Error(message)))
      worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer<Failure>>) => {
        if (data.kind === 'share') onShare?.(data.share)
        else if (data.kind === 'failed') reject(errorOf(data.failure))
        else resolve(data.output)
      })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
      worker.postMessage(request)
    })
  } finally {
    worker.terminate()
  }
}

function post(answer: WorkerAnswer<unknown>): void {
  postMessage(answer)
}

/** Shares are told at most this often, in ms. */
const EVERY_MS = 50

/** Answers one request in a worker: tells how far it is, and then what came of it. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as above
export function answerWith<Failure>(
  action: (onShare: OnShare) => Promise<unknown>,
  failureOf: (error: unknown) => Failure,
): void {
  let last = 0
  const onShare = (share: number) => {
    const now = performance.now()
    if (now - last < EVERY_MS) return
    last = now
    post({ kind: 'share', share })
  }
  action(onShare).then(
    (output) => post({ kind: 'done', output }),
    (error: unknown) => post({ kind: 'failed', failure: failureOf(error) }),
  )
}
