import { answerText } from '../core/deck/items.ts'
import { DECAYS, POOLS, STATUSES, oneOf } from '../core/deck/grammar.ts'
import type { MetaKey } from '../core/deck/grammar.ts'
import { revOf } from '../core/deck/metadata-rules.ts'
import { listOf, promptOf, skillsOf } from '../core/deck/tree.ts'
import type { DeckTree, NoteTree } from '../core/deck/tree.ts'
import type { Note } from '../core/note.ts'
import { bodyOf, whyOf } from './body.ts'
import type { Tools } from './body.ts'
import { shortHash } from './hash.ts'
import { plainText } from './markdown.ts'

const TITLE_CHARACTERS = 120
const LEVELS: Readonly<Record<string, Note['level']>> = { 1: 1, 2: 2, 3: 3 }

/** A checked note as the app stores it. The deck must be without errors. */
export function compileNote(tree: NoteTree, deck: DeckTree, tools: Tools): Note {
  const meta = (key: MetaKey) => tree.meta.get(key)?.value
  const note = {
    id: tree.id,
    deck: deck.front.get('deck') ?? '',
    rev: revOf(tree),
    skills: skillsOf(deck, tree),
    level: LEVELS[meta('level') ?? ''] ?? 1,
    sources: tree.sources.map(({ url, readOn }) => ({ url, readOn })),
    verified: meta('verified') ?? deck.front.get('verified') ?? '',
    status: meta('status') ? oneOf(meta('status'), STATUSES) : null,
    decay: oneOf(meta('decay'), DECAYS),
    pool: oneOf(meta('pool'), POOLS),
    tags: listOf(meta('tags'), ','),
    confuse: listOf(meta('confuse'), ','),
    needs: listOf(meta('needs'), ','),
    body: bodyOf(tree, tools),
    why: whyOf(tree, tools),
    title: titleOf(tree),
    answerHash: shortHash(answerText(tree)),
  }
  return { ...note, hash: shortHash(JSON.stringify(note)) }
}

/** The question without markup, cut between words; a deletion of a cloze stays hidden. */
function titleOf(tree: NoteTree): string {
  const text = plainText(promptOf(tree).replaceAll(/\{\{c\d+::.+?\}\}/g, '…'))
  if (text.length <= TITLE_CHARACTERS) return text
  const cut = text.slice(0, TITLE_CHARACTERS)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), TITLE_CHARACTERS / 2))}…`
}
