import { plural } from './plural.ts'

export const OWN_DECKS = {
  title: 'Own decks',
  hint: 'A deck can be deleted once nothing is in it. Move its cards in Browse.',
  rename: 'Rename',
  renameDeck: (title: string) => `Rename ${title}`,
  remove: 'Delete',
  deleteDeck: (title: string) => `Delete ${title}`,
  browseDeck: (title: string) => `Show ${title} in Browse`,
  name: 'Name',
  save: 'Rename',
  cancel: 'Cancel',
  bad: 'The name of a deck has 1 to 80 characters.',
  taken: 'You have a deck with that name already.',
  used: 'Something is in this deck by now.',
  gone: 'This deck was deleted elsewhere.',
  failed: 'Not saved. Nothing was changed.',
  renamed: (title: string) => `The deck is called ${title} now.`,
  deleted: (title: string) => `Deleted the deck ${title}.`,
} as const

export function notesWords(notes: number): string {
  return notes === 0 ? 'Empty' : plural(notes, 'note')
}
