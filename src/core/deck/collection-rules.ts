import type { Message } from './message.ts'
import { didYouMean } from './nearest.ts'
import { listOf, promptOf } from './tree.ts'
import type { NoteTree } from './tree.ts'

/** What only shows when all decks lie side by side. */
export function checkCollection(notes: readonly NoteTree[]): Message[] {
  const byId = firstById(notes)
  return [...sameId(notes, byId), ...sameQuestion(notes), ...unknownCards(notes, byId)]
}

/** The first card with each id. */
export function firstById(notes: readonly NoteTree[]): ReadonlyMap<string, NoteTree> {
  return new Map(notes.toReversed().map((note) => [note.id, note]))
}

function sameId(
  notes: readonly NoteTree[],
  byId: ReadonlyMap<string, NoteTree>,
): readonly Message[] {
  return notes.flatMap((note) => {
    const first = byId.get(note.id)
    if (!first || first === note) return []
    const text = `card id "${note.id}" already used at ${first.file}:${first.line}`
    return [messageAt(note, 'E025', text)]
  })
}

/** `which` cards may share a question: their rows differ. */
function sameQuestion(notes: readonly NoteTree[]): readonly Message[] {
  const byQuestion = new Map<string, NoteTree>()
  return notes.flatMap((note) => {
    const question = plainWords(promptOf(note))
    const first = byQuestion.get(question)
    if (question === '') return []
    if (!first) byQuestion.set(question, note)
    if (!first || first.type === 'which') return []
    return [messageAt(note, 'W134', `same question as ${first.file}:${first.line}`)]
  })
}

function unknownCards(
  notes: readonly NoteTree[],
  byId: ReadonlyMap<string, NoteTree>,
): readonly Message[] {
  return notes.flatMap((note) =>
    (['confuse', 'needs'] as const).flatMap((key) => {
      const meta = note.meta.get(key)
      return listOf(meta?.value, ',')
        .filter((id) => !byId.has(id))
        .map((id): Message => {
          const text = `${key}: no card "${id}"${didYouMean(id, byId.keys())}`
          return { file: note.file, line: meta?.line ?? note.line, code: 'E092', text }
        })
    }),
  )
}

function plainWords(text: string): string {
  return text
    .replaceAll(/[^\p{L}\p{N}_]+/gu, ' ')
    .toLowerCase()
    .trim()
}

function messageAt(note: NoteTree, code: Message['code'], text: string): Message {
  return { file: note.file, line: note.line, code, text }
}
