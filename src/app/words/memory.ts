import type { FitRecord } from '../../core/fit/fit-record.ts'
import type { Trial } from '../../core/fit/check-fit.ts'
import type { DueChange } from '../../db/use-weights.ts'
import { number, plural } from './plural.ts'

/** Everything said about parameters of memory that are fitted to the learner. */
export const MEMORY = {
  screen: 'Your memory',
  headings: {
    default: 'You are taken to forget as most people do.',
    own: 'Cirrus is fitted to how you forget.',
  },
  fitNow: 'Measure my memory now',
  working: {
    fit: 'Measuring',
    due: 'Working out what would change',
    use: 'Working out all due dates anew',
    calibrate: 'Comparing predictions with answers',
    dueBySchedule: 'Working out what would change',
    useSchedule: 'Working out all due dates anew',
  },
  cancel: 'Cancel',
  failed: 'That did not work. Nothing was changed. Try again, or reload this page.',
  found: 'What was found',
  use: 'Use it',
  leave: 'Leave it as it is',
  goBack: 'Go back to the former',
  toDefaults: 'Use the defaults',
  takeAgain: 'Use again',
  confirm: 'Do it',
  weekly: {
    title: 'From week to week',
    label: 'Measure each week',
    hint: 'At the end of a session, once a week. You are asked before anything changes. It keeps forecasts honest: with an outdated picture of your memory they promise too much.',
    on: 'On',
    off: 'Off',
  },
  compared: 'Predictions against what happened',
  comparedCaption: 'The defaults and the parameters fitted to you, on the same reviews',
  columns: {
    parameters: 'Parameters',
    loss: 'Log loss',
    off: 'Off by',
    date: 'Date',
    answers: 'Answers',
    result: 'Result',
    act: 'Use',
  },
  defaults: 'Defaults',
  fitted: 'Fitted to you',
  lossHint:
    'Log loss is the usual measure of predictions: it is small where much was expected and came. “Off by” is how far the expected share of recalled cards was from the real one.',
  history: 'What was measured before',
  historyCaption: 'Each measurement and what came of it, latest first',
  noHistory: 'Nothing yet.',
  inForce: 'in use',
  how: 'How this works',
  howText: [
    'Cirrus predicts recall with FSRS-6, an open model with 21 parameters. Their defaults fit hundreds of millions of answers of thousands of learners on average.',
    'From 400 answers on, parameters can be fitted to your own, drawn towards the defaults so that few answers move them little. They are tried first: fitted on the earlier four fifths of your log, they must predict the latest fifth better than the defaults do, and by more than chance or nearer to what happened. If they do not, nothing changes.',
    'New parameters change what is expected of every card, so all due dates are worked out anew from your log. Your answers stay as they are, and you can always go back.',
    'All of it happens in this browser.',
  ],
  readiness: 'How well recall is predicted',
} as const

/** What the parameters in force are, and what is known so far. */
export function memoryLead(
  { inForce, ratings }: { readonly inForce: FitRecord | null; readonly ratings: number },
  date: string | null,
): string {
  if (inForce) {
    return `Measured on ${date} from ${plural(inForce.ratings, 'answer')} to ${plural(inForce.cards, 'card')}.`
  }
  if (ratings < FEWEST) {
    const left = FEWEST - ratings
    return `There are ${plural(ratings, 'answer')} so far. After ${number(left)} more your own way of forgetting can be measured.`
  }
  return `There are ${plural(ratings, 'answer')}, enough to measure your own way of forgetting.`
}

const FEWEST = 400

/** What a measurement found, in one or two sentences. */
export function foundWords(fit: FitRecord): string {
  if (fit.verdict === 'too-few') {
    return fit.ratings < FEWEST
      ? `Not enough yet: ${plural(fit.ratings, 'answer')} of ${FEWEST}. Nothing was changed.`
      : 'Not enough yet: nearly all answers are to cards that were new that day. Nothing was changed.'
  }
  const tried = `on your latest ${plural(fit.trial.reviews, 'review')}`
  return fit.verdict === 'better'
    ? `Parameters fitted to you predicted better than the defaults ${tried}: ${offWords(fit.trial)}.`
    : `Kept as it was. Parameters fitted to you predicted not clearly better than the defaults ${tried}: ${lossWords(fit.trial)}.`
}

/** "off by 1.2 points instead of 4.8", or the losses where points do not show it. */
function offWords(trial: Trial): string {
  const { defaultOff, fittedOff } = trial
  return fittedOff < defaultOff
    ? `off by ${points(fittedOff)} instead of ${points(defaultOff)} points`
    : lossWords(trial)
}

function lossWords({ defaultLoss, fittedLoss }: Trial): string {
  return `log loss ${loss(fittedLoss)} against ${loss(defaultLoss)}, where less is better`
}

/** "4.8": percentage points. */
export function points(share: number): string {
  return (100 * share).toFixed(1)
}

/** "0.412". */
export function loss(value: number): string {
  return value.toFixed(3)
}

/** What taking up parameters would change today, before it is confirmed. */
export function dueWords({ before, after, earlier, later, cards }: DueChange): string {
  const now =
    before === after
      ? `As many cards as now are due today: ${number(after)}.`
      : `Due today ${after === 1 ? 'is' : 'are'} then ${plural(after, 'card')} instead of ${number(before)}.`
  return `${now} Of ${plural(cards, 'card')}, ${number(earlier)} come up earlier and ${number(later)} later.`
}

/** The result in a line of the history. */
export function resultWords(fit: FitRecord): string {
  if (fit.verdict === 'better') return fit.adoptedAt === null ? 'better, not used' : 'better, used'
  return 'no better, kept as it was'
}

/** At the end of a session. */
export const SESSION_FIT = {
  title: 'Your memory was measured',
  more: 'More about it',
  done: 'All due dates are worked out anew.',
} as const
