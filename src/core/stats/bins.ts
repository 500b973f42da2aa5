/** Where bins of expected recall begin: finer where most reviews are. */
export const RECALL_EDGES = [0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95] as const

/** Where bins of stability begin, in days. */
export const STABILITY_EDGES = [
  0, 0.5, 1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365, 545, 730, 1095, 1825, 3650,
] as const

export function binOfRecall(recall: number): number {
  return Math.max(
    0,
    RECALL_EDGES.findLastIndex((edge) => recall >= edge),
  )
}

export function binOfStability(days: number): number {
  return Math.max(
    0,
    STABILITY_EDGES.findLastIndex((edge) => days >= edge),
  )
}
