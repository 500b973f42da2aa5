import { placesOf } from '../core/places.ts'
import { checkDecks } from '../core/deck/check-decks.ts'
import type { CheckedDecks } from '../core/deck/check-decks.ts'
import { inReadingOrder } from '../core/deck/message.ts'
import { shortHash } from './hash.ts'
import { readImages } from './images.ts'
import type { DeckImage } from './images.ts'
import { pathInFolder } from './project.ts'
import type { Project } from './project.ts'

export interface CheckedProject extends CheckedDecks {
  readonly images: readonly DeckImage[]
}

/** Checks everything in a folder of decks, as of a day `YYYY-MM-DD`. */
export function checkProject(project: Project, today: string): CheckedProject {
  const { sources, blueprints, cli, pages, folder } = project
  const skills = new Set(placesOf(blueprints).keys())
  const { decks, messages } = checkDecks(sources, { skills, today, cli, pages, hash: shortHash })
  const { images, messages: missing } = readImages(decks, folder, pathInFolder)
  return { decks, messages: inReadingOrder([...messages, ...missing]), images }
}

/** The day on which decks are checked. A build can be repeated as of another day (SOURCE_DATE_EPOCH). */
export function checkDay(now = new Date()): string {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  const at = epoch ? new Date(Number(epoch) * 1000) : now
  return at.toISOString().slice(0, 10)
}
