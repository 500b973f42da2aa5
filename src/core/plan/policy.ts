/** The few numbers of the policy. Results hardly change within wide ranges of each. */
export interface Policy {
  /** Recall above which a review waits. */
  readonly waitsAbove: number
  /** Days before the exam in which nothing waits any more. */
  readonly lastDays: number
  /** Share of the time in which all new cards are introduced; 0 for as soon as they are worth it. */
  readonly pace: number
  /** Share of the new cards that comes from the domain seen least. */
  readonly floor: number
}

export const EXAM_POLICY: Policy = { waitsAbove: 0.9, lastDays: 7, pace: 0.7, floor: 0.2 }

/** How reviews came out against what the model had predicted for them. */
export interface Calibration {
  readonly reviews: number
  /** Sum of the predicted probabilities of recall. */
  readonly expected: number
  /** How many were recalled. */
  readonly recalled: number
}

/** Reviews from which on the calibration says something. */
const ENOUGH = 60

/** Where so much less is recalled than predicted, the model does not fit this learner. */
const MISFIT = 0.2

/**
 * The policy for a learner whose reviews came out so. Where the model is badly wrong, its even pace and
 * its good opinion of what was seen cost points: new cards then come as soon as they are worth it, and
 * little waits. In simulations only learners whose memory follows another theory get there.
 */
export function policyFor({ reviews, expected, recalled }: Calibration): Policy {
  const isMisfit = reviews >= ENOUGH && (expected - recalled) / reviews > MISFIT
  return isMisfit ? { ...EXAM_POLICY, pace: 0, waitsAbove: 0.97 } : EXAM_POLICY
}
