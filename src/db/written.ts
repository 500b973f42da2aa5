import type { Instant } from '../core/time.ts'

/** When something was done, and on which device. */
export interface Written {
  readonly at: Instant
  readonly device: string
}

/** The act of the learner always holds: if the clock was set back, it is dated just after what was there. */
export function stampAfter(
  updatedAt: Instant | undefined,
  { at, device }: Written,
): { updatedAt: Instant; device: string } {
  return { updatedAt: Math.max(at, updatedAt === undefined ? 0 : updatedAt + 1), device }
}
