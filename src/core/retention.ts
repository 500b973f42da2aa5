/** FSRS-6 default of parameter 20, the decay of the forgetting curve. */
const DECAY = 0.1542

/**
 * How many times as often a memory of given stability comes up at `desiredRetention` as at 0.9: the
 * inverse ratio of the intervals. What is forgotten in between, and so comes up anew, is not counted.
 *
 * @param desiredRetention 0 to 1, both exclusive
 * @param decay            parameter 20 of FSRS-6
 * @see FSRS-6, R(t, S) = (1 + F·t/S)^-decay with R(S, S) = 0.9, solved for t:
 *      https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm
 */
export function timesAsOften(desiredRetention: number, decay = DECAY): number {
  const scaled = (retention: number) => retention ** (-1 / decay) - 1
  return scaled(0.9) / scaled(desiredRetention)
}
