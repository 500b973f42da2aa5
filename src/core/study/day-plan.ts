import { placesOf } from '../places.ts'
import type { Blueprint, Domain, Place } from '../blueprint.ts'
import type { ExamId } from '../note.ts'
import { countsOf } from './queue.ts'
import type { Queue, QueueEntry } from './queue.ts'

export type Counts = Queue['counts']

export interface DomainPlan {
  readonly domain: Domain
  readonly counts: Counts
}

/** What is left of a day for one exam, and how it is spread over its domains. */
export interface ExamPlan {
  readonly exam: ExamId
  readonly entries: readonly QueueEntry[]
  readonly counts: Counts
  /** Every domain in the order of the blueprint, also those with nothing to do. */
  readonly domains: readonly DomainPlan[]
}

/**
 * Spreads a queue over exams and domains. A card that counts for two exams stands in both; within an
 * exam it counts once, in the domain of its first skill there.
 */
export function dayPlan(queue: Queue, blueprints: readonly Blueprint[]): ExamPlan[] {
  const places = placesOf(blueprints)
  return blueprints.map((blueprint) => planOf(blueprint, queue.entries, places))
}

function planOf(
  { exam, domains }: Blueprint,
  entries: readonly QueueEntry[],
  places: ReadonlyMap<string, Place>,
): ExamPlan {
  const domainOf = ({ card }: QueueEntry) =>
    card.note.skills.map((skill) => places.get(skill)).find((place) => place?.exam === exam)?.domain
  const byDomain = Map.groupBy(entries, (entry) => domainOf(entry)?.id)
  const ofExam = entries.filter((entry) => domainOf(entry) !== undefined)
  return {
    exam,
    entries: ofExam,
    counts: countsOf(ofExam),
    domains: domains.map((domain) => ({ domain, counts: countsOf(byDomain.get(domain.id) ?? []) })),
  }
}

export function total(counts: Counts): number {
  return counts.learning + counts.review + counts.new
}
