import type { ExamId } from '../../core/note.ts'
import { dateName } from './dates.ts'
import { plural } from './plural.ts'

export const WELCOME = {
  screen: 'Welcome',
  heading: 'Which exam are you studying for?',
  lead: 'Cirrus asks short questions, remembers what you knew, and asks again shortly before you would forget.',
  exams: 'Exams',
  noCards: 'No cards yet',
  where: 'Everything is kept in this browser on this device. Nothing is sent anywhere.',
  path: 'Not sure? Where to begin',
  begin: 'Begin',
  installing: 'Preparing',
  chooseOne: 'Choose an exam first.',
  independent: 'Independent, not endorsed by Microsoft.',
  about: 'About Cirrus',
  privacy: 'Privacy',
  restore: 'Restore a backup',
} as const

/** "143 cards, outline of 17 Apr 2026". */
export function examFacts(cards: number, asOf: string): string {
  return `${cards === 0 ? WELCOME.noCards : plural(cards, 'card')}, outline of ${dateName(asOf)}`
}

/** "AZ-104 and AZ-305". */
export function examList(exams: readonly ExamId[]): string {
  return new Intl.ListFormat('en').format(exams)
}
