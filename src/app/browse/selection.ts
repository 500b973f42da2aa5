import type { CardId } from '../../core/note.ts'

/** Which cards of a list are selected, and where the keyboard is. */
export interface Selection {
  readonly selected: ReadonlySet<CardId>
  /** Place in the list of the row that has the keyboard's focus. */
  readonly active: number
  /** Place from which a range is counted. */
  readonly anchor: number
}

export const NOTHING_SELECTED: Selection = { selected: new Set(), active: 0, anchor: 0 }

type Ids = readonly CardId[]

/** Another row becomes the active one; nothing else changes. */
export function moveTo(selection: Selection, index: number, ids: Ids): Selection {
  const active = within(index, ids)
  return { ...selection, active, anchor: active }
}

/** Selects everything between the anchor and a row, which becomes the active one. */
export function extendTo(selection: Selection, index: number, ids: Ids): Selection {
  const active = within(index, ids)
  const anchor = within(selection.anchor, ids)
  // What an extension before it had reached and this one does not is given up again.
  const before = new Set(range(ids, anchor, within(selection.active, ids)))
  const kept = [...selection.selected].filter((id) => !before.has(id))
  return { selected: new Set([...kept, ...range(ids, anchor, active)]), active, anchor }
}

/** Selects a row, or no longer. */
export function toggle(selection: Selection, index: number, ids: Ids): Selection {
  const id = ids[index]
  if (id === undefined) return selection
  const selected = new Set(selection.selected)
  if (!selected.delete(id)) selected.add(id)
  return { selected, active: index, anchor: index }
}

export function selectAll(selection: Selection, ids: Ids): Selection {
  return { ...selection, selected: new Set(ids) }
}

export function selectNone(selection: Selection): Selection {
  return selection.selected.size === 0 ? selection : { ...selection, selected: new Set() }
}

/** The selection after the list became another one: only what is still in it stays selected. */
export function keepListed(selection: Selection, ids: Ids): Selection {
  const { selected, active, anchor } = selection
  const listed = selected.size === 0 ? selected : new Set(ids.filter((id) => selected.has(id)))
  return { selected: listed, active: within(active, ids), anchor: within(anchor, ids) }
}

function within(index: number, ids: Ids): number {
  return Math.max(0, Math.min(index, ids.length - 1))
}

function range(ids: Ids, a: number, b: number): CardId[] {
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1)
}
