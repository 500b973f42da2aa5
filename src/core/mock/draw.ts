import type { Blueprint } from '../blueprint.ts'
import type { NoteId, SkillId } from '../note.ts'
import { randomOf } from '../shuffle.ts'
import type { Instant } from '../time.ts'
import type { PoolNote } from './pool.ts'
import { quotasOf } from './quotas.ts'

/** One question of a mock exam, with all that its result needs later, whatever the decks say by then. */
export interface MockQuestion {
  readonly noteId: NoteId
  /** Revision of the note when it was drawn. */
  readonly rev: number
  /** Which question of a scenario; null for any other note. */
  readonly key: string | null
  /** Id of the domain that it counts for. */
  readonly domain: string
  readonly skill: SkillId
  /** All skills of its note, and the notes that it is easily mixed up with. */
  readonly skills: readonly SkillId[]
  readonly confuse: readonly NoteId[]
  /** Number of its case study, from 0; null where it stands alone. */
  readonly block: number | null
  /** Asked in an earlier run, or known from daily study: its answer tells less. */
  readonly isRepeat: boolean
}

export interface DrawInput {
  readonly blueprint: Blueprint
  readonly pool: readonly PoolNote[]
  /** When each note was last asked in a mock exam; notes never asked are missing. */
  readonly lastAsked: ReadonlyMap<NoteId, Instant>
  readonly questions: number
  /** The same seed and pool give the same exam. */
  readonly seed: string
  /** Only these domains; all if left out. Such an exam is no measure. */
  readonly domains?: ReadonlySet<string> | undefined
}

/** A case study takes the place of so many questions: a sprint has none. */
const QUESTIONS_PER_BLOCK = 12

/**
 * Draws the questions of a mock exam: to the weights of the blueprint, spread over groups and skills, from
 * what was never asked first, then from what was not asked for longest. Case studies stay together and
 * stand at the end. There are fewer questions than wanted only where an exam has too few in all.
 */
export function drawExam(input: DrawInput): MockQuestion[] {
  const { blueprint, pool, seed, questions, domains } = input
  const random = randomOf(seed)
  const asked = blueprint.domains.filter(({ id }) => !domains || domains.has(id))
  const quotas = quotasOf(asked, questions, !domains, random)
  const withBlock = new Set(
    shuffledBy(asked, random)
      .filter(({ id }) => pool.some((note) => note.domain.id === id && isBlock(note)))
      .slice(0, Math.floor(questions / QUESTIONS_PER_BLOCK))
      .map(({ id }) => id),
  )
  const drawn = asked.flatMap(({ id }) => {
    const quota = quotas.get(id) ?? 0
    return new Hand(notesFor(id, pool, quota), input.lastAsked, random).draw(
      quota,
      withBlock.has(id),
    )
  })
  return inOrder(shuffledBy(drawn, random), input.lastAsked)
}

/** How often the pool of a domain has been gone through: notes of the pool asked, and all of them. */
export function poolUse(
  pool: readonly PoolNote[],
  lastAsked: ReadonlyMap<NoteId, Instant>,
): { readonly asked: number; readonly questions: number } {
  const own = pool.filter(({ isPool }) => isPool)
  const asked = own.filter(({ id }) => lastAsked.has(id))
  return { asked: questionsIn(asked), questions: questionsIn(own) }
}

function questionsIn(notes: readonly PoolNote[]): number {
  return notes.reduce((sum, { keys }) => sum + keys.length, 0)
}

/** The pool of a domain, and what is asked in daily study where that is too little. */
function notesFor(domain: string, pool: readonly PoolNote[], quota: number): PoolNote[] {
  const own = pool.filter((note) => note.domain.id === domain)
  const kept = own.filter(({ isPool }) => isPool)
  return questionsIn(kept) < quota ? own : kept
}

function isBlock({ keys }: PoolNote): boolean {
  return keys[0] !== null
}

/** What can be drawn in one domain, and what was drawn so far. */
class Hand {
  readonly #left: Set<PoolNote>
  readonly #lastAsked: ReadonlyMap<NoteId, Instant>
  readonly #luck: ReadonlyMap<PoolNote, number>
  readonly #ofGroup = new Map<string, number>()
  readonly #ofSkill = new Map<SkillId, number>()

  constructor(
    notes: readonly PoolNote[],
    lastAsked: ReadonlyMap<NoteId, Instant>,
    random: () => number,
  ) {
    this.#left = new Set(notes)
    this.#lastAsked = lastAsked
    this.#luck = new Map(notes.map((note) => [note, random()]))
  }

  draw(quota: number, wantsBlock: boolean): PoolNote[] {
    const first = wantsBlock ? this.#best((note) => this.#isNewBlock(note, quota)) : undefined
    const drawn = first ? [first] : []
    if (first) this.#add(first)
    for (;;) {
      const open = quota - questionsIn(drawn)
      const next = open > 0 ? this.#next(open) : undefined
      if (!next) return drawn
      this.#add(next)
      drawn.push(next)
    }
  }

  /** A question that stands alone; another case study rather than one a second time. */
  #next(open: number): PoolNote | undefined {
    const single = this.#best((note) => !isBlock(note))
    if (!single) return this.#best((note) => note.keys.length <= open)
    if (this.#tier(single) === 0) return single
    return this.#best((note) => this.#isNewBlock(note, open)) ?? single
  }

  #isNewBlock(note: PoolNote, open: number): boolean {
    return isBlock(note) && note.keys.length <= open && this.#tier(note) === 0
  }

  #add(note: PoolNote): void {
    this.#left.delete(note)
    const count = note.keys.length
    this.#ofGroup.set(note.group.id, (this.#ofGroup.get(note.group.id) ?? 0) + count)
    this.#ofSkill.set(note.skill, (this.#ofSkill.get(note.skill) ?? 0) + count)
  }

  #best(may: (note: PoolNote) => boolean): PoolNote | undefined {
    let best: { readonly note: PoolNote; readonly rank: readonly number[] } | undefined
    for (const note of this.#left) {
      if (!may(note)) continue
      const rank = this.#rank(note)
      if (!best || isBefore(rank, best.rank)) best = { note, rank }
    }
    return best?.note
  }

  /** Never asked, asked before, and last what is asked in daily study. */
  #tier({ id, isPool }: PoolNote): number {
    if (!isPool) return 2
    return this.#lastAsked.has(id) ? 1 : 0
  }

  /** Lower goes first: longest not asked, then where least was drawn for its size, then chance. */
  #rank(note: PoolNote): number[] {
    const { group, skill, keys } = note
    return [
      this.#tier(note),
      this.#lastAsked.get(note.id) ?? 0,
      ((this.#ofGroup.get(group.id) ?? 0) + keys.length) / group.skills.length,
      this.#ofSkill.get(skill) ?? 0,
      this.#luck.get(note) ?? 0,
    ]
  }
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  for (const [index, value] of one.entries()) {
    const against = other[index] ?? 0
    if (value !== against) return value < against
  }
  return false
}

/** Questions that stand alone first, then the case studies, each with its questions in their order. */
function inOrder(
  notes: readonly PoolNote[],
  lastAsked: ReadonlyMap<NoteId, Instant>,
): MockQuestion[] {
  const blocks = notes.filter(isBlock)
  return [...notes.filter((note) => !isBlock(note)), ...blocks].flatMap((note) =>
    note.keys.map((key) => ({
      noteId: note.id,
      rev: note.rev,
      key,
      domain: note.domain.id,
      skill: note.skill,
      skills: note.skills,
      confuse: note.confuse,
      block: key === null ? null : blocks.indexOf(note),
      isRepeat: !note.isPool || lastAsked.has(note.id),
    })),
  )
}

function shuffledBy<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item)
}
