import type { CatalogNote } from '../catalog.ts'
import type { NoteId, SkillId } from '../note.ts'

/**
 * The skills of another exam that a skill stands on, those with most ties first. Notes tie them: one that
 * counts for both skills, and one that needs to be known first and counts for the other.
 *
 * @param notes   of all exams, each once
 * @param isBasis whether a skill is of the other exam
 */
export function foundationsOf(
  skill: SkillId,
  notes: readonly CatalogNote[],
  isBasis: (skill: SkillId) => boolean,
): SkillId[] {
  const byId = new Map<NoteId, CatalogNote>(notes.map((note) => [note.id, note]))
  const ties = new Map<SkillId, number>()
  for (const note of notes) {
    if (!note.skills.includes(skill)) continue
    const tied = [note, ...note.needs.flatMap((id) => byId.get(id) ?? [])]
    for (const basis of new Set(tied.flatMap(({ skills }) => skills.filter(isBasis)))) {
      ties.set(basis, (ties.get(basis) ?? 0) + 1)
    }
  }
  return [...ties]
    .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([id]) => id)
}
