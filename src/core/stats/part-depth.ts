import type { Blueprint } from '../blueprint.ts'
import type { CatalogCard } from '../catalog.ts'
import type { CardId, SkillId } from '../note.ts'
import { retrievability } from '../schedule.ts'
import type { CardState, SchedulerSettings } from '../schedule.ts'
import type { StudyDayNumber } from '../time.ts'
import type { CardTally } from './footprint.ts'

/** What else is known of a part of an exam, beside what was seen of it and how well. */
export interface PartDepth {
  /** Mean expected recall of the cards seen on the exam day, if nothing more is studied; null without a day. */
  readonly recallThen: number | null
  /** Days of stability that a quarter, half and three quarters of the cards seen stay below. */
  readonly stability: readonly [number, number, number] | null
  /** Times that its cards were forgotten in review. */
  readonly lapses: number
  /** Time spent on its cards; null where it was not counted yet. */
  readonly ms: number | null
}

interface Sources {
  readonly blueprint: Blueprint
  readonly cards: readonly CatalogCard[]
  readonly states: ReadonlyMap<CardId, CardState>
  /** Null where they were not counted yet. */
  readonly tallies: ReadonlyMap<CardId, CardTally> | null
  readonly examDay: StudyDayNumber | null
  readonly settings?: Pick<SchedulerSettings, 'weights'>
}

/** The depth of the exam and of each of its domains, groups and skills by id. A card counts once in each. */
export function depthsOf(sources: Sources): ReadonlyMap<string, PartDepth> {
  const { blueprint, cards, states, tallies } = sources
  const seenIn = new Map<string, CatalogCard[]>()
  const parts = partsOfSkills(blueprint)
  for (const card of cards) {
    if (!states.has(card.cardId) && !tallies?.has(card.cardId)) continue
    for (const part of new Set(card.note.skills.flatMap((skill) => parts.get(skill) ?? []))) {
      const list = seenIn.get(part)
      if (list) list.push(card)
      else seenIn.set(part, [card])
    }
  }
  const ids = new Set([...parts.values()].flat())
  return new Map([...ids].map((id) => [id, depthOf(seenIn.get(id) ?? [], sources)]))
}

function depthOf(cards: readonly CatalogCard[], sources: Sources): PartDepth {
  const { states, tallies, examDay, settings } = sources
  const known = cards.flatMap(({ cardId }) => states.get(cardId) ?? [])
  const then = known.map((state) =>
    examDay === null ? 0 : retrievability(state, examDay, settings),
  )
  return {
    recallThen: examDay === null || known.length === 0 ? null : sum(then) / known.length,
    stability: quartiles(known.map(({ stability }) => stability)),
    lapses: sum(known.map(({ lapses }) => lapses)),
    ms: tallies ? sum(cards.map(({ cardId }) => tallies.get(cardId)?.ms ?? 0)) : null,
  }
}

function quartiles(values: readonly number[]): PartDepth['stability'] {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? 0
  return sorted.length === 0 ? null : [at(0.25), at(0.5), at(0.75)]
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}

/** Every skill's id with those of its group, domain and exam. */
function partsOfSkills({ exam, domains }: Blueprint): ReadonlyMap<SkillId, readonly string[]> {
  return new Map(
    domains.flatMap((domain) =>
      domain.groups.flatMap((group) =>
        group.skills.map(({ id }) => [id, [id, group.id, domain.id, exam]] as const),
      ),
    ),
  )
}
