import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import type { Message } from '../core/deck/message.ts'
import { allTextOf } from '../core/deck/text.ts'
import type { DeckTree } from '../core/deck/tree.ts'

/** An image that a deck shows. */
export interface DeckImage {
  /** Path from the decks folder, e.g. `az-104/images/peering.svg`. */
  readonly path: string
  readonly source: Uint8Array
}

const IMAGE = /!\[[^\]]*\]\(([^)\s]+)\)/g

interface ImageUse {
  readonly path: string
  readonly file: string
  readonly line: number
}

/**
 * @param folder where the decks are
 * @param pathOf path of a deck file from that folder
 * @returns every image of the decks, and an error for each that is not there
 */
export function readImages(
  decks: readonly DeckTree[],
  folder: string,
  pathOf: (file: string) => string,
): { readonly images: readonly DeckImage[]; readonly messages: readonly Message[] } {
  const uses = decks.flatMap((deck) => usesIn(deck, posix.dirname(pathOf(deck.file))))
  const missing = uses.filter(({ path }) => !existsSync(posix.join(folder, path)))
  const paths = new Set(
    uses.map(({ path }) => path).filter((path) => existsSync(posix.join(folder, path))),
  )
  return {
    images: [...paths].map((path) => ({ path, source: readFileSync(posix.join(folder, path)) })),
    messages: missing.map(({ file, line, path }) => ({
      file,
      line,
      code: 'E048',
      text: `image file does not exist: "${path}"`,
    })),
  }
}

function usesIn({ notes }: DeckTree, folder: string): readonly ImageUse[] {
  return notes
    .flatMap((note) => [note, ...note.questions])
    .flatMap((section) =>
      Array.from(allTextOf(section).matchAll(IMAGE), ([, path = '']) => ({
        path: posix.join(folder, path),
        file: section.file,
        line: section.line,
      })),
    )
}
