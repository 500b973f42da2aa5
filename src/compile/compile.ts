import { posix } from 'node:path'
import type { ExamBundle } from '../core/catalog.ts'
import type { ExamAudit } from '../core/deck/audit.ts'
import type { CliIndex } from '../core/deck/cli-index.ts'
import { isError } from '../core/deck/message.ts'
import type { DeckTree } from '../core/deck/tree.ts'
import { auditsOf } from './audits.ts'
import type { Tools } from './body.ts'
import { bundleOf } from './bundle.ts'
import type { CompiledDeck } from './bundle.ts'
import { checkProject } from './check-project.ts'
import type { CheckedProject } from './check-project.ts'
import { markInCode } from './cloze-html.ts'
import { createHighlight } from './highlight.ts'
import type { Highlight } from './highlight.ts'
import { createMarkdown } from './markdown.ts'
import { compileNote } from './note.ts'
import { pathInFolder, readProject } from './project.ts'

export interface CompileSettings {
  /** The folder of the decks. */
  readonly folder: string
  /** Day of the check, `YYYY-MM-DD`. */
  readonly today: string
  /** Address under which the app is served; it ends in a slash. */
  readonly base: string
}

export interface CompiledProject {
  readonly checked: CheckedProject
  /** One for each exam, also for those without cards. Null when the decks have errors. */
  readonly bundles: readonly ExamBundle[] | null
  readonly audits: readonly ExamAudit[]
}

/**
 * Checks the decks of a folder and turns them into what the app installs.
 *
 * @throws BlueprintError
 */
export async function compileProject(settings: CompileSettings): Promise<CompiledProject> {
  const project = readProject(settings.folder)
  const checked = checkProject(project, settings.today)
  if (checked.messages.some(isError)) return { checked, bundles: null, audits: [] }

  const highlight = await sharedHighlight()
  const decks = checked.decks.map((deck) =>
    compileDeck(deck, toolsFor(deck, settings.base, highlight, project.cli)),
  )
  const bundles = project.blueprints.map((blueprint) => bundleOf(blueprint, decks))
  return { checked, bundles, audits: auditsOf(project.folder, decks) }
}

function compileDeck(deck: DeckTree, tools: Tools): CompiledDeck {
  const { front, notes } = deck
  return {
    id: front.get('deck') ?? '',
    title: front.get('title') ?? '',
    notes: notes.map((note) => compileNote(note, deck, tools)),
  }
}

function toolsFor(deck: DeckTree, base: string, highlight: Highlight, cli: CliIndex): Tools {
  const folder = posix.dirname(pathInFolder(deck.file))
  const imageUrl = (path: string) => `${base}decks/${posix.join(folder, path)}`
  return { markdown: createMarkdown({ highlight, imageUrl, inCode: markInCode }), highlight, cli }
}

let highlighter: Promise<Highlight> | null = null

/** Grammars load once, also when decks are compiled again and again while they are written. */
function sharedHighlight(): Promise<Highlight> {
  highlighter ??= createHighlight()
  return highlighter
}
