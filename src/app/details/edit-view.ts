import type { NoteType } from '../../core/note.ts'
import type { StoredText } from '../../core/text/note-text.ts'
import type { EditRow, StoredNote } from '../../db/db.ts'
import { editAddress } from '../notes/edit-address.ts'
import { readable } from '../notes/readable.ts'
import { pathName } from '../words/editor.ts'

/** What the details of a card show of its text: where it can be changed, and what the learner changed. */
export interface EditView {
  /** Address of the editor. */
  readonly to: string
  readonly isOwn: boolean
  /** The shipped note under the learner's text; null where there is no edit. */
  readonly original: StoredNote | null
  readonly mine: StoredText | null
  readonly differences: readonly DifferenceView[]
}

/** A place that the release and the learner changed in different ways. */
export interface DifferenceView {
  readonly path: string
  readonly name: string
  readonly mine: string
  readonly release: string
}

export function editViewOf(
  note: StoredNote,
  key: string,
  edit: EditRow | null,
  original: StoredNote,
): EditView {
  const mine = note.own ? null : (edit?.mine ?? null)
  return {
    to: editAddress(note.id, `/cards/${note.id}/${key}`),
    isOwn: note.own !== undefined,
    original: mine ? original : null,
    mine,
    differences: mine ? (edit?.differences ?? []).map((each) => differenceView(each, note)) : [],
  }
}

function differenceView(
  { path, mine, release }: EditRow['differences'][number],
  { body }: { readonly body: { readonly type: NoteType } },
): DifferenceView {
  return {
    path,
    name: pathName(path, body.type),
    mine: readable(mine, path),
    release: readable(release, path),
  }
}
