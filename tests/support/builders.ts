import { placesOf } from '../../src/core/blueprint.ts'
import type { Blueprint, Domain } from '../../src/core/blueprint.ts'
import { studyCardsOf } from '../../src/core/catalog.ts'
import type { CatalogNote } from '../../src/core/catalog.ts'
import type { Mark } from '../../src/core/mark.ts'
import type { CardState } from '../../src/core/schedule.ts'
import { studyDay } from '../../src/core/study/study-day.ts'
import type { StudyDay, StudyDayInput } from '../../src/core/study/study-day.ts'
import { DAY_MS } from '../../src/core/time.ts'

/** The study day of most tests, at UTC with days that start at 4:00. */
export const TODAY = 20_000

/** Noon on that day. */
export const NOON = TODAY * DAY_MS + 12 * 3_600_000

/**
 * An exam with one domain per weight: domain `az104-d1` with group `az104-d1-g` and the skills
 * `az104-d1-a` and `az104-d1-b`, then `az104-d2`, and so on.
 */
export function blueprint(exam: string, ...weights: readonly number[]): Blueprint {
  const prefix = exam.replace('-', '').toLowerCase()
  return {
    exam,
    title: exam,
    guide: 'https://learn.microsoft.com/credentials/certifications/',
    as_of: '2026-04-17',
    minutes: 100,
    passing_score: 700,
    domains: weights.map((weight, index) => domain(`${prefix}-d${index + 1}`, weight)),
  }
}

function domain(id: string, weight: number): Domain {
  const skills = ['a', 'b'].map((end) => ({ id: `${id}-${end}`, title: `Skill ${id} ${end}` }))
  const groups = [{ id: `${id}-g`, title: `Group ${id}`, skills }]
  return { id, title: `Domain ${id}`, weight: [weight, weight], groups }
}

/** A note of the catalog with one card, in the first skill of AZ-104. */
export function catalogNote(id: string, changes: Partial<CatalogNote> = {}): CatalogNote {
  return {
    id,
    deck: 'deck',
    type: 'basic',
    skills: ['az104-d1-a'],
    rev: 1,
    level: 1,
    keys: ['1'],
    pool: 'review',
    confuse: [],
    needs: [],
    hash: id,
    ...changes,
  }
}

/** A scenario with so many questions. */
export function scenario(id: string, questions: number, changes: Partial<CatalogNote> = {}) {
  const keys = Array.from({ length: questions }, (_, index) => `q${index + 1}`)
  return catalogNote(id, { type: 'scenario', keys, ...changes })
}

/** The state of a card in review that was last seen ten days ago and is due today. */
export function inReview(cardId: string, changes: Partial<CardState> = {}): CardState {
  return {
    cardId,
    phase: 'review',
    step: 0,
    stability: 10,
    difficulty: 5,
    dueDay: TODAY,
    dueAt: null,
    lastReviewAt: NOON - 10 * DAY_MS,
    lastReviewDay: TODAY - 10,
    introducedDay: TODAY - 30,
    reps: 3,
    lapses: 0,
    ...changes,
  }
}

/** The state of a card that is on a learning step until `dueAt`, introduced today. */
export function inLearning(
  cardId: string,
  dueAt: number,
  changes: Partial<CardState> = {},
): CardState {
  const today = { lastReviewDay: TODAY, introducedDay: TODAY, lastReviewAt: NOON }
  return inReview(cardId, { phase: 'learning', reps: 1, ...today, dueAt, ...changes })
}

/** The state of a card that was answered today and comes back on another day. */
export function doneToday(cardId: string, changes: Partial<CardState> = {}): CardState {
  const when = { lastReviewDay: TODAY, lastReviewAt: NOON, dueDay: TODAY + 5 }
  return inReview(cardId, { ...when, ...changes })
}

export function mark(cardId: string, changes: Partial<Mark> = {}): Mark {
  const device = { updatedAt: NOON, device: 'laptop' }
  return { cardId, suspended: false, flag: 0, buriedUntil: null, ...device, ...changes }
}

interface DayOptions extends Partial<Pick<StudyDayInput, 'today' | 'newPerDay'>> {
  /** States of the day; their cards count as seen. */
  readonly states?: readonly CardState[]
  /** Cards with a state that is of no matter today. */
  readonly seenBefore?: readonly string[]
  readonly marks?: readonly Mark[]
  readonly blueprints?: readonly Blueprint[]
}

/** A study day of AZ-104 with the domains d1 and d2 of equal weight, unless blueprints are given. */
export function dayOf(notes: readonly CatalogNote[], options: DayOptions = {}): StudyDay {
  const { states = [], seenBefore = [], marks = [], today = TODAY, newPerDay = 15 } = options
  const blueprints = options.blueprints ?? [blueprint('AZ-104', 50, 50)]
  return studyDay({
    today,
    newPerDay,
    cards: studyCardsOf(notes),
    states: new Map(states.map((state) => [state.cardId, state])),
    seen: new Set([...seenBefore, ...states.map(({ cardId }) => cardId)]),
    marks: new Map(marks.map((each) => [each.cardId, each])),
    places: placesOf(blueprints),
  })
}
