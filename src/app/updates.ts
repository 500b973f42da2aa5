import { HOUR_MS } from '../core/time.ts'
import { createStore } from './store.ts'
import type { Store } from './store.ts'

/**
 * `ready`: a new version waits to be let in. `outdated`: another tab runs it already. `shut`: that tab has
 * taken over the database, and nothing more can be saved here.
 */
export type UpdateState = 'none' | 'ready' | 'outdated' | 'shut'

export interface Updates {
  readonly state: Store<UpdateState>
  /** Lets the new version in and loads the page anew. Only when the learner says so. */
  readonly update: () => void
}

interface Registration {
  update(): Promise<unknown>
}

/** How the service worker is registered: `registerSW` of `virtual:pwa-register`. */
type Register = (options: {
  /** A new version is installed and waits. */
  onNeedRefresh: () => void
  /** A new version has taken over, here or in another tab. */
  onNeedReload: () => void
  onRegisteredSW: (url: string, registration: Registration | undefined) => void
}) => () => Promise<void>

/**
 * Registers the service worker and tells when a new version waits. It is never let in by itself, and a
 * page is never loaded anew because another tab let it in: there might be a session on it.
 */
export function serviceWorkerUpdates(register: Register, reload: () => void): Updates {
  const state = createStore<UpdateState>('none')
  let isAsked = false
  const letIn = register({
    onNeedRefresh: () => {
      if (state.get() === 'none') state.set('ready')
    },
    onNeedReload: () => {
      if (isAsked) reload()
      else if (state.get() !== 'shut') state.set('outdated')
    },
    onRegisteredSW: (_url, registration) => lookEveryHour(registration),
  })
  const update = () => {
    if (state.get() !== 'ready') return reload()
    isAsked = true
    return void letIn()
  }
  return { state, update }
}

/** Browsers look for a new version when a page is opened, which an installed app may not be for days. */
function lookEveryHour(registration: Registration | undefined): void {
  if (registration) setInterval(() => void registration.update().catch(() => null), HOUR_MS)
}
