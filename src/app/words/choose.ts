import { plural } from './plural.ts'

export const CHOOSE = {
  title: 'Choose what to study',
  part: 'Part',
  everything: 'All your exams',
  all: (exam: string) => `All of ${exam}`,
  cards: 'Cards',
  only: { all: 'All', flagged: 'Flagged', forgotten: 'Forgotten today' },
  tag: 'Tag',
  anyTag: 'Any',
  search: 'Search',
  searchHint: 'Words, or type:command',
  mode: 'Schedule',
  modes: { study: 'Planned', ahead: 'Ahead', cram: 'Cram' },
  modeHints: {
    study: 'What is due, and new cards up to your limit.',
    ahead:
      'Goes on with cards before they are due. Each answer counts with the days that really passed.',
    cram: 'Everything, again until known. No answer changes a schedule; what you forget may come up once more today.',
  },
  length: 'Length',
  lengths: { open: 'Open', minutes: 'Minutes', cards: 'Cards' },
  minutes: 'Minutes',
  count: 'Cards',
  less: { minutes: 'Fewer minutes', cards: 'Fewer cards' },
  more: { minutes: 'More minutes', cards: 'More cards' },
  begin: 'Begin',
  found: (cards: number) => (cards === 0 ? 'No cards now.' : `${plural(cards, 'card')} now.`),
  counting: 'Counting…',
  cancel: 'Cancel',
} as const
