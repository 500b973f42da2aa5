import type { ExamInfo } from '../../core/catalog.ts'
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
  },
  data: 'Where your data lives',
  dataText: [
    'Your reviews, settings and the cards are kept in this browser on this device. Nothing is sent anywhere: there is no account, no server and no tracking.',
    'Without a network everything works the same. Clearing the data of this site in the browser removes what you did here.',
  ],
  storage: 'Storage in Settings',
  how: 'How cards are timed',
  howText:
    'Cards are scheduled by FSRS-6, an open model of memory. It estimates from your answers when you would forget a card and asks shortly before that. Every answer is kept in a log; all else is worked out from it.',
  licences: 'Licences',
  licenceText: [
    ['The program', 'MIT licence'],
    ['The cards', 'Creative Commons Attribution 4.0 (CC BY 4.0)'],
  ],
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
    ],
  },
  {
    where: 'On Today',
    keys: [
      ['Space', 'Begin'],
      ['5', 'Five minutes only'],
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
      ['U', 'Undo'],
      ['?', 'All keys'],
      ['Esc', 'End the session'],
    ],
  },
] as const

/** "17 Apr 2026, still current on 1 Sep 2026". */
export function outline({ asOf, stillCurrentOn }: ExamInfo): string {
  const still = stillCurrentOn ? `, still current on ${dateName(stillCurrentOn)}` : ''
  return `${dateName(asOf)}${still}`
}

/** "143 cards from 120 notes". */
export function cardCount({ cards, notes }: ExamInfo): string {
  return cards === 0 ? 'None yet' : `${number(cards)} from ${plural(notes, 'note')}`
}

/** "3 Nov 2026", or "3 to 21 Nov 2026" as two dates. */
export function checkedDates({ verifiedFrom, verifiedTo }: ExamInfo): string {
  if (!verifiedFrom || !verifiedTo) return 'No cards yet'
  if (verifiedFrom === verifiedTo) return dateName(verifiedFrom)
  return `${dateName(verifiedFrom)} to ${dateName(verifiedTo)}`
}

/** "12 of 120 notes (10 %)". */
export function recheckShare({ recheck, notes }: ExamInfo): string {
  if (recheck === 0 || notes === 0) return 'None'
  return `${number(recheck)} of ${plural(notes, 'note')} (${Math.round((100 * recheck) / notes)} %)`
}
