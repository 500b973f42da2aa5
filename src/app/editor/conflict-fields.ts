import { FIELDS_OF, usedText } from '../../core/text/used-text.ts'
import type { FieldConflict } from '../components/note-conflict.tsx'
import { readable } from '../notes/readable.ts'
import { EDIT, EDITOR, pathName } from '../words/editor.ts'
import type { Draft } from './draft.ts'

/** The fields in which two texts of a note differ, as they are read. */
export function conflictFields(mine: Draft, theirs: Draft): FieldConflict[] {
  const texts = [usedText(mine.text), usedText(theirs.text)] as const
  const { type } = texts[0]
  const paths = type === texts[1].type ? FIELDS_OF[type] : ([''] as const)
  const written = paths.flatMap((path) => {
    const [one, other] = texts.map((text) => asText(path === '' ? text : text[path]))
    if (one === undefined || other === undefined || one === other) return []
    return [
      { name: pathName(path, type), mine: readable(one, path), theirs: readable(other, path) },
    ]
  })
  const about = (['deck', 'tags', 'skill'] as const).flatMap((field) => {
    const [one, other] = [mine[field].trim(), theirs[field].trim()]
    const name = EDITOR[field]
    return one === other ? [] : [{ name, mine: one || EDIT.nothing, theirs: other || EDIT.nothing }]
  })
  return [...written, ...about]
}

/** As the merge writes what a field says. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
