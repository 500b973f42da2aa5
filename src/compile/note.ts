import { answerText } from '../core/deck/items.ts'
import { DECAYS, POOLS, STATUSES, oneOf } from '../core/deck/grammar.ts'
import type { MetaKey } from '../core/deck/grammar.ts'
import { revOf } from '../core/deck/metadata-rules.ts'
import { listOf, skillsOf } from '../core/deck/tree.ts'
import type { DeckTree, NoteTree } from '../core/deck/tree.ts'
import type { Note } from '../core/note.ts'
import { bodyOf, whyOf } from '../core/render/body.ts'
import type { Tools } from '../core/render/body.ts'
import { titleOf } from '../core/render/title.ts'
import { DECK_IMAGE, mapImages } from '../core/text/images.ts'
import { compactText, mapTexts } from '../core/text/note-text.ts'
import { textOfTree } from '../core/text/text-of-tree.ts'
import { shortHash } from './hash.ts'

const LEVELS: Readonly<Record<string, Note['level']>> = { 1: 1, 2: 2, 3: 3 }

/**
 * A checked note as the app stores it. The deck must be without errors.
 *
 * @param imagePath the path of an image from the folder of the decks, given as the author wrote it
 */
export function compileNote(
  tree: NoteTree,
  deck: DeckTree,
  tools: Tools,
  imagePath: (path: string) => string,
): Note {
  const text = mapTexts(textOfTree(tree), (field) =>
    mapImages(field, (path) => `${DECK_IMAGE}${imagePath(path)}`),
  )
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
    text: compactText(text),
    body: bodyOf(text, tools),
    why: whyOf(text, tools),
    title: titleOf(text),
    answerHash: shortHash(answerText(tree)),
  }
  return { ...note, hash: shortHash(JSON.stringify(note)) }
}
