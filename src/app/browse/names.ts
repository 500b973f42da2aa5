import type { Name, Names } from '../../core/search/suggest.ts'
import type { Listed } from './listed.ts'

/** The names of the collection, worked out when they are first asked for. */
export function lazyNames(listed: Pick<Listed, 'exams' | 'rows'>): () => Names {
  let names: Names | null = null
  return () => (names ??= namesOf(listed))
}

/** The names of the learner's collection, for suggestions. */
export function namesOf({ exams, rows }: Pick<Listed, 'exams' | 'rows'>): Names {
  const domains = exams.flatMap(({ blueprint }) => blueprint.domains)
  const groups = domains.flatMap((domain) => domain.groups)
  const skills = groups.flatMap((group) => group.skills)
  return {
    exams: exams.map(({ exam, blueprint }) => ({
      value: exam.toLowerCase(),
      title: blueprint.title,
    })),
    domains: domains.map(titled),
    groups: groups.map(titled),
    skills: skills.map(titled),
    decks: distinct(rows.map(({ note }) => ({ value: note.deck, title: note.deckTitle }))),
    tags: distinct(
      rows.flatMap(({ note }) => note.tags.map((value) => ({ value, title: null }))),
    ).toSorted((a, b) => (a.value < b.value ? -1 : 1)),
  }
}

function titled({ id, title }: { readonly id: string; readonly title: string }): Name {
  return { value: id, title }
}

function distinct(names: readonly Name[]): Name[] {
  return [...new Map(names.map((name) => [name.value, name])).values()]
}
