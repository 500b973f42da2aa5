import type { Instant } from '../time.ts'

/** A note type of Anki: its fields, and the templates of its cards in HTML. */
export interface AnkiModel {
  readonly id: string
  readonly name: string
  readonly isCloze: boolean
  readonly isOcclusion: boolean
  readonly fields: readonly string[]
  readonly templates: readonly AnkiTemplate[]
}

export interface AnkiTemplate {
  readonly name: string
  readonly front: string
  readonly back: string
}

export interface AnkiDeck {
  readonly id: string
  /** Levels are separated by `::`. */
  readonly name: string
  readonly isFiltered: boolean
}

export interface AnkiNote {
  /** Epoch milliseconds of when it was made. */
  readonly id: number
  /** The same in every collection that has the note. */
  readonly guid: string
  readonly modelId: string
  readonly changedAt: Instant
  readonly tags: readonly string[]
  /** HTML, in the order of the model's fields. */
  readonly fields: readonly string[]
}

/** Anki's numbers: 0 new, 1 learning, 2 review, 3 relearning. */
export const REVIEW = 2
/** Queue of suspended cards. */
export const SUSPENDED = -1

export interface AnkiCard {
  readonly id: number
  readonly noteId: number
  /** The deck it belongs to, also while a filtered deck has it. */
  readonly deckId: string
  /** Number of its template from 0; of a cloze the number of the gap less one. */
  readonly ord: number
  readonly type: number
  readonly queue: number
  /** For cards in review the day on which it is due, counted from the day of the collection. */
  readonly due: number
  readonly intervalDays: number
  readonly flag: number
  readonly changedAt: Instant
}

/** Anki's numbers for kinds of answers. */
export const FILTERED = 3
export const MANUAL = 4

export interface AnkiAnswer {
  /** Epoch milliseconds of the answer. */
  readonly id: number
  readonly cardId: number
  /** Button from 1; 0 where nothing was answered. */
  readonly ease: number
  /** Days until it was due; negative: seconds. */
  readonly interval: number
  readonly factor: number
  readonly durationMs: number
  readonly kind: number
}

/** What is read of a collection of Anki, whatever its generation. */
export interface AnkiCollection {
  /** Start of the day on which it was made: due days are counted from it. */
  readonly createdAt: Instant
  /** 1 had three buttons for cards in learning. */
  readonly schedulerVersion: number
  readonly models: ReadonlyMap<string, AnkiModel>
  readonly decks: ReadonlyMap<string, AnkiDeck>
  readonly notes: readonly AnkiNote[]
  readonly cards: readonly AnkiCard[]
  readonly answers: readonly AnkiAnswer[]
}
