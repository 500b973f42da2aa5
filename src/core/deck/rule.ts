import type { Code } from './codes.ts'
import type { DeckTree, NoteTree, Section } from './tree.ts'

/** Says something about a section; at the line of its heading unless told where. */
export type Say = (code: Code, text: string, line?: number) => void

/** A rule that looks at a card or at a question of a scenario by itself. */
export type SectionRule = (section: Section, say: Say) => void

/** A rule about a whole card. */
export type NoteRule = (note: NoteTree, say: Say, deck: DeckTree, context: CheckContext) => void

/** What rules know of the world outside the deck. */
export interface CheckContext {
  /** Ids of all skills of the blueprints. */
  readonly skills: ReadonlySet<string>
  /** Day of the check, `YYYY-MM-DD`. */
  readonly today: string
}
