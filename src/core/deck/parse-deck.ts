import { parseFrontMatter } from './front-matter.ts'
import type { Message, Report } from './message.ts'
import { readLines } from './read-lines.ts'
import type { DeckTree } from './tree.ts'

export interface ParsedDeck {
  /** Null where the file could not be read at all. */
  readonly deck: DeckTree | null
  readonly messages: readonly Message[]
}

/**
 * Reads one deck file. Goes on after an error, so that all of them are reported. Whether the cards are
 * sound is not looked at here (check-decks.ts).
 *
 * @param file the name that messages give
 * @param text its content; bytes that are not UTF-8 have become U+FFFD
 */
export function parseDeck(file: string, text: string): ParsedDeck {
  const messages: Message[] = []
  const report: Report = (code, line, said) => messages.push({ file, line, code, text: said })
  checkEncoding(text, report)
  const lines = text.replaceAll('\r', '').split('\n')
  const frontMatter = text.includes('\uFFFD') ? null : parseFrontMatter(lines, report)
  if (!frontMatter) return { deck: null, messages }

  const notes = readLines(file, lines, frontMatter.next, report)
  if (notes.length === 0) report('E004', 1, 'no cards in this file')
  return { deck: { file, front: frontMatter.front, notes }, messages }
}

function checkEncoding(text: string, report: Report): void {
  const carriageReturn = text.indexOf('\r')
  if (carriageReturn >= 0) {
    report('E002', lineAt(text, carriageReturn), 'carriage return: use LF line endings')
  }
  const replaced = text.indexOf('\uFFFD')
  if (replaced >= 0) report('E001', lineAt(text, replaced), 'not UTF-8')
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
