import { FENCE } from './grammar.ts'
import type { Block, Section, TextLine } from './tree.ts'
import { blockText } from './tree.ts'

const FENCED = /```.*?```/gs

/** Words of a text, without those in code blocks. */
export function wordCount(text: string): number {
  return (text.replaceAll(FENCED, '').match(/\S+/g) ?? []).length
}

/** Everything that a section says, for searches that do not ask where. */
export function allTextOf(section: Section): string {
  const blocks = [...section.blocks.values()].map(blockText)
  const { options, rows, steps, decoys } = section
  const items = [...options, ...rows, ...steps, ...decoys]
  return [...blocks, ...items.map(({ text, rationale }) => `${text} ${rationale}`)].join(' ')
}

/** A code block within a label's text. */
export interface Fence {
  /** What stands behind the opening backticks, or an empty string. */
  readonly lang: string
  readonly lines: readonly TextLine[]
}

export function fencesIn(block: Block): Fence[] {
  const fences: { lang: string; lines: TextLine[] }[] = []
  let open: { lang: string; lines: TextLine[] } | null = null
  for (const line of block.lines) {
    if (open && line.text.trim() === FENCE) {
      open = null
    } else if (open) {
      open.lines.push(line)
    } else if (line.text.startsWith(FENCE)) {
      open = { lang: line.text.slice(FENCE.length).trim(), lines: [] }
      fences.push(open)
    }
  }
  return fences
}

/** The first code block of a label as plain text, or null. */
export function codeOf(block: Block | undefined): string | null {
  const fence = block && fencesIn(block)[0]
  return fence ? fence.lines.map(({ text }) => text).join('\n') : null
}
