import { checkDecks } from '../../src/core/deck/check-decks.ts'
import type { Surroundings } from '../../src/core/deck/check-decks.ts'
import type { NamedText } from '../../src/core/deck/release.ts'

export const FRONT = `---
deck: az104-network-vnet
title: Virtual networks
exam: AZ-104
verified: 2026-11-01
---
`

/** Metadata with which a card has neither errors nor warnings. */
export const META = `skill: az104-network-vnet-vnets
src: https://learn.microsoft.com/en-us/azure/virtual-network/ @2026-08-21
level: 1
`

/** A deck file with one card. Its heading is at line 8, its body begins at line 13. */
export function deckWith(type: string, body: string, meta = META): string {
  return `${FRONT}
## nw-one-card (${type})
${meta}
${body}
`
}

export const SURROUNDINGS: Surroundings = {
  skills: new Set(['az104-network-vnet-vnets', 'az104-network-vnet-peering']),
  today: '2026-11-23',
  cli: null,
  pages: null,
  hash: (text) => text,
}

/** What the checker says about one deck file, `decks/x.md`, or several: `CODE line`. */
export function codesOf(
  text: string | readonly NamedText[],
  surroundings: Partial<Surroundings> = {},
): string[] {
  const decks = typeof text === 'string' ? [{ file: 'decks/x.md', text }] : text
  const sources = { decks, lock: null, retired: null }
  const { messages } = checkDecks(sources, { ...SURROUNDINGS, ...surroundings })
  return messages.map(({ code, line }) => `${code} ${line}`)
}
