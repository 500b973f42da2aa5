import type { ExamInfo } from '../../core/catalog.ts'
import type { ExamAudit } from '../../core/deck/audit.ts'
import { dateName } from './dates.ts'
import { number, plural } from './plural.ts'

export const ABOUT = {
  screen: 'About',
  heading: 'Verified cards for Azure exams, asked when you need them.',
  lead: 'Cirrus is independent. It is not made, sponsored or endorsed by Microsoft. Microsoft, Azure and the names of the exams belong to Microsoft.',
  exams: 'Exams and sources',
  examsNote:
    'The outline of each exam is Microsoft’s. The official study guide says what may be asked and always comes first.',
  guide: (exam: string) => `Official study guide for ${exam}`,
  columns: {
    outline: 'Outline',
    cards: 'Cards',
    checked: 'Facts checked',
    recheck: 'To be rechecked',
    read: 'Read by a second person',
    audit: 'Errors found in samples',
  },
  mistake:
    'You found a mistake? The page of every card has “Report a mistake”: it copies the card’s id and revision, to be sent wherever you report it.',
  data: 'Where your data lives',
  dataText: [
    'Your reviews, settings and the cards are kept in this browser on this device. Nothing is sent anywhere: there is no account, no server and no tracking.',
    'Without a network everything works the same. Clearing the data of this site in the browser removes what you did here.',
  ],
  privacy: 'Privacy',
  storage: 'Storage in Settings',
  how: 'How cards are timed',
  howText:
    'Cards are scheduled by FSRS-6, an open model of memory. It estimates from your answers when you would forget a card and asks shortly before that. Every answer is kept in a log; all else is worked out from it.',
  licences: 'Licences',
  licenceText: [
    ['The program', 'MIT licence'],
    ['The cards', 'Creative Commons Attribution 4.0 (CC BY 4.0)'],
  ],
  others: 'By others',
  othersNote:
    'These packages are part of Cirrus. Each line opens the licence under which its authors give it.',
  keys: 'Keys',
  version: 'Version',
} as const

/** The keys, by where they work. */
export const KEYS = [
  {
    where: 'Everywhere',
    keys: [
      ['T', 'Today'],
      ['P', 'Progress'],
      ['B', 'Browse'],
      ['S', 'Settings'],
      ['A', 'About'],
      ['U', 'Undo'],
      ['Shift+U', 'Redo'],
    ],
  },
  {
    where: 'On Today',
    keys: [
      ['Space', 'Begin'],
      ['5', 'Five minutes'],
      ['C', 'Choose what to study'],
    ],
  },
  {
    where: 'On Browse',
    keys: [
      ['/', 'Search'],
      ['↑ ↓', 'Go from card to card'],
      ['Space', 'Select the card'],
      ['Shift + ↑ ↓', 'Select several'],
      ['Ctrl + A', 'Select all'],
      ['Enter', 'Open the card'],
      ['Esc', 'Select none'],
    ],
  },
  {
    where: 'While studying',
    keys: [
      ['Space', 'Show the answer, go on'],
      ['1–4', 'Grade'],
      ['A–F', 'Choose an answer'],
      ['Enter', 'Check'],
      ['H', 'Hint'],
      ['?', 'All keys, as you have set them'],
      ['Esc', 'End the session'],
    ],
  },
] as const

/** "17 Apr 2026, still current on 1 Sep 2026". */
export function outline({ asOf, stillCurrentOn }: ExamInfo): string {
  const still = stillCurrentOn ? `, still current on ${dateName(stillCurrentOn)}` : ''
  return `${dateName(asOf)}${still}`
}

/** "60 packages". */
export function packageCount(count: number): string {
  return plural(count, 'package')
}

/** "143 from 120 notes, 20 of them for mock exams". */
export function cardCount({ cards, pool, notes }: ExamInfo): string {
  if (cards + pool === 0) return 'None yet'
  const forMocks = pool > 0 ? `, ${number(pool)} of them for mock exams` : ''
  return `${number(cards + pool)} from ${plural(notes, 'note')}${forMocks}`
}

/** "4 in 180 notes drawn by chance, 2.2 % (0.6 to 5.6 %), all corrected, 23 Nov 2026". */
export function auditResult(audit: ExamAudit | undefined): string {
  if (!audit?.from || !audit.to) return 'No sample read yet'
  const { errors, judged, rate, low, high, from, to } = audit
  const when = from === to ? dateName(from) : `${dateName(from)} to ${dateName(to)}`
  const range = `${tenths(rate)} % (${tenths(low)} to ${tenths(high)} %)`
  const notes = plural(judged, 'note')
  return `${number(errors)} in ${notes} drawn by chance: ${range}, corrected since. ${when}`
}

function tenths(share: number): string {
  return (100 * share).toFixed(1)
}

/** "60 of 120 notes (50 %)". */
export function readShare({ notes }: ExamInfo, audit: ExamAudit | undefined): string {
  return shareOf(audit?.read ?? 0, notes)
}

/** "3 Nov 2026", or "3 to 21 Nov 2026" as two dates. */
export function checkedDates({ verifiedFrom, verifiedTo }: ExamInfo): string {
  if (!verifiedFrom || !verifiedTo) return 'No cards yet'
  if (verifiedFrom === verifiedTo) return dateName(verifiedFrom)
  return `${dateName(verifiedFrom)} to ${dateName(verifiedTo)}`
}

/** "12 of 120 notes (10 %)". */
export function recheckShare({ recheck, notes }: ExamInfo): string {
  return shareOf(recheck, notes)
}

function shareOf(part: number, notes: number): string {
  if (part === 0 || notes === 0) return 'None'
  return `${number(part)} of ${plural(notes, 'note')} (${Math.round((100 * part) / notes)} %)`
}
