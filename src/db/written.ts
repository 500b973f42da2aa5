import type { Instant } from '../core/time.ts'

/** When something was done, and on which device. */
export interface Written {
  readonly at: Instant
  readonly device: string
}

/** What was looked at is another by now: it was written elsewhere in the meantime, and nothing was changed. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/**
 * Keeps what was written elsewhere since it was looked at, inside the transaction that would overwrite it.
 *
 * @param seen when it had been written by then, null if never; undefined for whoever did not look
 * @throws Overtaken
 */
export function refuseOvertaken(now: Instant | undefined, seen: Instant | null | undefined): void {
  if (seen !== undefined && (now ?? null) !== seen) throw new Overtaken()
}

/** The act of the learner always holds: if the clock was set back, it is dated just after what was there. */
export function stampAfter(
  updatedAt: Instant | undefined,
  { at, device }: Written,
): { updatedAt: Instant; device: string } {
  return { updatedAt: Math.max(at, updatedAt === undefined ? 0 : updatedAt + 1), device }
}
