import { createStore } from './store.ts'
import type { Store } from './store.ts'

/** `ready`: a new version waits to be let in. `outdated`: another tab runs it already. */
export type UpdateState = 'none' | 'ready' | 'outdated'

export interface Updates {
  readonly state: Store<UpdateState>
  /** Lets the new version in and loads the page anew. Only when the learner says so. */
  readonly update: () => void
}

/** How the service worker is registered: `registerSW` of `virtual:pwa-register`. */
type Register = (options: { onNeedRefresh: () => void }) => (reloadPage?: boolean) => Promise<void>

/**
 * Registers the service worker and tells when a new version waits. It is never let in by itself: an old
 * page would lose the parts of the app that it has not loaded yet.
 */
export function serviceWorkerUpdates(register: Register, reload: () => void): Updates {
  const state = createStore<UpdateState>('none')
  const letIn = register({
    onNeedRefresh: () => {
      if (state.get() === 'none') state.set('ready')
    },
  })
  return {
    state,
    update: () => (state.get() === 'ready' ? void letIn(true) : reload()),
  }
}
