import type { Rating } from '../../core/review.ts'

/** Whether this device can be felt at all; most computers and all iPhones cannot. */
export function canPulse(): boolean {
  return 'vibrate' in navigator
}

/** A short pulse under the finger as a card is rated, two for one that was forgotten. */
export function pulse(rating: Rating): void {
  if (canPulse()) navigator.vibrate(rating === 'again' ? [12, 60, 12] : 12)
}
