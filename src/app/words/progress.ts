import { dateName } from './dates.ts'
import { number, plural } from './plural.ts'

/** "88 %" with a narrow space that does not break. `share` is 0 to 1. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}\u202f%`
}

export const PROGRESS = {
  mock: 'Mock exam',
  title: 'Progress',
  exams: 'Exam',
  trail: 'Where you are',
  byDomain: 'Recall now, by domain',
  byDeck: 'Recall now, by deck',
  byGroup: 'Recall now, by group',
  bySkill: 'Recall now, by skill',
  asTable: 'The same as a table',
  figuresOf: (caption: string) => `${caption}: figures`,
  weakest: 'Weakest skills',
  weakestBasis: 'Recall now',
  leastCovered: 'Least covered skills',
  leastCoveredBasis: 'Cards seen',
  notSeen: 'not seen yet',
  noCards: 'no cards yet',
  nothingDue: 'nothing due today',
  nothingToReview: 'nothing to review',
  notDue: 'not due',
  listed: 'planned today',
  doneToday: 'done today',
  byPlan: 'by plan',
  plan: 'Plan',
  study: 'Study',
  readiness: 'Readiness',
  studyThis: { domain: 'Study this domain', group: 'Study this group', skill: 'Study this skill' },
  cards: 'Cards',
  onExamDay: 'Recall on the exam day',
  stability: 'Stability',
  lapses: 'Forgotten in review',
  time: 'Time spent',
  basisOf: (exam: string) => `Stands on ${exam}`,
  statistics: 'Statistics',
  path: 'Compare exams',
  guide: 'Official study guide',
  outline: 'Outline',
  columns: {
    part: { domain: 'Domain', group: 'Group', skill: 'Skill' },
    weight: 'Share of the exam',
    cards: 'Cards',
    seen: 'Seen',
    due: 'Due today',
    left: 'Left today',
    done: 'Done today',
    recall: 'Recall now',
    onExamDay: 'On exam day',
    stability: 'Stability',
    lapses: 'Forgotten',
    time: 'Minutes',
    card: 'Card',
    state: 'State',
    dueWhen: 'Due',
  },
  cardState: { new: 'New', learning: 'In learning' },
  recall: (share: string) => `Recall ${share}`,
  suspended: 'suspended',
  recheck: 'marked for another check',
  weakestEmpty: 'No skill has been seen yet. Recall is known once a card has been answered.',
  coveredEmpty: 'Every card of every skill has been seen.',
} as const

/** Short names for the sentence at the top; a domain without one is called by its full title. */
const SHORT: Readonly<Record<string, string>> = {
  'az104-idgov': 'identity and governance',
  'az104-storage': 'storage',
  'az104-compute': 'compute',
  'az104-network': 'networking',
  'az104-monitor': 'monitoring',
}

interface Named {
  readonly id: string
  readonly title: string
}

interface Counted {
  readonly cards: number
  readonly seen: number
}

/** The one sentence of the page: "156 of 1,012 cards seen; networking is the least covered." */
export function examSentence(exam: string, { cards, seen }: Counted, least: Named | null): string {
  if (cards === 0) return `No cards for ${exam} yet.`
  if (seen === 0) return `None of ${plural(cards, 'card')} seen yet.`
  if (seen >= cards) return `All ${plural(cards, 'card')} seen.`
  const counts = `${number(seen)} of ${plural(cards, 'card')} seen`
  return least
    ? `${counts}; ${SHORT[least.id] ?? `“${least.title}”`} is the least covered.`
    : `${counts}.`
}

/** What the figures of an exam or a part rest on. */
export function basis(recall: number | null, seen: number, reviews: number): string {
  if (recall === null) return 'Recall is estimated from your answers: there are none yet.'
  return (
    `Expected recall now is ${percent(recall)} on average of the ${plural(seen, 'card')} seen, ` +
    `estimated from ${plural(reviews, 'review')}. Cards not seen yet are left out of it.`
  )
}

/** "52 of 230 seen". */
export function seenOf({ cards, seen }: Counted): string {
  if (cards === 0) return PROGRESS.noCards
  return `${number(seen)} of ${number(cards)} seen`
}

/** "22 of 32 seen, firm for 46 days": how firm a skill is that another one stands on. */
export function firmness(counts: Counted, stability: number | null): string {
  return stability === null ? seenOf(counts) : `${seenOf(counts)}, firm for ${daysOf(stability)}`
}

/** "20–25 % of the exam". `weight` is in per cent. */
export function weightOf([from, to]: readonly [number, number]): string {
  return `${from}–${to}\u202f% of the exam`
}

/** "3 due today". */
export function dueToday(due: number): string {
  return `${number(due)} due today`
}

interface OfToday {
  readonly due: number
  readonly done: number
  readonly planned: number | null
}

/** "3 due today"; by a plan "3 planned today", "3 left today, 2 done". Null where there is nothing to say. */
export function todayOf({ due, done, planned }: OfToday): string | null {
  if (planned === null) return due > 0 ? dueToday(due) : null
  if (planned === 0) return done > 0 ? `${number(done)} done today` : null
  if (done === 0) return `${number(planned)} planned today`
  return `${number(planned)} left today, ${number(done)} done`
}

/** What a chart shows, for those who do not see it. */
export function recallLabel(recall: number, seen: number, then: number | null = null): string {
  const later = then === null ? '' : `, ${Math.round(then * 100)} percent on the exam day`
  return `Expected recall ${Math.round(recall * 100)} percent now${later}, from ${plural(seen, 'card')} seen`
}

/** What the line of the chart means. */
export function chartKey(floor: number, wanted: number, hasThen = false): string {
  const then = hasThen ? ' The open dot is the exam day, if nothing more is studied.' : ''
  return (
    `From ${percent(floor)} to ${percent(1)} expected recall; ` +
    `the dotted mark is the ${percent(wanted)} that you want.${then}`
  )
}

/** "4 days", "0.6 days" below a day. */
export function daysOf(days: number): string {
  return days < 1 ? `${days.toFixed(1)} days` : plural(Math.round(days), 'day')
}

/** "4 to 31 days for half of the cards, 12 in the middle": how far stability spreads. */
export function spreadOf([low, middle, high]: readonly [number, number, number]): string {
  if (Math.round(low) === Math.round(high)) return daysOf(middle)
  const from = low < 1 ? low.toFixed(1) : number(Math.round(low))
  const half = middle < 1 ? middle.toFixed(1) : number(Math.round(middle))
  return `${from} to ${daysOf(high)} for half of the cards, ${half} in the middle`
}

/** "71", "0.4" below ten, and "< 0.1" for a few seconds: who studied never reads a zero. */
export function minutesOf(ms: number): string {
  const minutes = ms / 60_000
  if (minutes > 0 && minutes < 0.05) return '< 0.1'
  return minutes > 0 && minutes < 9.95 ? minutes.toFixed(1) : number(Math.round(minutes))
}

/** "24 minutes", "1.4 hours"; "less than a minute". */
export function timeOf(ms: number): string {
  const minutes = ms / 60_000
  if (minutes < 1) return 'less than a minute'
  return minutes < 90 ? plural(Math.round(minutes), 'minute') : `${(minutes / 60).toFixed(1)} hours`
}

/** "Study these 5": one button for the weakest skills. */
export function studyThese(skills: number): string {
  return skills === 1 ? 'Study this skill' : `Study these ${number(skills)} skills`
}

/** "2 due, 9 not seen": what a session of a part can hold. Under a plan nothing is due by itself. */
export function studyable(due: number, unseen: number, isPlanned = false): string {
  const parts = [
    due > 0 && `${number(due)} ${isPlanned ? 'to review' : 'due'}`,
    unseen > 0 && `${number(unseen)} not seen`,
  ].filter(Boolean)
  return parts.join(', ') || PROGRESS.nothingDue
}

/** "Up to Implement and manage storage". */
export function upTo(title: string): string {
  return `Up to ${title}`
}

/** "Study Troubleshoot load balancing". */
export function studyLabel(title: string): string {
  return `${PROGRESS.study} ${title}`
}

/** "4 cards". */
export function cardCount(cards: number): string {
  return plural(cards, 'card')
}

/** "from 4 cards". */
export function fromCards(cards: number): string {
  return `from ${plural(cards, 'card')}`
}

/** "Domain 4", "Group 4.2", "Skill". */
export function partName(kind: keyof typeof PROGRESS.columns.part, part: string | null): string {
  const name = PROGRESS.columns.part[kind]
  return part === null ? name : `${name} ${part}`
}

/** "3 of 12 cards seen. Expected recall now 84 % on average of those seen, from 9 reviews." */
export function partSentence(counts: Counted, recall: number | null, reviews: number): string {
  if (counts.cards === 0) return 'No cards yet.'
  if (counts.seen === 0 || recall === null)
    return `None of ${plural(counts.cards, 'card')} seen yet.`
  return (
    `${number(counts.seen)} of ${plural(counts.cards, 'card')} seen. Expected recall now ` +
    `${percent(recall)} on average of those seen, from ${plural(reviews, 'review')}.`
  )
}

/** What is said where there is no such page. */
export const NO_PROGRESS = {
  exam: (name: string) => `There is no exam “${name}” in this version of Cirrus.`,
  part: (name: string, exam: string) => `${exam} has no part “${name}”.`,
  notChosen: (exam: string) =>
    `${exam} is not among your exams: this is its outline. Add it in Settings to study it.`,
  toSettings: 'Settings',
  noCards: 'Its cards are still being written. This is its outline.',
} as const

/** "Outline of 17 Apr 2026, still current on 25 Sep 2026." */
export function outlineOf(asOf: string, stillCurrentOn: string | null): string {
  const still = stillCurrentOn ? `, still current on ${dateName(stillCurrentOn)}` : ''
  return `Outline of ${dateName(asOf)}${still}.`
}
