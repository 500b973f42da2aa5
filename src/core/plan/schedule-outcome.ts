/** What a schedule takes and gives, as a mean of the days simulated. */
export interface ScheduleOutcome {
  /** Minutes a day. */
  readonly minutes: number
  /** Reviews a day. */
  readonly reviews: number
  /** Share of what was seen that is recalled at the end, 0 to 1. */
  readonly recall: number
  /** Standard deviation of the reviews a day once nothing is new any more, or of the last third. */
  readonly spread: number
  /** By how many reviews one day differs from the next, in the mean; days that are to be easy left out. */
  readonly change: number
  /** Mean reviews on each weekday, Monday first. */
  readonly weekdays: readonly number[]
}

/** 0 without any. */
export function meanOf(counts: readonly number[]): number {
  return counts.length === 0 ? 0 : counts.reduce((sum, each) => sum + each, 0) / counts.length
}

export function deviationOf(counts: readonly number[]): number {
  const mean = meanOf(counts)
  return Math.sqrt(meanOf(counts.map((each) => (each - mean) ** 2)))
}

/** The mean of several runs. */
export function meanOutcome(runs: readonly ScheduleOutcome[]): ScheduleOutcome {
  return {
    minutes: meanOf(runs.map(({ minutes }) => minutes)),
    reviews: meanOf(runs.map(({ reviews }) => reviews)),
    recall: meanOf(runs.map(({ recall }) => recall)),
    spread: meanOf(runs.map(({ spread }) => spread)),
    change: meanOf(runs.map(({ change }) => change)),
    weekdays: Array.from({ length: 7 }, (_, weekday) =>
      meanOf(runs.map(({ weekdays }) => weekdays[weekday] ?? 0)),
    ),
  }
}
