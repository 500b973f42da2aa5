import { placesOf } from '../core/places.ts'
import type { Blueprint, Place } from '../core/blueprint.ts'
import type { ExamBundle, ExamInfo } from '../core/catalog.ts'
import { cardKeysOf } from '../core/note.ts'
import type { Note, SkillId } from '../core/note.ts'
import { shortHash } from './hash.ts'

/** A deck with its notes, in the author's order. */
export interface CompiledDeck {
  readonly id: string
  readonly title: string
  readonly notes: readonly Note[]
}

/** What the build ships for the exam of a blueprint: every note that has one of its skills. */
export function bundleOf(blueprint: Blueprint, decks: readonly CompiledDeck[]): ExamBundle {
  const { exam } = blueprint
  const places = placesOf([blueprint])
  const notes = notesInOrder(blueprint, places, decks)
  const used = new Set(notes.map((note) => note.deck))
  const named = decks.filter(({ id }) => used.has(id)).map(({ id, title }) => ({ id, title }))
  const content = { format: 1, exam, blueprint, decks: named, notes } as const
  return { ...content, version: shortHash(JSON.stringify(content)) }
}

/**
 * Decks follow each other as the groups of the blueprint do. A note from the deck of another exam comes
 * after the deck of the group that it belongs to here.
 */
function notesInOrder(
  blueprint: Blueprint,
  places: ReadonlyMap<SkillId, Place>,
  decks: readonly CompiledDeck[],
): readonly Note[] {
  const groups = blueprint.domains.flatMap((domain) => domain.groups.map((group) => group.id))
  return decks
    .flatMap((deck) => deck.notes)
    .flatMap((note) => {
      const home = groups.indexOf(note.deck)
      const place = note.skills.flatMap((skill) => places.get(skill) ?? [])[0]
      if (!place) return []
      const rank = home < 0 ? groups.indexOf(place.group.id) + 0.5 : home
      return [{ note, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ note }) => note)
}

/** Name of the bundle's file: the lower-case exam and the version. */
export function bundlePath({ exam, version }: ExamBundle): string {
  return `decks/${exam.toLowerCase()}.${version}.json`
}

/** What the start page knows of an exam before its bundle is loaded. */
export function examInfoOf(bundle: ExamBundle): ExamInfo {
  const { exam, version, blueprint, notes } = bundle
  const verified = notes.map((note) => note.verified).toSorted()
  return {
    exam,
    title: blueprint.title,
    version,
    url: bundlePath(bundle),
    guide: blueprint.guide,
    asOf: blueprint.as_of,
    stillCurrentOn: blueprint.still_current_on ?? null,
    notes: notes.length,
    cards: cardsOf(notes.filter(({ pool }) => pool === 'review')),
    pool: cardsOf(notes.filter(({ pool }) => pool === 'exam')),
    recheck: notes.filter(({ status }) => status === 'recheck').length,
    verifiedFrom: verified.at(0) ?? null,
    verifiedTo: verified.at(-1) ?? null,
  }
}

function cardsOf(notes: readonly Note[]): number {
  return notes.reduce((sum, note) => sum + cardKeysOf(note.body).length, 0)
}
