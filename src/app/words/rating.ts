import type { Rating } from '../../core/review.ts'
import { GRADES } from './study.ts'

/** What the learner pressed: "Forgot" and "Got it" with two buttons. */
export function ratingName(rating: Rating, buttons: 'two' | 'four'): string {
  if (buttons === 'two' && (rating === 'again' || rating === 'good')) return GRADES.two[rating]
  return GRADES.four[rating]
}
