/** Something was written. Says what to read again, not what it is now. */
export type Change =
  | { readonly kind: 'reviewed'; readonly cardId: string }
  | { readonly kind: 'marked'; readonly cardId: string }
  | { readonly kind: 'setting'; readonly key: string }
  /** Many cards were marked, tagged or changed in the log at once. */
  | { readonly kind: 'bulk' }
  | { readonly kind: 'installed'; readonly exam: string }
  /** The text of a note, its deck or its tags. */
  | { readonly kind: 'edited'; readonly noteId: string }
  /** A run of a mock exam went on. */
  | { readonly kind: 'mocked'; readonly run: string }
  /** All card states were computed anew. */
  | { readonly kind: 'projected' }

/**
 * What each kind says beside its name, if anything. Checked in plain code, as the start of the app listens
 * and does without the schema library.
 */
const SAYS: Readonly<Record<Change['kind'], string | null>> = {
  reviewed: 'cardId',
  marked: 'cardId',
  setting: 'key',
  bulk: null,
  installed: 'exam',
  edited: 'noteId',
  mocked: 'run',
  projected: null,
}

function isChange(data: unknown): data is Change {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return false
  const said = Object.entries(SAYS).find(([kind]) => kind === data.kind)
  if (!said) return false
  const [, name] = said
  return name === null || typeof Reflect.get(data, name) === 'string'
}

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
    if (isChange(data)) this.#listeners.forEach((listener) => listener(data))
  }
}
