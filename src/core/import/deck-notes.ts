import { parseDeck } from '../deck/parse-deck.ts'
import { isError } from '../deck/message.ts'
import type { Message } from '../deck/message.ts'
import { isNoteType } from '../deck/grammar.ts'
import { listOf } from '../deck/tree.ts'
import type { NoteTree } from '../deck/tree.ts'
import { checkText } from '../text/check-text.ts'
import { mapTexts, MOST_CHARACTERS } from '../text/note-text.ts'
import { textOfTree } from '../text/text-of-tree.ts'
import { LeftList } from './content.ts'
import type { ImportContent, ImportedNote } from './content.ts'
import { deckTitle, soundTags } from './tidy.ts'

/** A deck file as it is imported: its notes, or what its author has to put right first. */
export interface DeckImport extends ImportContent {
  /** In the order of the file. With an error among them nothing is imported. */
  readonly messages: readonly Message[]
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Before a UUID, so that it is the id of a card in a deck file; see decks/README.md. */
const NOTE_PREFIX = 'note-'
const OWN_ID = /^(anki|csv|md)-/
const MOST_SKILLS = 8

/** The id of an own note in a deck file. */
export function headingOf(id: string): string {
  return UUID.test(id) ? `${NOTE_PREFIX}${id}` : id
}

/** The id that a card of a deck file has among the own notes: never that of a shipped one. */
export function idOfHeading(heading: string): string {
  const rest = heading.startsWith(NOTE_PREFIX) ? heading.slice(NOTE_PREFIX.length) : ''
  if (UUID.test(rest)) return rest
  return OWN_ID.test(heading) ? heading : `md-${heading}`
}

/**
 * Reads a deck file of our own format, with the parser of the shipped decks and its messages. What only
 * shipped decks need (sources, skills, dates of checks) may be missing.
 */
export function notesOfDeck(file: string, text: string): DeckImport {
  const { deck, messages } = parseDeck(file, text.replaceAll('\r\n', '\n').replace(/^\uFEFF/, ''))
  const found: Message[] = [...messages]
  if (!deck || found.some(isError)) return { notes: [], left: [], messages: found }
  const left = new LeftList()
  const title = deckTitle(deck.front.get('title') ?? '', left)
  const seen = new Set<string>()
  const notes: ImportedNote[] = []
  for (const tree of deck.notes) {
    const errors = errorsOf(tree, file, seen)
    found.push(...errors)
    if (errors.length === 0) notes.push(noteOf(tree, title, left))
  }
  const isSound = !found.some(isError)
  return { notes: isSound ? notes : [], left: left.all(), messages: found }
}

function errorsOf(tree: NoteTree, file: string, seen: Set<string>): Message[] {
  const { id, line, type } = tree
  if (!isNoteType(type)) return []
  const at = (code: Message['code'], text: string) => ({ file, line, code, text })
  if (seen.has(id)) return [at('E020', `card "${id}" stands twice in this file`)]
  seen.add(id)
  const text = textOfTree(tree)
  let longest = 0
  mapTexts(text, (each) => {
    longest = Math.max(longest, each.length)
    return each
  })
  if (longest > MOST_CHARACTERS) return [at('E042', `a text of "${id}" is too long`)]
  return checkText(text).errors.map(({ code, path }) => at(code, `card "${id}": ${path}`))
}

function noteOf(tree: NoteTree, deck: string, left: LeftList): ImportedNote {
  const skills = listOf(tree.meta.get('skill')?.value, ',').filter((skill) =>
    /^az\d{3}(-[a-z0-9]+)+$/.test(skill),
  )
  return {
    id: idOfHeading(tree.id),
    deck,
    text: textOfTree(tree),
    tags: soundTags(listOf(tree.meta.get('tags')?.value, ','), left),
    skills: skills.slice(0, MOST_SKILLS),
    createdAt: null,
    changedAt: null,
    log: [],
    marks: [],
  }
}
