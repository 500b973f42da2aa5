import { plural } from './plural.ts'

const KINDS = {
  answer: (cards: number) => (cards === 1 ? 'an answer' : `answers to ${plural(cards, 'card')}`),
  reset: (cards: number) =>
    cards === 1 ? 'a new start' : `a new start of ${plural(cards, 'card')}`,
  mark: (cards: number) => (cards === 1 ? 'a change' : `a change of ${plural(cards, 'card')}`),
  note: (notes: number) => `a change of ${plural(notes, 'note')}`,
  deck: () => 'a change of a deck',
  deleted: () => 'the deletion of a card',
  broughtBack: () => 'the return of a card',
  discarded: () => 'the discarding of your changes',
} as const

type Kind = keyof typeof KINDS

export const UNDO = {
  name: 'Undo and redo',
  undo: 'Undo',
  redo: 'Redo',
  nothing: { undo: 'There is nothing to take back.', redo: 'There is nothing to do again.' },
  done: {
    undo: (kind: Kind, cards: number) => `Taken back: ${KINDS[kind](cards)}.`,
    redo: (kind: Kind, cards: number) => `Done again: ${KINDS[kind](cards)}.`,
  },
  busy: 'This takes a moment',
  failed: 'Not saved. Nothing was changed.',
} as const
