import { answerWith } from '../in-worker.ts'
import { messageOfError } from './messages.ts'
import type { Request } from './messages.ts'
import { runRequest } from './tasks.ts'

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  answerWith((onShare) => runRequest(data, onShare), messageOfError)
})
