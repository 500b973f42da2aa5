import { describe, expect, test, vi } from 'vitest'
import { Cancelled, inWorker } from '../../src/app/in-worker.ts'

/** A worker that says what the test wants. */
class FakeWorker extends EventTarget {
  readonly terminate = vi.fn<() => void>()
  readonly asked: unknown[] = []

  postMessage(message: unknown): void {
    this.asked.push(message)
  }

  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

function start(hooks: Parameters<typeof inWorker>[3] = {}) {
  const worker = new FakeWorker()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all of a worker that is used
  const done = inWorker(worker as unknown as Worker, 'question', () => new Error('made'), hooks)
  return { worker, done }
}

describe('a worker', () => {
  test('is asked once, tells how far it is, answers, and ends', async () => {
    const shares: number[] = []
    const { worker, done } = start({ onShare: (share) => shares.push(share) })
    worker.say({ kind: 'share', share: 0.5 })
    worker.say({ kind: 'done', output: 42 })
    expect(await done).toBe(42)
    expect(worker.asked).toEqual(['question'])
    expect(shares).toEqual([0.5])
    expect(worker.terminate).toHaveBeenCalledOnce()
  })

  test('that is given up ends at once', async () => {
    const controller = new AbortController()
    const { worker, done } = start({ signal: controller.signal })
    controller.abort()
    await expect(done).rejects.toBeInstanceOf(Cancelled)
    expect(worker.terminate).toHaveBeenCalledOnce()
  })

  test('that fails says so in an error of our own', async () => {
    const { worker, done } = start()
    worker.say({ kind: 'failed', failure: {} })
    await expect(done).rejects.toThrow('made')
    expect(worker.terminate).toHaveBeenCalledOnce()
  })
})
