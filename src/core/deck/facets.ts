import type { Blueprint } from '../blueprint.ts'
import type { NoteId, SkillId } from '../note.ts'
import { skillsOf } from './tree.ts'
import type { DeckTree } from './tree.ts'

/** What there is to know about a skill, whatever it is about. A skill is covered when each has a note. */
export const FACETS = [
  'purpose',
  'default',
  'limit',
  'prerequisite',
  'how',
  'who',
  'failure',
  'cost',
] as const
export type Facet = (typeof FACETS)[number]

/** One facet of one skill: the notes that carry it, or why Azure has no such facet there. */
export interface FacetRow {
  readonly skill: SkillId
  readonly facet: Facet
  /** Empty where the facet does not apply. */
  readonly notes: readonly NoteId[]
  readonly reason: string
}

/**
 * Reads a sheet of facets: lines of skill, facet, notes and reason between tabs after a line that names them.
 * `n/a` stands for no notes and needs a reason.
 *
 * @throws Error naming the first line that cannot be read
 */
export function parseFacets(text: string): FacetRow[] {
  const [, ...lines] = text.trimEnd().split('\n')
  return lines.map((line, index) => {
    const [skill = '', name = '', list = '', reason = ''] = line.split('\t')
    const facet = FACETS.find((each) => each === name)
    if (!skill || !facet) throw new Error(`line ${index + 2} has no skill or no known facet`)
    const isNone = list === 'n/a'
    const notes = isNone ? [] : list.split(/,\s*/).filter((id) => id !== '')
    if (isNone ? reason === '' : notes.length === 0) {
      throw new Error(`line ${index + 2} has neither a note nor n/a with a reason`)
    }
    return { skill, facet, notes, reason }
  })
}

/** How many facets are carried by notes and how many do not apply, and what is wrong with the rows. */
export interface FacetCheck {
  readonly carried: number
  readonly notApplicable: number
  /** Sentences that say what is missing; empty if nothing is. */
  readonly missing: readonly string[]
}

/** Holds the rows against the outlines and the decks: every skill has every facet once, by notes of its own. */
export function checkFacets(
  rows: readonly FacetRow[],
  decks: readonly DeckTree[],
  blueprints: readonly Blueprint[],
): FacetCheck {
  const skillsByNote = new Map<NoteId, readonly SkillId[]>(
    decks.flatMap((deck) => deck.notes.map((note) => [note.id, skillsOf(deck, note)])),
  )
  const skills = blueprints.flatMap(({ domains }) =>
    domains.flatMap(({ groups }) => groups.flatMap((group) => group.skills.map(({ id }) => id))),
  )
  const bySkill = Map.groupBy(rows, ({ skill }) => skill)
  const unknown = [...bySkill.keys()].filter((skill) => !skills.includes(skill))
  return {
    carried: rows.filter(({ notes }) => notes.length > 0).length,
    notApplicable: rows.filter(({ notes }) => notes.length === 0).length,
    missing: [
      ...unknown.map((skill) => `the facets name ${skill}, which no outline has`),
      ...skills.flatMap((skill) => uneven(skill, bySkill.get(skill) ?? [])),
      ...rows.flatMap((row) => strangers(row, skillsByNote)),
    ],
  }
}

function uneven(skill: SkillId, rows: readonly FacetRow[]): string[] {
  return FACETS.flatMap((facet) => {
    const count = rows.filter((row) => row.facet === facet).length
    if (count === 1) return []
    return [`${skill} has the facet ${facet} ${count === 0 ? 'nowhere' : `${count} times`}`]
  })
}

function strangers(
  { skill, facet, notes }: FacetRow,
  skillsByNote: ReadonlyMap<NoteId, readonly SkillId[]>,
): string[] {
  return notes
    .filter((id) => !skillsByNote.get(id)?.includes(skill))
    .map((id) => `${skill}, ${facet}: ${id} is no note of this skill`)
}
