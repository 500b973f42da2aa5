import type { Blueprint, Domain, Group, Skill } from './blueprint.ts'
import type { CatalogCard } from './catalog.ts'
import type { Mark } from './mark.ts'
import { countedParts } from './counted-parts.ts'
import type { CardId } from './note.ts'
import { retrievability } from './schedule.ts'
import type { CardState } from './schedule.ts'
import type { Memory } from './scheduler.ts'
import { askedToday, busyNotes } from './study/due-reviews.ts'
import { isAvailable } from './study/study-day.ts'
import type { StudyDayNumber } from './time.ts'

/** How far the learner is with some cards. */
export interface Progress {
  readonly cards: number
  /** Rated at least once. */
  readonly seen: number
  /** What today's queue asks: cards in learning and reviews due, one a note, none suspended or buried. */
  readonly due: number
  /** Answered today. */
  readonly done: number
  /** What today's list still has of it, new cards among it; null where no plan makes the list. */
  readonly planned: number | null
  /** Ratings that the figures of recall rest on. */
  readonly reviews: number
  /** Mean probability of recall today over the cards seen, 0 to 1; null if none was seen. */
  readonly recallOfSeen: number | null
  /** The same over all cards, where a card never seen counts 0; null without cards. */
  readonly recallOfAll: number | null
}

export interface SkillProgress extends Progress {
  readonly skill: Skill
}
export interface GroupProgress extends Progress {
  readonly group: Group
  readonly skills: readonly SkillProgress[]
}
export interface DomainProgress extends Progress {
  readonly domain: Domain
  readonly groups: readonly GroupProgress[]
}
export interface ExamProgress extends Progress {
  readonly domains: readonly DomainProgress[]
}

/** What else the figures of an exam rest on. */
export interface ProgressOptions {
  readonly marks?: ReadonlyMap<CardId, Mark>
  readonly memory?: Memory
  /** The cards that today's list has left, for an exam with a plan. */
  readonly listed?: ReadonlySet<CardId> | null
  /** What today's list asks of what was seen, where a plan of any exam has a say in it. */
  readonly asked?: ReadonlySet<CardId> | null
}

/**
 * How far the learner is with an exam, down to its skills, in one pass over the cards. A card counts in
 * each of its skills, and once in the group, domain and exam of the first of them.
 *
 * @param states of at least all cards that were rated; others are left alone
 */
export function progressOf(
  blueprint: Blueprint,
  cards: readonly CatalogCard[],
  states: ReadonlyMap<CardId, CardState>,
  today: StudyDayNumber,
  { marks = new Map(), memory, listed = null, asked = null }: ProgressOptions = {},
): ExamProgress {
  const tallies = talliesOf(blueprint, cards, states, { today, marks, memory, listed, asked })
  const of = (id: string): Progress => resultOf(tallies.get(id) ?? new Tally(), listed !== null)
  return {
    ...of(blueprint.exam),
    domains: blueprint.domains.map((domain) => ({
      domain,
      ...of(domain.id),
      groups: domain.groups.map((group) => ({
        group,
        ...of(group.id),
        skills: group.skills.map((skill) => ({ skill, ...of(skill.id) })),
      })),
    })),
  }
}

/** What to study next, best first, at most `limit` of each. */
export interface WhatNext {
  /** Skills with cards seen, lowest recall first. */
  readonly weakest: readonly SkillProgress[]
  /** Skills with cards not seen yet, smallest share seen first; heavier domains first among equals. */
  readonly leastCovered: readonly SkillProgress[]
}

export function whatNext({ domains }: Pick<ExamProgress, 'domains'>, limit = 5): WhatNext {
  const skills = domains.flatMap(({ domain, groups }) =>
    groups.flatMap((group) => group.skills.map((skill) => ({ skill, weight: domain.weight[1] }))),
  )
  const weakest = skills
    .map(({ skill }) => skill)
    .filter(({ recallOfSeen }) => recallOfSeen !== null)
    .toSorted((a, b) => (a.recallOfSeen ?? 1) - (b.recallOfSeen ?? 1))
  const leastCovered = skills
    .filter(({ skill }) => skill.seen < skill.cards)
    .toSorted((a, b) => share(a.skill) - share(b.skill) || b.weight - a.weight)
    .map(({ skill }) => skill)
  return { weakest: weakest.slice(0, limit), leastCovered: leastCovered.slice(0, limit) }
}

function share({ seen, cards }: Progress): number {
  return cards === 0 ? 1 : seen / cards
}

interface Day {
  readonly today: StudyDayNumber
  readonly marks: ReadonlyMap<CardId, Mark>
  readonly memory: Memory | undefined
  readonly listed: ReadonlySet<CardId> | null
  readonly asked: ReadonlySet<CardId> | null
}

class Tally {
  cards = 0
  seen = 0
  due = 0
  done = 0
  planned = 0
  reviews = 0
  recall = 0
}

function talliesOf(
  blueprint: Blueprint,
  cards: readonly CatalogCard[],
  states: ReadonlyMap<CardId, CardState>,
  day: Day,
): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  const partsOf = countedParts(blueprint)
  const asked = day.asked ?? askedOf(cards, states, day)
  for (const { cardId, note } of cards) {
    const state = states.get(cardId)
    const recall = state ? retrievability(state, day.today, day.memory) : 0
    for (const part of partsOf(note.skills)) {
      const tally = tallyOf(tallies, part)
      tally.cards += 1
      tally.recall += recall
      if (day.listed?.has(cardId)) tally.planned += 1
      if (!state) continue
      tally.seen += 1
      tally.reviews += state.reps
      if (asked.has(cardId)) tally.due += 1
      if (state.lastReviewDay >= day.today) tally.done += 1
    }
  }
  return tallies
}

function askedOf(
  cards: readonly CatalogCard[],
  states: ReadonlyMap<CardId, CardState>,
  day: Day,
): Set<CardId> {
  const rated = cards.flatMap((card) => {
    const state = states.get(card.cardId)
    return state ? [{ card, state }] : []
  })
  const known = rated.filter(({ card }) => isAvailable(day, card.cardId))
  const noteById = new Map(rated.map(({ card }) => [card.cardId, card.note.id]))
  const ofCards = rated.map(({ state }) => state)
  return askedToday(
    known,
    day.today,
    busyNotes(known, ofCards, day.today, (id) => noteById.get(id)),
    day.memory,
  )
}

function tallyOf(tallies: Map<string, Tally>, part: string): Tally {
  const tally = tallies.get(part) ?? new Tally()
  tallies.set(part, tally)
  return tally
}

function resultOf(
  { cards, seen, due, done, planned, reviews, recall }: Tally,
  isPlanned: boolean,
): Progress {
  return {
    cards,
    seen,
    due,
    done,
    planned: isPlanned ? planned : null,
    reviews,
    recallOfSeen: seen > 0 ? recall / seen : null,
    recallOfAll: cards > 0 ? recall / cards : null,
  }
}
