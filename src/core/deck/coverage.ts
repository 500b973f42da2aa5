import type { Blueprint, Domain } from '../blueprint.ts'
import type { ExamId, SkillId } from '../note.ts'
import { itemKeysOf } from './items.ts'
import { listOf, skillsOf } from './tree.ts'
import type { DeckTree, NoteTree, Section } from './tree.ts'

/** How many cards, by type. The questions of a scenario count as `scenario`. */
export type TypeCounts = ReadonlyMap<string, number>

/** What a skill of the outline has for daily study. Cards kept for mock exams do not count. */
export interface SkillCoverage {
  readonly skill: SkillId
  /** Null where none is set. */
  readonly target: number | null
  readonly cards: number
  readonly types: TypeCounts
  /** Day on which the facts checked longest ago were checked; null without cards. */
  readonly oldestVerified: string | null
}

export interface DomainCoverage {
  readonly domain: Domain
  readonly skills: readonly SkillCoverage[]
  /** Cards kept for mock exams, by type. */
  readonly pool: TypeCounts
  /** The same as a mock exam counts them: a note is a question, and so is each question of a scenario. */
  readonly poolQuestions: number
}

export interface ExamCoverage {
  readonly exam: ExamId
  readonly domains: readonly DomainCoverage[]
  /** Cards for daily study, each once. */
  readonly cards: number
  readonly types: TypeCounts
  /** Skills without a question of a scenario. */
  readonly withoutScenario: readonly SkillId[]
}

/** Traits of all decks together that a reader of a single card cannot see. */
export interface Traits {
  readonly notes: number
  readonly cards: number
  /** Notes for daily study that count for more than one exam. */
  readonly shared: number
  readonly draft: number
  readonly recheck: number
  /** Notes that start from what an on-premises administrator knows. */
  readonly bridge: number
  /** Questions with one right option, and those of them whose right option is longer than all others. */
  readonly singles: number
  readonly longestRight: number
}

/** Lines `skill TAB number` of targets.tsv; lines with `#` are comments. */
export function parseTargets(text: string): ReadonlyMap<SkillId, number> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const row = /^([a-z0-9-]+)\t(\d+)$/.exec(line.trim())
      return row?.[1] ? [[row[1], Number(row[2])] as const] : []
    }),
  )
}

/** How far the decks cover each exam, skill by skill. */
export function coverageOf(
  decks: readonly DeckTree[],
  blueprints: readonly Blueprint[],
  targets: ReadonlyMap<SkillId, number>,
): ExamCoverage[] {
  const notes = decks.flatMap((deck) => deck.notes.map((note) => viewOf(deck, note)))
  return blueprints.map(({ exam, domains }) => {
    const ids = new Set(skillIds(domains))
    const daily = notes.filter(({ isPool, skills }) => !isPool && skills.some((id) => ids.has(id)))
    return {
      exam,
      domains: domains.map((domain) => domainCoverage(domain, notes, targets)),
      cards: daily.reduce((sum, { cards }) => sum + cards, 0),
      types: countTypes(daily),
      withoutScenario: [...ids].filter(
        (id) => !notes.some(({ type, skills }) => type === 'scenario' && skills.includes(id)),
      ),
    }
  })
}

export function traitsOf(decks: readonly DeckTree[]): Traits {
  const notes = decks.flatMap((deck) => deck.notes.map((note) => viewOf(deck, note)))
  const sections = notes.flatMap(({ note }) => [note, ...note.questions])
  const singles = sections.filter(({ type }) => type === 'single')
  const has =
    (status: string) =>
    ({ note }: NoteView) =>
      note.meta.get('status')?.value === status
  return {
    notes: notes.length,
    cards: notes.reduce((sum, { cards }) => sum + cards, 0),
    shared: notes.filter(({ isPool, exams }) => !isPool && exams > 1).length,
    draft: notes.filter(has('draft')).length,
    recheck: notes.filter(has('recheck')).length,
    bridge: notes.filter(({ tags }) => tags.includes('bridge')).length,
    singles: singles.length,
    longestRight: singles.filter(isLongestRight).length,
  }
}

/** What must be so before a release, each as a sentence that says what is missing; empty if all is so. */
export function shortcomings(exams: readonly ExamCoverage[], traits: Traits): string[] {
  const short = exams.flatMap(({ domains }) =>
    domains.flatMap(({ skills }) =>
      skills
        .filter(({ cards, target }) => target !== null && cards < target)
        .map(({ skill, cards, target }) => `${skill} has ${cards} of ${target} cards`),
    ),
  )
  const { notes, recheck, singles, longestRight } = traits
  return [
    ...short,
    ...(longestRight > MOST_LONGEST * singles
      ? [`the right option is the longest in ${longestRight} of ${singles} single choices`]
      : []),
    ...(recheck > MOST_RECHECK * notes
      ? [`${recheck} of ${notes} notes wait for another check`]
      : []),
  ]
}

const MOST_LONGEST = 0.4
const MOST_RECHECK = 0.03

interface NoteView {
  readonly note: NoteTree
  readonly type: string
  readonly skills: readonly SkillId[]
  readonly cards: number
  readonly isPool: boolean
  /** How many exams it counts for. */
  readonly exams: number
  readonly tags: readonly string[]
  readonly verified: string
}

function viewOf(deck: DeckTree, note: NoteTree): NoteView {
  const skills = skillsOf(deck, note)
  return {
    note,
    type: note.type,
    skills,
    cards: itemKeysOf(note).length,
    isPool: note.meta.get('pool')?.value === 'exam',
    exams: new Set(skills.map((skill) => skill.slice(0, skill.indexOf('-')))).size,
    tags: listOf(note.meta.get('tags')?.value, ','),
    verified: note.meta.get('verified')?.value ?? deck.front.get('verified') ?? '',
  }
}

function domainCoverage(
  domain: Domain,
  notes: readonly NoteView[],
  targets: ReadonlyMap<SkillId, number>,
): DomainCoverage {
  const ids = skillIds([domain])
  // A question counts in the domain of its first skill, as a mock exam draws it once.
  const pool = notes.filter(({ isPool, skills }) => isPool && ids.includes(skills[0] ?? ''))
  return {
    domain,
    skills: ids.map((skill) => {
      const own = notes.filter(({ isPool, skills }) => !isPool && skills.includes(skill))
      return {
        skill,
        target: targets.get(skill) ?? null,
        cards: own.reduce((sum, { cards }) => sum + cards, 0),
        types: countTypes(own),
        oldestVerified: own.map(({ verified }) => verified).toSorted()[0] ?? null,
      }
    }),
    pool: countTypes(pool),
    poolQuestions: pool.reduce(
      (sum, { type, cards }) => sum + (type === 'scenario' ? cards : 1),
      0,
    ),
  }
}

function countTypes(notes: readonly NoteView[]): TypeCounts {
  const counts = new Map<string, number>()
  for (const { type, cards } of notes) counts.set(type, (counts.get(type) ?? 0) + cards)
  return new Map([...counts].toSorted(([, a], [, b]) => b - a))
}

function skillIds(domains: readonly Domain[]): SkillId[] {
  return domains.flatMap(({ groups }) => groups.flatMap(({ skills }) => skills.map(({ id }) => id)))
}

function isLongestRight({ options }: Section): boolean {
  const right = options.find((option) => option.right)?.text.length ?? 0
  const wrong = options.filter((option) => !option.right).map(({ text }) => text.length)
  return right > Math.max(...wrong)
}
