import type { Instant } from '../../core/time.ts'

const KEY = 'mock-beat'

/**
 * Notes that a run is on screen at this moment. Kept beside the database, which is done when it returns: a
 * browser that is ended leaves behind how long the run was looked at. The clock of an exam needs none of
 * this, it follows from instants.
 */
export function beat(run: string, at: Instant): void {
  try {
    localStorage.setItem(KEY, `${run} ${at}`)
  } catch {
    // Where the browser forbids it, time on the last question ends with its last step.
  }
}

/** When a run was last on screen, or `fallback` where that is not known. */
export function lastBeat(run: string, fallback: Instant): Instant {
  try {
    const [of, at] = (localStorage.getItem(KEY) ?? '').split(' ')
    return of === run && Number(at) > fallback ? Number(at) : fallback
  } catch {
    return fallback
  }
}
