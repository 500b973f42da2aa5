import * as v from 'valibot'
import { InstantSchema } from './time-schemas.ts'

/** A tag: no spaces, quotes, commas or parentheses, so that it can be typed in a search as it is. */
export const TagSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(60),
  v.regex(/^[^\s"(),]+$/),
)

/** The learner's own tags on a note of any origin, beside those of its author. Last write wins. */
export const NoteTagsSchema = v.strictObject({
  noteId: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  tags: v.pipe(v.array(TagSchema), v.maxLength(50)),
  updatedAt: InstantSchema,
  device: v.pipe(v.string(), v.minLength(1)),
})
export type NoteTags = v.InferOutput<typeof NoteTagsSchema>
