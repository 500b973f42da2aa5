/**
 * A note as the compiler leaves it and as IndexedDB keeps it: everything a card needs to be shown and
 * judged, with Markdown already turned into HTML. One note makes one or more cards (siblings).
 */
import type { StoredText } from './text/note-text.ts'

/** `note-id#key`. What is asked and scheduled. */
export type CardId = string
export type NoteId = string
/** Id of a skill of a blueprint, e.g. `az104-storage-data-tiers`. */
export type SkillId = string
/** `AZ-104`, `AZ-305`, `AZ-900`. */
export type ExamId = string
/** HTML made by the compiler from escaped Markdown. Sanitised once more when shown, never trusted. */
export type Html = string

export const NOTE_TYPES = [
  'basic',
  'reversed',
  'cloze',
  'single',
  'multi',
  'number',
  'command',
  'order',
  'which',
  'scenario',
] as const
export type NoteType = (typeof NOTE_TYPES)[number]

export const SHELLS = ['az', 'pwsh', 'azcopy', 'bash', 'kql', 'bicep'] as const
export type Shell = (typeof SHELLS)[number]

export interface Source {
  readonly url: string
  /** Date of the text that was read, `YYYY-MM-DD`, or null where the author gave none. */
  readonly readOn: string | null
}

export interface Option {
  /** Stable within a note revision: `o1`, `o2`… in the order the author wrote them. */
  readonly key: string
  readonly html: Html
  readonly right: boolean
  readonly rationale: Html | null
}

export interface Step {
  /** `s1`… for steps in their right order, `d1`… for decoys. */
  readonly key: string
  readonly html: Html
  readonly rationale: Html | null
}

/** What one shell command may look like: for judging a typed command. */
export interface CommandSyntax {
  /** The command without its options, e.g. `az storage account keys renew`. */
  readonly command: string
  /** Every long option that exists, e.g. `--resource-group`. */
  readonly options: readonly string[]
  /** Short or alternative names to the long one, e.g. `-g` → `--resource-group`. */
  readonly aliases: Readonly<Record<string, string>>
}

export interface BasicBody {
  readonly type: 'basic'
  readonly question: Html
  readonly answer: Html
}
export interface ReversedBody {
  readonly type: 'reversed'
  /** Key `f`. */
  readonly forward: { readonly question: Html; readonly answer: Html }
  /** Key `r`. */
  readonly reverse: { readonly question: Html; readonly answer: Html }
}
export interface ClozeBody {
  readonly type: 'cloze'
  /** One card per cloze number. `front` has `<span class="hole">` for what is asked; `back` has `<mark>`. */
  readonly holes: readonly {
    readonly key: string
    readonly front: Html
    readonly back: Html
    /** The deleted text, for announcing. */
    readonly answer: string
    readonly hint: string | null
  }[]
}
export interface ChoiceBody {
  readonly type: 'single' | 'multi'
  readonly question: Html
  readonly options: readonly Option[]
}
export interface NumberBody {
  readonly type: 'number'
  readonly question: Html
  /** A bare decimal, e.g. `5000` or `0.5`. */
  readonly value: string
  readonly unit: string
  /** Further right answers. */
  readonly accept: readonly string[]
}
export interface CommandBody {
  readonly type: 'command'
  readonly question: Html
  readonly shell: Shell
  /** The command as plain text; several lines are possible. */
  readonly answer: string
  readonly also: readonly string[]
  /** Highlighted `answer`, and one for each of `also`. */
  readonly answerHtml: Html
  readonly alsoHtml: readonly Html[]
  /** Known syntax of the answer's commands; empty for shells without an index. */
  readonly syntax: readonly CommandSyntax[]
}
export interface OrderBody {
  readonly type: 'order'
  readonly question: Html
  /** In the right order. */
  readonly steps: readonly Step[]
  readonly decoys: readonly Step[]
}
export interface WhichBody {
  readonly type: 'which'
  readonly question: Html
  readonly options: readonly { readonly key: string; readonly html: Html }[]
  /** One card per row. `answer` is the key of an option. */
  readonly rows: readonly {
    readonly key: string
    readonly html: Html
    readonly answer: string
    readonly rationale: Html | null
  }[]
}
/** What may stand as one question of a scenario. */
export type QuestionBody =
  | BasicBody
  | ReversedBody
  | ClozeBody
  | ChoiceBody
  | NumberBody
  | CommandBody
  | OrderBody
export interface ScenarioBody {
  readonly type: 'scenario'
  readonly stem: Html
  /** One card per question, in this order on the first pass. */
  readonly questions: readonly {
    readonly key: string
    readonly body: QuestionBody
    readonly why: Html | null
  }[]
}
export type NoteBody = QuestionBody | WhichBody | ScenarioBody

export interface Note {
  readonly id: NoteId
  /** Id of the deck file it came from. */
  readonly deck: string
  /** Raised when the fact changed. */
  readonly rev: number
  /** The first is the primary one. */
  readonly skills: readonly SkillId[]
  /** 1 recall, 2 apply, 3 judge. */
  readonly level: 1 | 2 | 3
  readonly sources: readonly Source[]
  /** Date on which the facts were last checked, `YYYY-MM-DD`. */
  readonly verified: string
  readonly status: 'draft' | 'recheck' | null
  readonly decay: 'slow' | 'normal' | 'fast'
  /** `exam` notes are kept for mock exams and never come up in study. */
  readonly pool: 'review' | 'exam'
  readonly tags: readonly string[]
  /** Notes that are easily mixed up with this one. */
  readonly confuse: readonly NoteId[]
  /** Notes to know first. */
  readonly needs: readonly NoteId[]
  /** What the author wrote, as Markdown by field: what an edit starts from. Older installations lack it. */
  readonly text?: StoredText
  readonly body: NoteBody
  readonly why: Html | null
  /** Plain text of the question, at most about 120 characters: for lists and announcements. */
  readonly title: string
  /** Hash of all content: a change means the text is to be replaced. */
  readonly hash: string
  /** Hash of the answers only (decks/README.md, ids.lock). */
  readonly answerHash: string
}

/** The keys of a note's cards, in the author's order. */
export function cardKeysOf(body: NoteBody): string[] {
  switch (body.type) {
    case 'cloze':
      return body.holes.map(({ key }) => key)
    case 'reversed':
      return ['f', 'r']
    case 'which':
      return body.rows.map(({ key }) => key)
    case 'scenario':
      return body.questions.map(({ key }) => key)
    default:
      return ['1']
  }
}

export function cardIdOf(noteId: NoteId, key: string): CardId {
  return `${noteId}#${key}`
}

/** The note of a card, and the key of the card within it. */
export function splitCardId(cardId: CardId): { noteId: NoteId; key: string } {
  const at = cardId.indexOf('#')
  return at < 0
    ? { noteId: cardId, key: '1' }
    : { noteId: cardId.slice(0, at), key: cardId.slice(at + 1) }
}
