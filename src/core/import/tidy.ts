import { TagSchema } from '../note-tags.ts'
import * as v from 'valibot'
import type { LeftList } from './content.ts'

const MOST_TITLE = 80
const MOST_TAGS = 50

/** The title of a deck as we can have it. One that is too long loses its beginning, as the end tells more. */
export function deckTitle(name: string, left: LeftList): string {
  const title = name.replaceAll(/\s+/g, ' ').trim()
  if (title === '') return 'Imported'
  if (title.length <= MOST_TITLE) return title
  left.add('deck title', title)
  return `…${title.slice(1 - MOST_TITLE)}`.trim()
}

/** Tags as we can have them: what a tag cannot hold becomes "_". */
export function soundTags(tags: readonly string[], left: LeftList): string[] {
  const sound = tags.map((tag) => {
    const plain = tag
      .trim()
      .replaceAll(/[\s"(),]+/g, '_')
      .slice(0, 60)
    if (plain !== tag.trim()) left.add('tag', tag)
    return plain
  })
  const known = [...new Set(sound)].filter((tag) => v.is(TagSchema, tag))
  if (known.length > MOST_TAGS) left.add('tag', known[MOST_TAGS], known.length - MOST_TAGS)
  return known.slice(0, MOST_TAGS)
}
