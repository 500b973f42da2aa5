import type { PlannedCard } from './planned.ts'
import { isAvailable } from './study-day.ts'
import type { StudyDay } from './study-day.ts'
import { PRIOR_SECONDS } from './workload.ts'

/**
 * The same day with what its minutes still hold of the plan: units in their order until their expected time
 * uses up what is left. The others lie beyond it, for who wants to go on. What a mock exam raises comes
 * first and takes its time of the same minutes.
 *
 * @param spent seconds that were studied on the day so far
 */
export function withinMinutes(day: StudyDay, spent: number): StudyDay {
  const { planned } = day
  if (!planned) return day
  const units: (readonly PlannedCard[])[] = []
  const beyond: (readonly PlannedCard[])[] = []
  let left = planned.minutes * 60 - spent - raisedSeconds(day)
  for (const unit of planned.units) {
    const open = unit.filter(({ cardId }) => takesTime(day, cardId))
    if (open.length > 0 && left <= 0) {
      beyond.push(unit)
      continue
    }
    units.push(unit)
    left -= open.reduce((sum, { seconds }) => sum + seconds, 0)
  }
  return { ...day, planned: { ...planned, units, beyond } }
}

/** The same day with what lies beyond its minutes too. */
export function withBeyond(day: StudyDay): StudyDay {
  const { planned } = day
  if (!planned?.beyond) return day
  const units = [...planned.units, ...planned.beyond]
  return { ...day, planned: { ...planned, units, beyond: [], isOpen: true } }
}

/** Whether a card of the plan is still to be asked; raised ones are not asked by it, nor those on a step. */
function takesTime(day: StudyDay, cardId: string): boolean {
  const state = day.states.get(cardId)
  if (day.raised?.has(cardId) || !isAvailable(day, cardId)) return false
  return !state || (state.lastReviewDay < day.today && state.dueAt === null)
}

function raisedSeconds(day: StudyDay): number {
  let seconds = 0
  const notes = new Set<string>()
  for (const cardId of day.raised?.keys() ?? []) {
    const state = day.states.get(cardId)
    const note = day.cardById.get(cardId)?.note.id
    // Of a note one card a day is asked.
    if (note === undefined || notes.has(note) || !isAvailable(day, cardId)) continue
    if (state && (state.lastReviewDay >= day.today || state.dueAt !== null)) continue
    notes.add(note)
    seconds += state ? PRIOR_SECONDS.review : PRIOR_SECONDS.new
  }
  return seconds
}
