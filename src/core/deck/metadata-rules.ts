import { DECAYS, LEVELS, POOLS, STATUSES, isNoteType } from './grammar.ts'
import type { MetaKey } from './grammar.ts'
import type { NoteRule, SectionRule } from './rule.ts'
import type { NoteTree } from './tree.ts'

/** Keys that only some types use. */
const TYPES_OF_KEY: Partial<Record<MetaKey, readonly string[]>> = {
  shell: ['command'],
  unit: ['number'],
  accept: ['number'],
}

/** Metadata that would be read by nobody. */
export const checkUse: SectionRule = (section, say) => {
  if (!isNoteType(section.type)) return
  for (const [key, { line }] of section.meta) {
    const types = TYPES_OF_KEY[key]
    if (types && !types.includes(section.type)) {
      say('W044', `"${key}:" has no effect on a card of type ${section.type}`, line)
    }
  }
}

/** A question has the metadata of its scenario; only what its type needs stands in the question. */
export const checkQuestionMeta: NoteRule = ({ questions }, say) => {
  for (const { meta, sources } of questions) {
    for (const [key, { line }] of meta) {
      if (!TYPES_OF_KEY[key]) say('W044', `"${key}:" belongs to the scenario`, line)
    }
    for (const { line } of sources) say('W044', '"src:" belongs to the scenario', line)
  }
}

/** Level, revision, status and pool. */
export const checkValues: NoteRule = (note, say) => {
  const { id, meta } = note
  const value = (key: MetaKey) => meta.get(key)?.value
  const line = (key: MetaKey) => meta.get(key)?.line
  if (!isOneOf(value('level'), LEVELS)) {
    say('E089', `"${id}" needs level: 1, 2 or 3`, line('level'))
  }
  if (!isOneOf(value('decay') ?? 'slow', DECAYS)) {
    say('E088', 'decay must be fast, normal or slow', line('decay'))
  }
  if (!/^[1-9]\d*$/.test(value('rev') ?? '1')) {
    say('E091', 'rev must be a whole number', line('rev'))
  }
  if (!isOneOf(value('status') ?? 'draft', STATUSES)) {
    say('E093', 'status must be draft or recheck', line('status'))
  }
  if (!isOneOf(value('pool') ?? 'review', POOLS)) {
    say('E094', 'pool must be review or exam', line('pool'))
  }
}

/** Revision of a card; 1 unless the author raised it. */
export function revOf({ meta }: NoteTree): number {
  return Number(meta.get('rev')?.value ?? 1)
}

function isOneOf(value: string | undefined, allowed: readonly string[]): boolean {
  return value !== undefined && allowed.includes(value)
}
