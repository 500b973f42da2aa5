import type { FullSchedule } from '../../core/exam-schedule.ts'
import type { ExamId } from '../../core/note.ts'
import { meanOf } from '../../core/plan/schedule-outcome.ts'
import type { ScheduleOutcome } from '../../core/plan/schedule-outcome.ts'
import type { TriedSchedule } from '../../core/plan/schedule-trial.ts'
import type { DueChange } from '../../db/use-weights.ts'
import { examName } from './exam.ts'
import { WEEKDAYS } from './plan.ts'
import { number, plural } from './plural.ts'
import { percent } from './progress.ts'
import { hourName } from './settings.ts'

/** Everything said about how the cards of one exam are scheduled. */
export const SCHEDULE = {
  title: (exam: ExamId) => `Scheduling of ${examName(exam)}`,
  lead: 'All of this can stay as it is. Nothing changes before you say so, and you can always go back.',
  exams: 'Exams',
  back: 'Plan',
  dated: (exam: ExamId, when: string) =>
    `${examName(exam)} has a date: until ${when} its plan decides what comes when, by the minutes of each weekday. Steps and the longest interval hold already; desired retention, spreading and easy days hold after it.`,
  leaders: (exams: readonly ExamId[]) =>
    `Cards that count for ${exams.map(examName).join(' and ')} too go by the settings of ${exams.length === 1 ? 'that exam' : 'those exams'}: a card of several exams goes by the one that comes first in Settings.`,
  memory: 'Memory',
  day: 'Within a day',
  load: 'Days',
  sticking: 'Cards that do not stick',
  start: 'Start of the day',
  retention: {
    label: 'Desired retention',
    hint: 'A card comes up when you would recall it with this probability.',
    usual: (share: number) => `As usual, ${percent(share)}`,
  },
  longest: {
    label: 'Longest interval',
    hint: 'No card stays away longer than this, however well you know it.',
  },
  learning: {
    label: 'Steps of a new card',
    hint: 'A new card comes back after so many minutes on its first day; “Got it” goes one step on. Empty for none.',
  },
  relearning: {
    label: 'Steps of a forgotten card',
    hint: 'The same for a card that you forgot. Empty for none.',
  },
  stepsUnit: 'min',
  stepsWrong: 'Up to six whole numbers of minutes, each under a day, such as 1 10.',
  balance: {
    label: 'Spread reviews',
    hint: 'Of the days that do as well, a review falls on the one with the fewest.',
    on: 'On',
    off: 'Off',
  },
  easy: {
    label: 'Easy days',
    hint: 'Reviews move away from these weekdays as far as their intervals allow. With a date, the minutes of the plan do this.',
    needs: 'Easy days need reviews to be spread.',
    names: { normal: 'Normal', fewer: 'Fewer', none: 'None' },
    of: (day: string) => `Reviews on ${day}`,
  },
  leech: {
    label: 'Forgotten at least',
    hint: 'From so many lapses on a card may be said not to stick. Nothing else changes: it is offered help.',
    less: 'One lapse less',
    more: 'One lapse more',
    chance: 'And only if chance is',
    chanceHint: 'How unlikely so many lapses have to be for a memory like yours.',
  },
  startText: (hour: number) =>
    `Your day begins at ${hourName(hour)}, for all exams alike: due days, streak and history count the same days.`,
  startLink: 'Change it in Settings',
  outcome: 'What it comes to',
  outcomeAside: 'simulated',
  now: 'Now',
  chosen: 'Then',
  figure: 'Figure',
  caption: 'What the schedule takes and gives, now and with these settings',
  rows: {
    minutes: 'Minutes a day',
    reviews: 'Reviews a day',
    recall: 'Recalled of what was seen',
    change: 'Change from day to day',
  },
  basis:
    'Half a year from today, with your cards, your pace of new cards and your times, as if every day were studied to its end and no date were set. Real memories differ; what counts is the difference between two columns.',
  ask: 'Work out what would change',
  use: 'Use these settings',
  inUse: 'These settings are in use.',
  reset: 'Back to the defaults',
  former: 'As it was before',
  same: 'No due date changes; what is answered from now on goes by it.',
  failed: 'That did not work. Nothing was changed.',
} as const

/** "1 year", "60 days". */
export function longestWords(days: number): string {
  if (days >= 36_500) return 'No limit'
  if (days % 365 === 0) return plural(days / 365, 'year')
  return plural(days, 'day')
}

/** "under 1 in 100". */
export function chanceWords(chance: number): string {
  return chance === 1 ? 'of any size' : `under 1 in ${number(Math.round(1 / chance))}`
}

/** "± 4". */
export function changeWords({ change }: ScheduleOutcome): string {
  return `± ${minuteWords(change)}`
}

/** "8.7". */
export function minuteWords(minutes: number): string {
  return minutes < 9.95 ? minutes.toFixed(1) : number(Math.round(minutes))
}

/** What a wanted recall comes to beside another: "85 % instead: 7.4 minutes a day instead of 8.7…". */
export function insteadOf(name: string, chosen: ScheduleOutcome, other: ScheduleOutcome): string {
  const time = timeWords(other.minutes - chosen.minutes)
  const points = Math.round(100 * (other.recall - chosen.recall))
  const recall =
    points === 0
      ? 'recall stays the same'
      : `recall ${points > 0 ? 'rises' : 'falls'} by ${plural(Math.abs(points), 'point')}`
  return `Simulated: ${name} ${time} a day; ${recall}.`
}

function timeWords(more: number): string {
  const minutes = Math.abs(more)
  if (minutes < 0.05) return 'takes as long'
  const amount =
    minutes < 1
      ? `${Math.round(minutes * 60)} seconds`
      : plural(Number(minuteWords(minutes)), 'minute')
  return more > 0 ? `takes ${amount} more` : `saves ${amount}`
}

/** What the other steps would be. */
export function stepsName(steps: readonly number[]): string {
  return steps.length === 0 ? 'without a step it' : `with a step of ${steps.join(', ')} min it`
}

/** "From one day to the next reviews differ by about 2.5 with it, 4.9 without." */
export function spreadWords(
  isOn: boolean,
  chosen: ScheduleOutcome,
  other: ScheduleOutcome,
): string {
  const [on, off] = isOn ? [chosen, other] : [other, chosen]
  return `Simulated: one day differs from the next by about ${minuteWords(on.change)} reviews with it, ${minuteWords(off.change)} without.`
}

/** "Sunday has about 5 reviews, other days 20", of the easy days chosen, or of a free Sunday. */
export function easyWords(
  easyDays: FullSchedule['easyDays'],
  chosen: ScheduleOutcome,
  other: ScheduleOutcome,
  contrast: TriedSchedule,
): string {
  const isChosen = easyDays.some((ease) => ease !== 'normal')
  const days = isChosen ? easyDays : contrast.easyDays
  const counts = (isChosen ? chosen : other).weekdays
  const named = days.flatMap((ease, day) => (ease === 'normal' ? [] : [WEEKDAYS[day]?.long ?? '']))
  const easy = meanOf(counts.filter((_, day) => days[day] !== 'normal'))
  const rest = meanOf(counts.filter((_, day) => days[day] === 'normal'))
  const names = new Intl.ListFormat('en').format(named)
  const free = isChosen ? names : `a free ${names}`
  return `Simulated: ${free} ${isChosen && named.length > 1 ? 'have' : 'has'} about ${plural(Math.round(easy), 'review')}, other days ${number(Math.round(rest))}. Intervals of a day or two cannot move.`
}

/** "12 of your cards were forgotten that often." */
export function leechWords(lapses: readonly number[], least: number): string {
  const count = lapses.filter((each) => each >= least).length
  return `Not a matter for a simulation: ${count === 0 ? 'none of your cards was' : count === 1 ? '1 of your cards was' : `${number(count)} of your cards were`} forgotten that often.`
}

/** The same in short, on the button: "62 due today instead of 138". */
export function dueInShort({ before, after, earlier, later }: DueChange): string {
  if (earlier + later === 0) return 'no due date changes'
  return before === after
    ? `${number(after)} due today, as now`
    : `${number(after)} due today instead of ${number(before)}`
}

/** What comes due, before it is confirmed. */
export function dueBy({ before, after, earlier, later, cards }: DueChange): string {
  if (earlier + later === 0) return SCHEDULE.same
  const now =
    before === after
      ? `As many cards as now are due today: ${number(after)}.`
      : `Due today ${after === 1 ? 'is' : 'are'} then ${plural(after, 'card')} instead of ${number(before)}.`
  return `${now} Of all ${plural(cards, 'card')}, ${number(earlier)} come up earlier and ${number(later)} later.`
}
