import { answerWith } from '../in-worker.ts'
import { failureOf } from './messages.ts'
import { runRequest } from './tasks.ts'
import type { Request } from './tasks.ts'

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  answerWith((onShare) => runRequest(data, onShare), failureOf)
})
