import { checkChoice } from './choice-rules.ts'
import { checkCommands } from './cli-rules.ts'
import type { CliIndex } from './cli-index.ts'
import { checkCloze } from './cloze-rules.ts'
import { checkCollection } from './collection-rules.ts'
import { checkBack, checkLabels } from './label-rules.ts'
import { inReadingOrder } from './message.ts'
import type { Message } from './message.ts'
import { checkQuestionMeta, checkUse, checkValues } from './metadata-rules.ts'
import { parseDeck } from './parse-deck.ts'
import type { PageIndex } from './page-index.ts'
import { checkPages } from './page-rules.ts'
import { checkExpiry, checkSkills, checkSources, checkVerified } from './provenance-rules.ts'
import { checkRelease } from './release.ts'
import type { HashText, NamedText } from './release.ts'
import type { CheckContext, NoteRule, Say, SectionRule } from './rule.ts'
import { checkOrder, checkScenario, checkWhich } from './sequence-rules.ts'
import type { DeckTree, NoteTree, Section } from './tree.ts'
import { checkCommand, checkNumber } from './typed-rules.ts'
import {
  checkBasic,
  checkImages,
  checkNames,
  checkQuestionLength,
  checkWording,
} from './wording-rules.ts'

const SECTION_RULES: readonly SectionRule[] = [
  checkLabels,
  checkBack,
  checkChoice,
  checkCloze,
  checkNumber,
  checkCommand,
  checkOrder,
  checkWhich,
  checkUse,
  checkBasic,
  checkWording,
  checkNames,
  checkImages,
]

const NOTE_RULES: readonly NoteRule[] = [
  checkScenario,
  checkQuestionMeta,
  checkSkills,
  checkSources,
  checkVerified,
  checkValues,
  checkExpiry,
  checkQuestionLength,
]

export interface DeckSources {
  readonly decks: readonly NamedText[]
  /** ids.lock and retired.txt, where they exist. */
  readonly lock: NamedText | null
  readonly retired: NamedText | null
}

export interface Surroundings extends CheckContext {
  /** Null: commands are not looked up. */
  readonly cli: CliIndex | null
  /** Null: sources are not looked up. */
  readonly pages: PageIndex | null
  readonly hash: HashText
}

export interface CheckedDecks {
  /** The decks that could be read, with or without errors. */
  readonly decks: readonly DeckTree[]
  /** In reading order. */
  readonly messages: readonly Message[]
}

/** Reads all decks and says everything that is wrong with them. Never throws, whatever the text is. */
export function checkDecks(sources: DeckSources, surroundings: Surroundings): CheckedDecks {
  const parsed = sources.decks.map(({ file, text }) => parseDeck(file, text))
  const decks = parsed.flatMap(({ deck }) => deck ?? [])
  const notes = decks.flatMap((deck) => deck.notes)
  const released = sources.lock
    ? checkRelease(notes, sources.lock, sources.retired, surroundings.hash)
    : []
  const messages = [
    ...parsed.flatMap((deck) => deck.messages),
    ...decks.flatMap((deck) => deck.notes.flatMap((note) => checkNote(note, deck, surroundings))),
    ...checkCollection(notes),
    ...released,
  ]
  return { decks, messages: inReadingOrder(messages) }
}

function checkNote(note: NoteTree, deck: DeckTree, surroundings: Surroundings): Message[] {
  const messages: Message[] = []
  const say = sayAt(note, messages)
  NOTE_RULES.forEach((rule) => rule(note, say, deck, surroundings))
  if (surroundings.pages) checkPages(note, say, surroundings.pages)
  for (const section of [note, ...note.questions]) {
    const sayHere = sayAt(section, messages)
    SECTION_RULES.forEach((rule) => rule(section, sayHere))
    if (surroundings.cli) checkCommands(section, sayHere, surroundings.cli)
  }
  return messages
}

function sayAt({ file, line: heading }: Section, messages: Message[]): Say {
  return (code, text, line = heading) => messages.push({ file, line, code, text })
}
