import * as v from 'valibot'
import { undoneIds } from '../../core/log.ts'
import { MODES, RATINGS } from '../../core/review.ts'
import type { Rated } from '../../core/review.ts'
import type { StudyDay } from '../../core/study/study-day.ts'
import type { Instant } from '../../core/time.ts'
import { InstantSchema } from '../../core/time-schemas.ts'
import { getLocal, putLocal } from '../../db/local.ts'
import type { StudyDb } from '../../db/db.ts'
import { reviewsByIds, reviewsOfCard } from '../../db/log.ts'
import type { Attempt } from './attempt.ts'
import { modeOf } from './rated-entry.ts'
import type { Answered, Session, Showing } from './session.ts'

const KEY = 'resume'

const id = v.pipe(v.string(), v.maxLength(120))
const keys = v.pipe(v.array(v.pipe(v.string(), v.maxLength(48))), v.maxLength(64))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const DraftSchema = v.object({
  attempt: v.object({
    chosen: keys,
    typed: v.pipe(v.string(), v.maxLength(20_000)),
    arrangement: keys,
  }),
  /** Whether the answer was shown: after an attempt, or because the learner did not know. */
  revealed: v.picklist(['no', 'judged', 'unknown']),
  /** Whether the options, which wait behind the question at first, were shown. */
  optionsShown: v.optional(v.boolean()),
  /** Hints that were looked at. */
  hints: v.optional(count),
})

const ResumeSchema = v.object({
  /** When it was kept, in the life of this page and of those before. */
  at: InstantSchema,
  /** The part of the address behind `?`. */
  search: v.string(),
  day: v.pipe(v.number(), v.integer()),
  endsAt: v.nullable(InstantSchema),
  showing: v.object({
    id,
    cardId: id,
    reps: count,
    spentMs: count,
    /** How its answer is to count, where that is not as the session has it. */
    mode: v.optional(v.picklist(MODES)),
    /** Revision of the note, so that an answer that was begun is not taken for one to another fact. */
    rev: v.optional(count),
  }),
  draft: v.nullable(DraftSchema),
  answered: v.array(
    v.object({
      id,
      cardId: id,
      rating: v.picklist(RATINGS),
      durationMs: count,
      isReview: v.boolean(),
    }),
  ),
  /** Of these answers the first so many belong to rounds that are over. */
  answeredBefore: v.optional(count),
})
export type Resume = v.InferOutput<typeof ResumeSchema>

/** An answer that was begun: what was chosen, typed or put in order, and whether it was checked. */
export interface Draft {
  readonly attempt: Attempt
  readonly revealed: 'no' | 'judged' | 'unknown'
  readonly optionsShown?: boolean | undefined
  readonly hints?: number | undefined
}

/** What is left of a session that was interrupted. */
export interface Interrupted {
  readonly endsAt: Instant | null
  readonly answered: readonly Answered[]
  readonly answeredBefore: number
  readonly showing: Pick<Showing, 'id' | 'shownAt' | 'reps'> & {
    readonly cardId: string
    readonly mode?: Rated['mode'] | undefined
  }
  readonly draft: Draft | null
}

/** What was kept of a session of this address, as long as its card was not rated at the last moment. */
export async function loadKept(db: StudyDb, search: string): Promise<Resume | null> {
  const stored = later(read(mirrored()), read(await getLocal(db, KEY)))
  if (!stored || stored.search !== search) return null
  const known = await reviewsByIds(db, [stored.showing.id])
  return known.has(stored.showing.id) ? null : stored
}

/** The session that was interrupted, if what was kept is of this study day, or null. */
export async function interruptedOn(
  db: StudyDb,
  kept: Resume | null,
  day: StudyDay,
  now: Instant,
): Promise<Interrupted | null> {
  if (kept?.day !== day.today) return null
  const { showing, endsAt, draft, answered, answeredBefore = 0 } = kept
  const note = day.cardById.get(showing.cardId)?.note
  return {
    endsAt: endsAt !== null && endsAt > now ? endsAt : null,
    answered: await standing(db, day, answered),
    answeredBefore: (await standing(db, day, answered.slice(0, answeredBefore))).length,
    showing: {
      id: showing.id,
      cardId: showing.cardId,
      reps: showing.reps,
      shownAt: now - showing.spentMs,
      mode: showing.mode,
    },
    draft: showing.rev === undefined || showing.rev === note?.rev ? draft : null,
  }
}

function read(value: unknown): Resume | null {
  const result = v.safeParse(ResumeSchema, value)
  return result.success ? result.output : null
}

function later(one: Resume | null, other: Resume | null): Resume | null {
  if (!one || !other) return one ?? other
  return one.at > other.at ? one : other
}

/**
 * What this tab kept last. It is written at once, where the database needs a moment, and it goes with the
 * tab: a reload in the middle of a word finds it here, a browser that was ended finds it there.
 */
function mirrored(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
  } catch {
    return null
  }
}

function mirror(value: Resume | null): void {
  try {
    if (value) sessionStorage.setItem(KEY, JSON.stringify(value))
    else sessionStorage.removeItem(KEY)
  } catch {
    // Where the browser forbids it, the database alone has to do.
  }
}

/** The answers that were not taken back meanwhile, on another screen. */
async function standing(
  db: StudyDb,
  day: StudyDay,
  answered: Resume['answered'],
): Promise<Answered[]> {
  const cardIds = [...new Set(answered.map(({ cardId }) => cardId))]
  const logs = await Promise.all(cardIds.map((cardId) => reviewsOfCard(db, cardId)))
  const undone = undoneIds(logs.flat())
  return answered.flatMap(({ cardId, ...each }) => {
    const card = day.cardById.get(cardId)
    return card && !undone.has(each.id) ? [{ ...each, card }] : []
  })
}

/**
 * Keeps what is needed to go on after the page was closed at any moment. Writes one state after the
 * other and only the latest: a quick typist does not have to wait, and loses nothing.
 */
export class Keeper {
  /** The answer to the card on screen as far as it is made; null where nothing was begun. */
  draft: Draft | null
  readonly #db: StudyDb
  readonly #search: string
  #next: Resume | null | undefined
  #isWriting = false

  constructor(db: StudyDb, search: string, draft: Draft | null) {
    this.draft = draft
    this.#db = db
    this.#search = search
  }

  /** Whether the answer of the card on screen is shown. */
  get isAnswered(): boolean {
    return this.draft !== null && this.draft.revealed !== 'no'
  }

  /** Nothing is kept once the session is over. */
  keep(session: Session, now: Instant, isLeft = false): void {
    this.#next = resumeOf(session, this.#search, this.draft, now, isLeft)
    mirror(this.#next)
    if (!this.#isWriting) void this.#write()
  }

  async #write(): Promise<void> {
    this.#isWriting = true
    while (this.#next !== undefined) {
      const next = this.#next
      this.#next = undefined
      // Only a help: if it cannot be kept, the act that follows will tell of the fault.
      await putLocal(this.#db, KEY, next).catch(() => null)
    }
    this.#isWriting = false
  }
}

function resumeOf(
  { day, endsAt, showing, answered, answeredBefore }: Session,
  search: string,
  draft: Draft | null,
  now: Instant,
  isLeft: boolean,
): Resume | null {
  if (!showing) return null
  const { id: showingId, shownAt, reps, entry } = showing
  return {
    at: now,
    search,
    day: day.today,
    endsAt: isLeft ? null : endsAt,
    showing: {
      id: showingId,
      cardId: entry.card.cardId,
      reps,
      spentMs: Math.max(0, Math.round(now - shownAt)),
      mode: modeOf(entry.reason),
      rev: entry.card.note.rev,
    },
    draft: draft && { ...draft, attempt: copyOf(draft.attempt) },
    // A session that was ended is not counted together with the next one.
    answered: isLeft ? [] : answered.map(({ card, ...each }) => ({ ...each, cardId: card.cardId })),
    answeredBefore: isLeft ? 0 : answeredBefore,
  }
}

function copyOf({ chosen, typed, arrangement }: Attempt) {
  return { chosen: [...chosen], typed, arrangement: [...arrangement] }
}
