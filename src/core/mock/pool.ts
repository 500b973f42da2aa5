import type { Blueprint, Domain, Group } from '../blueprint.ts'
import type { CatalogNote } from '../catalog.ts'
import type { Note, NoteBody, NoteId, SkillId } from '../note.ts'
import { partsOf } from './score.ts'

/** A note as a mock exam may ask it: its questions that can be judged, and where they count. */
export interface PoolNote {
  readonly id: NoteId
  readonly rev: number
  /** Kept for mock exams; others are asked in daily study too, and stand in where the pool is short. */
  readonly isPool: boolean
  /** Keys of the questions of a scenario, which stay together; one null for any other note. */
  readonly keys: readonly (string | null)[]
  /** The skill of the exam that it counts for, and all its skills. */
  readonly skill: SkillId
  readonly skills: readonly SkillId[]
  readonly domain: Domain
  readonly group: Group
  readonly confuse: readonly NoteId[]
}

/** Types whose answer the app can judge without typing. Scenarios are asked from the pool only. */
const STAND_INS: ReadonlySet<NoteBody['type']> = new Set(['single', 'multi', 'order', 'which'])

/** The notes of an exam that may be asked: those kept for mock exams, and daily ones to stand in for them. */
export function mayBeAsked({ pool, type }: Pick<CatalogNote, 'pool' | 'type'>): boolean {
  return pool === 'exam' || STAND_INS.has(type)
}

/**
 * What an exam's draw chooses from. A note counts where its first skill of this exam stands; notes of other
 * exams, and those with nothing to be judged, are left out.
 */
export function poolOf(blueprint: Blueprint, notes: readonly Note[]): PoolNote[] {
  const places = new Map(
    blueprint.domains.flatMap((domain) =>
      domain.groups.flatMap((group) =>
        group.skills.map(({ id }) => [id, { domain, group }] as const),
      ),
    ),
  )
  return notes.flatMap((note): PoolNote[] => {
    const skill = note.skills.find((id) => places.has(id))
    const place = skill === undefined ? undefined : places.get(skill)
    const keys = keysOf(note.body)
    if (skill === undefined || !place || keys.length === 0) return []
    const { id, rev, skills, confuse, pool } = note
    return [{ id, rev, isPool: pool === 'exam', keys, skill, skills, ...place, confuse }]
  })
}

function keysOf(body: NoteBody): (string | null)[] {
  if (body.type !== 'scenario') return partsOf(body) > 0 ? [null] : []
  return body.questions.filter((question) => partsOf(question.body) > 0).map(({ key }) => key)
}
