import type { Blueprint } from '../blueprint.ts'
import type { CatalogCard } from '../catalog.ts'
import { countedParts, partIds } from '../counted-parts.ts'
import type { CardId } from '../note.ts'
import { retrievability } from '../schedule.ts'
import type { CardState } from '../schedule.ts'
import type { SchedulerSettings } from '../scheduler.ts'
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
}

interface Sources {
  readonly blueprint: Blueprint
  readonly cards: readonly CatalogCard[]
  readonly states: ReadonlyMap<CardId, CardState>
  readonly examDay: StudyDayNumber | null
  readonly settings?: Pick<SchedulerSettings, 'weights'>
}

/** The depth of the exam and of each of its domains, groups and skills by id. @see countedParts */
export function depthsOf(sources: Sources): ReadonlyMap<string, PartDepth> {
  const { states } = sources
  const seenIn = byPart(sources, (card) => states.get(card))
  return new Map([...seenIn].map(([id, known]) => [id, depthOf(known, sources)]))
}

/** The time spent on each of these parts in ms, by id. */
export function timesOf(
  { blueprint, cards }: Pick<Sources, 'blueprint' | 'cards'>,
  tallies: ReadonlyMap<CardId, Pick<CardTally, 'ms'>>,
): ReadonlyMap<string, number> {
  const spent = byPart({ blueprint, cards }, (card) => tallies.get(card)?.ms)
  return new Map([...spent].map(([id, times]) => [id, sum(times)]))
}

/** What is known of the cards of every part, in one pass; parts of which nothing is known have none. */
function byPart<Known>(
  { blueprint, cards }: Pick<Sources, 'blueprint' | 'cards'>,
  of: (card: CardId) => Known | undefined,
): ReadonlyMap<string, readonly Known[]> {
  const partsOf = countedParts(blueprint)
  const found = new Map(partIds(blueprint).map((id) => [id, [] as Known[]]))
  for (const { cardId, note } of cards) {
    const known = of(cardId)
    if (known === undefined) continue
    for (const part of partsOf(note.skills)) found.get(part)?.push(known)
  }
  return found
}

function depthOf(known: readonly CardState[], { examDay, settings }: Sources): PartDepth {
  const then =
    examDay === null ? null : known.map((state) => retrievability(state, examDay, settings))
  return {
    recallThen: then === null || known.length === 0 ? null : sum(then) / known.length,
    stability: quartiles(known.map(({ stability }) => stability)),
    lapses: sum(known.map(({ lapses }) => lapses)),
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
