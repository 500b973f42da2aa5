import * as v from 'valibot'

const text = v.string()

/** Something was written. Says what to read again, not what it is now. */
const ChangeSchema = v.variant('kind', [
  v.object({ kind: v.literal('reviewed'), cardId: text }),
  v.object({ kind: v.literal('marked'), cardId: text }),
  v.object({ kind: v.literal('setting'), key: text }),
  /** Many cards were marked, tagged or changed in the log at once. */
  v.object({ kind: v.literal('bulk') }),
  v.object({ kind: v.literal('installed'), exam: text }),
  /** The text of a note, its deck or its tags. */
  v.object({ kind: v.literal('edited'), noteId: text }),
  /** A run of a mock exam went on. */
  v.object({ kind: v.literal('mocked'), run: text }),
  /** All card states were computed anew. */
  v.object({ kind: v.literal('projected') }),
])
export type Change = v.InferOutput<typeof ChangeSchema>

/**
 * Tells the other open tabs that something was written. A tab does not hear itself. Where the browser
 * has no BroadcastChannel, tabs refresh when they are shown again, and nothing else is lost.
 */
export class ChangeChannel {
  readonly #name: string
  readonly #listeners = new Set<(change: Change) => void>()
  #channel: BroadcastChannel | null = null

  /** Tabs with the same name hear each other. Nothing is opened before it is needed. */
  constructor(name: string) {
    this.#name = name
  }

  /** Call it after the transaction, so that a tab that reads again finds what was written. */
  announce(change: Change): void {
    this.#open()?.postMessage(change)
  }

  /** Tells this tab's own listeners, where something was written outside of the screen that is shown. */
  echo(change: Change): void {
    this.#listeners.forEach((listener) => listener(change))
  }

  /** Calls `listener` for each change made in another tab, until the function returned is called. */
  listen(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    this.#open()
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Stops hearing the others. A later `announce` opens the channel again. */
  close(): void {
    this.#channel?.close()
    this.#channel = null
  }

  #open(): BroadcastChannel | null {
    if (this.#channel || typeof BroadcastChannel === 'undefined') return this.#channel
    this.#channel = new BroadcastChannel(this.#name)
    this.#channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => this.#hear(data))
    return this.#channel
  }

  #hear(data: unknown): void {
    // Another tab may run another version of the app and speak of changes unknown here.
    const change = v.safeParse(ChangeSchema, data)
    if (change.success) this.#listeners.forEach((listener) => listener(change.output))
  }
}
