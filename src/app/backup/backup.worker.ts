import { messageOfError } from './messages.ts'
import type { Answer, Request } from './messages.ts'
import { runRequest } from './tasks.ts'

/** Says what happens to a task. Shares are told at most this often. */
const EVERY_MS = 50

const post = (answer: Answer) => postMessage(answer)

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  let last = 0
  const onShare = (share: number) => {
    const now = performance.now()
    if (now - last < EVERY_MS) return
    last = now
    post({ kind: 'share', share })
  }
  runRequest(data, onShare).then(
    (output) => post({ kind: 'done', output }),
    (error: unknown) => post({ kind: 'failed', ...messageOfError(error) }),
  )
})
