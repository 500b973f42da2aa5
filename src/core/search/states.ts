import type { SearchDay, SearchRow, Test } from './row.ts'

/** What `is:` may ask. */
export const STATES = {
  new: ({ state }) => state === null,
  learning: ({ state }) => state !== null && state.phase !== 'review',
  review: ({ state }) => state?.phase === 'review',
  due: (row, day) =>
    row.state !== null &&
    row.state.dueDay <= day.today &&
    !row.note.retired &&
    row.mark?.suspended !== true &&
    !isBuried(row, day),
  leech: (row) => row.isLeech,
  suspended: ({ mark }) => mark?.suspended === true,
  buried: (row, day) => isBuried(row, day),
  flagged: ({ mark }) => mark !== null && mark.flag !== 0,
  retired: ({ note }) => note.retired,
  own: ({ note }) => note.origin !== 'shipped',
  edited: ({ note }) => note.edited,
  recheck: ({ note }) => note.status === 'recheck',
  draft: ({ note }) => note.status === 'draft',
} as const satisfies Record<string, Test>

function isBuried({ mark }: SearchRow, { today }: SearchDay): boolean {
  return mark !== null && mark.buriedUntil !== null && mark.buriedUntil > today
}
