import { standingEntries } from '../../core/log.ts'
import type { CardId, NoteId, SkillId } from '../../core/note.ts'
import { noteIdsOf } from '../../core/study/study-day.ts'
import type { StudyDay } from '../../core/study/study-day.ts'
import { startOfStudyDay } from '../../core/time.ts'
import type { StudyClock } from '../../core/time.ts'
import type { StudyDb } from '../../db/db.ts'
import { tagsOfNotes } from '../../db/note-tags.ts'
import { reviewsSince } from '../../db/reviews.ts'
import type { App } from '../app.ts'
import { NO_SCOPE } from '../words/study.ts'
import { notFound } from './scope.ts'
import type { CardFilter } from './scope.ts'

/** Finds the cards of a search; throws a response where it is not understood. */
export type FindCards = (app: App, query: string) => Promise<ReadonlySet<CardId>>

/** As the list of all cards does it, which is loaded with the first search. */
async function findInList(app: App, query: string): Promise<ReadonlySet<CardId>> {
  const { findCards } = await import('../browse/find-cards.ts')
  const { cards } = await findCards(app, query)
  if (!cards) throw notFound(NO_SCOPE.query(query))
  return new Set(cards)
}

/**
 * The cards that a filter leaves of a study day; undefined where it asks for nothing.
 *
 * @throws a response with status 404 where a search cannot be made
 */
export async function filteredCards(
  app: App,
  filter: CardFilter,
  day: StudyDay,
  clock: StudyClock,
  find: FindCards = findInList,
): Promise<ReadonlySet<CardId> | undefined> {
  const { db } = app
  const { only, flag, tag, query, skills } = filter
  const sets: ReadonlySet<CardId>[] = []
  if (only === 'flagged' || flag !== undefined) sets.push(flagged(day, flag))
  if (only === 'forgotten') sets.push(await forgottenOn(db, day, clock))
  if (tag !== undefined) sets.push(await tagged(db, day, tag))
  if (skills !== undefined) sets.push(ofSkills(day, skills))
  if (query !== undefined) sets.push(await find(app, query))
  const [first, ...rest] = sets
  return first && rest.reduce((all, set) => all.intersection(set), new Set(first))
}

function flagged({ marks }: StudyDay, flag: CardFilter['flag']): Set<CardId> {
  const wanted = [...marks.values()].filter((mark) => (flag ? mark.flag === flag : mark.flag !== 0))
  return new Set(wanted.map(({ cardId }) => cardId))
}

function ofSkills(day: StudyDay, skills: readonly SkillId[]): Set<CardId> {
  const cards = day.cards.filter(({ note }) => note.skills.some((id) => skills.includes(id)))
  return new Set(cards.map(({ cardId }) => cardId))
}

/** Cards that were forgotten on this day, once or more, also while cramming. */
async function forgottenOn(db: StudyDb, day: StudyDay, clock: StudyClock): Promise<Set<CardId>> {
  const log = await reviewsSince(db, startOfStudyDay(day.today, clock))
  const again = standingEntries(log).filter(
    (review) => review.kind === 'rated' && review.rating === 'again',
  )
  return new Set(again.map(({ cardId }) => cardId))
}

async function tagged(db: StudyDb, day: StudyDay, tag: string): Promise<Set<CardId>> {
  const tags = await tagsOfNotes(db, [...noteIdsOf(day)])
  const wanted = tag.toLowerCase()
  const has = (id: NoteId) => tags.get(id)?.some((each) => each.toLowerCase() === wanted)
  const cards = day.cards.filter(({ note }) => has(note.id))
  return new Set(cards.map(({ cardId }) => cardId))
}
