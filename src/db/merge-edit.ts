import type { Note } from '../core/note.ts'
import { mergeText } from '../core/text/merge.ts'
import type { Difference } from '../core/text/merge.ts'
import { compactText, fullText } from '../core/text/note-text.ts'
import type { EditRow } from './db.ts'
import { stampAfter } from './written.ts'
import type { Written } from './written.ts'

/**
 * The learner's edit of a note brought together with a release of it; null where there is nothing to do.
 * Where the release says what the learner had written, the edit is over. Differences that were open
 * before stay open as long as both sides still differ.
 */
export function mergedEdit(
  edit: EditRow | undefined,
  note: Note,
  written: Written,
): EditRow | null {
  if (!edit?.mine || !note.text) return null
  const [base, release, mine] = [edit.base, note.text, edit.mine].map((text) => fullText(text))
  if (!base || !release || !mine) return null
  // It is of this release already, as after a backup: not written anew, so that it stays as late as it is.
  if (edit.baseRev === note.rev && JSON.stringify(base) === JSON.stringify(release)) return null
  const merged = mergeText(base, release, mine)
  const { text } = merged
  const differences = merged.differences.flatMap((each) => sinceFirst(each, edit) ?? [])
  const isOver = JSON.stringify(text) === JSON.stringify(release)
  const found = new Set(merged.differences.map(({ path }) => path))
  const stillOpen = edit.differences.filter(({ path }) => !found.has(path))
  return {
    noteId: note.id,
    base: note.text,
    baseRev: note.rev,
    mine: isOver ? null : compactText(text),
    differences: isOver ? [] : [...stillOpen, ...differences],
    ...stampAfter(edit.updatedAt, written),
  }
}

/**
 * A difference told from where the learner's change began: one that was open before keeps its base. Back at
 * that base, as after an older build, there is nothing to decide.
 */
function sinceFirst(difference: Difference, edit: EditRow): Difference | null {
  const before = edit.differences.find(({ path }) => path === difference.path)
  if (!before) return difference
  return before.base === difference.release ? null : { ...difference, base: before.base }
}
