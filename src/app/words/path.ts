import type { ExamId } from '../../core/note.ts'
import type { Reason, Situation, Suggestion, Time } from '../../core/path/suggest.ts'
import { number, plural } from './plural.ts'
import { examList } from './welcome.ts'

export const PATH = {
  title: 'Where to begin',
  heading: 'Where do I begin?',
  lead: 'Four questions, none of them needed. Nothing is decided by the answers: change exams whenever you like.',
  questions: 'About you',
  roadmap: 'Both exams compared',
  begin: (exams: readonly ExamId[]) => `Begin with ${examList(exams)}`,
  study: (exam: ExamId) => `Study ${exam}`,
  bridge: (cards: number) => `Begin with ${plural(cards, 'bridge card')}`,
  plan: 'Make a plan',
  asked: {
    role: 'What do you do?',
    from: 'What do you know so far?',
    time: 'How much time do you have?',
    likes: 'What do you enjoy?',
  },
  answers: {
    role: {
      admin: 'Administration',
      architect: 'Architecture',
      developer: 'Development',
      other: 'Something else',
    },
    from: {
      onprem: 'Systems on-premises',
      cloud: 'A cloud',
      certified: 'AZ-104 passed',
      none: 'None of these',
    },
    time: { little: 'Under 3 hours a week', some: '3 to 6 hours', much: 'More' },
    likes: { run: 'Making things run', design: 'Designing them', both: 'Both' },
  },
  columns: {
    domain: 'Domain',
    weight: 'Share of the exam',
    seen: 'Seen',
    shared: 'Shared cards',
  },
  key: 'Blocks are as high as their share of the exam, with the cards seen at their foot; bands are cards that count for both.',
  orderText:
    'AZ-104 gives you Azure Administrator Associate. Azure Solutions Architect Expert asks for that certificate and for AZ-305. No exam asks for another one first, and AZ-900 is needed for none.',
} as const

const REASONS: Readonly<Record<Reason, string>> = {
  fundamentals:
    'AZ-900 gives you the words that both other exams take for granted. It is short, and not needed for either.',
  operating: 'AZ-104 asks how to set up and run things: every day’s work of an administrator.',
  designing: 'AZ-305 asks which service fits which requirement: the work of an architect.',
  expert: 'The certificate of an architect asks for AZ-104 as well, so none of it is lost.',
  base: 'What AZ-305 decides between, AZ-104 teaches to use; it also asks for its certificate.',
  certified: 'You have what the certificate of an architect asks for beside AZ-305.',
  'one-at-a-time':
    'One after the other: a second exam at once takes half of your minutes away from the first.',
  together:
    'With your time and experience both at once are possible. Cards that count for both are asked once.',
  'little-time':
    'With under three hours a week a quarter of an hour on most days holds more than one long evening, and a date of three months or more leaves room for it.',
  bridge:
    'You know most of it under other names. The bridge cards say what is different in Azure, and where your habits mislead.',
}

export function reasonText(reason: Reason): string {
  return REASONS[reason]
}

/** Hours a week that an answer on time stands for. */
const HOURS: Readonly<Record<Time, number>> = { little: 2, some: 4.5, much: 7 }

/** Seconds that a card took in all until simulated learners recalled nine of ten on the exam day. */
const SECONDS_A_CARD = 81

/** "With about 4.5 hours a week, the 1,428 cards of AZ-104 take about 7 weeks. A plan …". Null with none left. */
export function timeSentence(
  time: Time,
  exam: ExamId,
  { cards, unseen }: { readonly cards: number; readonly unseen: number },
): string | null {
  if (unseen === 0) return null
  const weeks = Math.max(1, Math.round((unseen * SECONDS_A_CARD) / 3600 / HOURS[time]))
  const which =
    unseen === cards
      ? `the ${plural(cards, 'card')} of ${exam} take`
      : `the ${plural(unseen, 'card')} of ${exam} that you have not seen ${unseen === 1 ? 'takes' : 'take'}`
  return (
    `With about ${HOURS[time]} hours a week, ${which} about ` +
    `${plural(weeks, 'week')}: what they took simulated learners. A plan works it out for you.`
  )
}

/** "AZ-104 and AZ-305 together." or "AZ-900 first, then AZ-104, then AZ-305." */
export function suggestionSentence({ exams, together }: Suggestion): string {
  const [first = '', ...rest] = exams
  if (together > 1) return `${examList(exams.slice(0, together))} together.`
  if (rest.length === 0) return `Begin with ${first}.`
  return `${first} first, ${rest.map((exam) => `then ${exam}`).join(', ')}.`
}

/** "142 cards count for both exams.": what the picture says. */
export function sharedSentence(cards: number): string {
  return `${plural(cards, 'card counts', 'cards count')} for both exams and ${cards === 1 ? 'is' : 'are'} asked once.`
}

/** "231 of 288": cards seen. */
export function seenCount(seen: number, cards: number): string {
  return `${number(seen)} of ${number(cards)}`
}

export type Question = keyof Situation
