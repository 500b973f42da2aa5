import { intervalDays, retrievability } from '../../core/schedule.ts'
import { fold } from '../../core/search/fold.ts'
import { BROWSE, STATE_NAMES } from '../words/browse.ts'
import { FLAGS, TYPE_NAMES, dueWords } from '../words/card.ts'
import { clockTime, dateName, dayName } from '../words/dates.ts'
import { number, plural } from '../words/plural.ts'
import { percent } from '../words/progress.ts'
import type { Collection } from './collection.ts'
import type { Listed } from './listed.ts'
import type { BrowseRow } from './rows.ts'

type Day = Listed['day']
type Texts = Pick<Collection, 'titleOf' | 'verifiedOf'>

/** What a column shows of a card, and by what it sorts; null is shown as nothing and sorts last. */
interface Column {
  readonly textOf: (row: BrowseRow, day: Day, texts: Texts) => string | null
  readonly sortBy: (row: BrowseRow, day: Day, texts: Texts) => number | string | null
  /** Figures stand at the right. */
  readonly isFigure?: boolean
  /** Whether its sorting waits for the texts. */
  readonly needsText?: boolean
}

/** The columns in the order in which they stand. */
export const COLUMNS = {
  question: {
    textOf: (row, _day, texts) => texts.titleOf(row),
    sortBy: (row, _day, texts) => folded(texts.titleOf(row)),
    needsText: true,
  },
  skill: {
    textOf: ({ note }) => note.places[0]?.skill.title ?? null,
    sortBy: ({ note }) => folded(note.places[0]?.skill.title ?? null),
  },
  exam: {
    textOf: ({ note }) => note.exams.join(', ') || null,
    sortBy: ({ note }) => note.exams.join(' ') || null,
  },
  deck: {
    textOf: ({ note }) => note.deckTitle,
    sortBy: ({ note }) => folded(note.deckTitle),
  },
  type: {
    textOf: ({ note }) => TYPE_NAMES[note.type],
    sortBy: ({ note }) => TYPE_NAMES[note.type],
  },
  state: {
    textOf: (row, day) => stateName(row, day),
    sortBy: (row, day) => stateName(row, day),
  },
  due: {
    textOf: dueText,
    sortBy: ({ state }) => state && (state.dueAt ?? state.dueDay * 86_400_000),
  },
  recall: {
    textOf: ({ state }, { today, scheduler }) =>
      state && percent(retrievability(state, today, scheduler)),
    sortBy: ({ state }, { today, scheduler }) => state && retrievability(state, today, scheduler),
    isFigure: true,
  },
  stability: {
    textOf: ({ state }) => state && days(state.stability),
    sortBy: ({ state }) => state?.stability ?? null,
    isFigure: true,
  },
  difficulty: {
    textOf: ({ state }) => state?.difficulty.toFixed(1) ?? null,
    sortBy: ({ state }) => state?.difficulty ?? null,
    isFigure: true,
  },
  interval: {
    textOf: ({ state }) => state && days(intervalDays(state)),
    sortBy: ({ state }) => state && intervalDays(state),
    isFigure: true,
  },
  reviews: {
    textOf: ({ state }) => state && number(state.reps),
    sortBy: ({ state }) => state?.reps ?? null,
    isFigure: true,
  },
  lapses: {
    textOf: ({ state }) => state && number(state.lapses),
    sortBy: ({ state }) => state?.lapses ?? null,
    isFigure: true,
  },
  introduced: {
    textOf: ({ state }, { today }) => state && dayName(state.introducedDay, today),
    sortBy: ({ state }) => state?.introducedDay ?? null,
  },
  reviewed: {
    textOf: ({ state }, { today }) => state && dayName(state.lastReviewDay, today),
    sortBy: ({ state }) => state?.lastReviewAt ?? null,
  },
  flag: {
    textOf: ({ mark }) => (mark && mark.flag > 0 ? FLAGS[mark.flag] : null),
    sortBy: ({ mark }) => mark?.flag || null,
  },
  tags: {
    textOf: ({ note }) => note.tags.join(', ') || null,
    sortBy: ({ note }) => folded(note.tags.join(' ')) || null,
  },
  verified: {
    textOf: (row, _day, texts) => {
      const date = texts.verifiedOf(row)
      return date && dateName(date)
    },
    sortBy: (row, _day, texts) => texts.verifiedOf(row),
    needsText: true,
  },
  id: {
    textOf: ({ cardId }) => cardId,
    sortBy: ({ cardId }) => cardId,
  },
} as const satisfies Record<string, Column>

export type ColumnId = keyof typeof COLUMNS
export const COLUMN_IDS: readonly ColumnId[] = Object.keys(COLUMNS).filter(isColumnId)

/** What is shown until the learner chooses; the question always is. */
export const DEFAULT_COLUMNS: readonly ColumnId[] = ['question', 'state', 'due', 'recall', 'lapses']

export function isColumnId(name: string): name is ColumnId {
  return Object.hasOwn(COLUMNS, name)
}

export function columnOf(id: ColumnId): Column {
  return COLUMNS[id]
}

function folded(text: string | null): string | null {
  return text === null ? null : fold(text)
}

/** "New", "Suspended", "Does not stick": what matters most about a card now, in a word or two. */
function stateName({ state, mark, note, isLeech }: BrowseRow, { today }: Day): string {
  if (note.retired) return STATE_NAMES.retired
  if (mark?.suspended) return STATE_NAMES.suspended
  if (mark && mark.buriedUntil !== null && mark.buriedUntil > today) return STATE_NAMES.buried
  if (!state) return STATE_NAMES.new
  if (isLeech) return STATE_NAMES.leech
  return STATE_NAMES[state.phase]
}

function dueText({ state, mark, note }: BrowseRow, day: Day): string | null {
  if (!state || note.retired || mark?.suspended) return null
  const { today, now, utcOffsetMin } = day
  if (state.dueAt !== null && state.dueAt > now) return clockTime(state.dueAt, utcOffsetMin)
  const ahead = state.dueDay - today
  return Math.abs(ahead) > 60 ? dayName(state.dueDay, today) : dueWords(ahead)
}

function days(count: number): string {
  if (count >= 730) return BROWSE.years((count / 365.25).toFixed(1))
  return plural(count < 10 ? Math.round(count * 10) / 10 : Math.round(count), 'day')
}
