/**
 * The days around an interval on which a review does as well, from and to: those over which Anki scatters
 * reviews by chance (7 → 5 to 9, 21 → 18 to 24, 90 → 84 to 96). An interval of one or two days has no other.
 *
 * @see https://github.com/ankitects/anki rslib/src/scheduler/states/fuzz.rs
 */
export function spreadRange(
  days: number,
  maximumIntervalDays: number,
): { readonly from: number; readonly to: number } {
  if (days < 3) return { from: days, to: days }
  const delta =
    1 +
    0.15 * (Math.min(days, 7) - 2.5) +
    0.1 * Math.max(0, Math.min(days, 20) - 7) +
    0.05 * Math.max(0, days - 20)
  const cap = (day: number) => Math.min(day, maximumIntervalDays)
  return { from: cap(Math.max(2, Math.round(days - delta))), to: cap(Math.round(days + delta)) }
}

/**
 * An interval moved by so many days as the log says, within what is allowed: with other parameters the
 * same answer may have a shorter interval now, and fewer days around it.
 */
export function moved(days: number, shift: number, maximumIntervalDays: number): number {
  if (shift === 0) return days
  const { from, to } = spreadRange(days, maximumIntervalDays)
  return Math.min(to, Math.max(from, days + shift))
}
