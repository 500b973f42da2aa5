import type { NoteId, SkillId } from '../note.ts'
import type { Rating } from '../rating.ts'
import type { Rated } from '../review.ts'
import type { NoteText } from '../text/note-text.ts'
import type { Instant, StudyDayNumber } from '../time.ts'

/** A note of a file, in our shape, before it is anybody's. */
export interface ImportedNote {
  /** The same whenever the same note is imported; see stable-id.ts. */
  readonly id: NoteId
  /** Title of its deck. */
  readonly deck: string
  /** Images have the name of their file in the package, see `fileImage`. */
  readonly text: NoteText
  readonly tags: readonly string[]
  /** Skills of exams that it counts for besides its deck. */
  readonly skills?: readonly SkillId[]
  /** Null where the file does not say. */
  readonly createdAt: Instant | null
  readonly changedAt: Instant | null
  readonly log: readonly ImportedEntry[]
  readonly marks: readonly ImportedMark[]
}

interface EntryBase {
  /** Tells the entry from the others of its card. */
  readonly name: string
  /** Key of the card within the note. */
  readonly key: string
  readonly at: Instant
}

/** What happened to a card: becomes an entry of the review log once it is known which card that is. */
export type ImportedEntry =
  | (EntryBase & {
      readonly kind: 'rated'
      readonly rating: Rating
      readonly durationMs: number
      readonly mode: Rated['mode']
    })
  | (EntryBase & { readonly kind: 'reset' })
  | (EntryBase & { readonly kind: 'rescheduled'; readonly dueDay: StudyDayNumber })

export interface ImportedMark {
  readonly key: string
  readonly suspended: boolean
  readonly flag: 0 | 1 | 2 | 3 | 4
  readonly changedAt: Instant
}

/** What cannot be carried, or is carried in another way; `words/import.ts` says each. */
export const LEFT_KINDS = [
  // Left behind.
  'occlusion',
  'no question',
  'too long',
  'gaps',
  'unfit',
  'sound',
  'image type',
  'image missing',
  'image unreadable',
  'embedded',
  'script',
  'answers of deleted cards',
  'answers without a gap',
  'answers without a time',
  'notes without cards',
  'filtered deck',
  'flag',
  'unknown type',
  'no answer given',
  'row twice',
  // Carried in another way.
  'split',
  'several decks',
  'nested gap',
  'remote image',
  'formula',
  'no answer',
  'tag',
  'deck title',
  'no history',
  'unknown filter',
] as const
export type LeftKind = (typeof LEFT_KINDS)[number]

/** How often something was left behind, and a few examples. */
export interface Left {
  readonly kind: LeftKind
  readonly count: number
  readonly examples: readonly string[]
}

const MOST_EXAMPLES = 5
const EXAMPLE_CHARACTERS = 80

/** Counts what is left behind. */
export class LeftList {
  readonly #found = new Map<LeftKind, { count: number; examples: Set<string> }>()

  /** @param example what was left behind, in words of the file */
  add(kind: LeftKind, example = '', count = 1): void {
    const known = this.#found.get(kind) ?? { count: 0, examples: new Set() }
    known.count += count
    if (example !== '' && known.examples.size < MOST_EXAMPLES) {
      known.examples.add(example.slice(0, EXAMPLE_CHARACTERS))
    }
    this.#found.set(kind, known)
  }

  all(): Left[] {
    return LEFT_KINDS.flatMap((kind) => {
      const found = this.#found.get(kind)
      return found ? [{ kind, count: found.count, examples: [...found.examples] }] : []
    })
  }
}

/** All that a file brings. */
export interface ImportContent {
  readonly notes: readonly ImportedNote[]
  readonly left: readonly Left[]
}

const FILE_IMAGE = 'file:'

/** The address of an image of the package in the text of a note, until it is kept under its own id. */
export function fileImage(name: string): string {
  return `${FILE_IMAGE}${encodeURIComponent(name).replaceAll(/[!'()*]/g, percent)}`
}

/** The name of the file behind such an address, or null for any other. */
export function fileOfImage(address: string): string | null {
  if (!address.startsWith(FILE_IMAGE)) return null
  try {
    return decodeURIComponent(address.slice(FILE_IMAGE.length))
  } catch {
    return null
  }
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
