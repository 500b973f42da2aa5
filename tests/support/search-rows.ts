import { placesOf } from '../../src/core/blueprint.ts'
import { fold } from '../../src/core/search/fold.ts'
import type { SearchDay, SearchNote, SearchRow } from '../../src/core/search/row.ts'
import { DEFAULT_SCHEDULER } from '../../src/core/scheduler.ts'
import { blueprint, TODAY } from './builders.ts'

export const DAY: SearchDay = { today: TODAY, scheduler: DEFAULT_SCHEDULER }

const PLACES = placesOf([blueprint('AZ-104', 50, 50), blueprint('AZ-305', 50)])

interface RowChanges extends Partial<Omit<SearchRow, 'note'>> {
  readonly note?: Partial<SearchNote>
  readonly skills?: readonly string[]
}

/** A row of the first skill of AZ-104 that is new and has no marks, tags or text. */
export function row(noteId: string, changes: RowChanges = {}): SearchRow {
  const { note = {}, skills = ['az104-d1-a'], ...rest } = changes
  const places = skills.flatMap((skill) => PLACES.get(skill) ?? [])
  return {
    cardId: `${noteId}#1`,
    key: '1',
    state: null,
    mark: null,
    isLeech: false,
    ratings: [],
    note: {
      id: noteId,
      deck: 'az104-storage-data',
      deckTitle: 'Storage data',
      type: 'basic',
      places,
      exams: [...new Set(places.map(({ exam }) => exam))],
      tags: [],
      status: null,
      origin: 'shipped',
      retired: false,
      edited: false,
      conflict: false,
      ...note,
      text: note.text === undefined ? '' : note.text && fold(note.text),
    },
    ...rest,
  }
}
