import * as v from 'valibot'
import { TagSchema } from '../../core/note-tags.ts'
import { OwnDeckSchema } from '../../core/own-decks.ts'
import { checkText } from '../../core/text/check-text.ts'
import type { TextProblem } from '../../core/text/check-text.ts'
import { usedText } from '../../core/text/used-text.ts'
import type { FieldSaid } from '../components/note-fields-context.ts'
import { FORM_PROBLEMS, problemWords } from '../words/editor.ts'
import { tagsIn } from './draft.ts'
import type { Draft } from './draft.ts'

/**
 * What is to be said beside the fields of a draft, by path.
 *
 * @param isShipped a shipped note has no deck and tags of the learner's
 */
export function saidOf(draft: Draft, isShipped: boolean): ReadonlyMap<string, FieldSaid> {
  const said = new Map<string, { errors: string[]; advice: string[] }>()
  const add = (path: string, kind: 'errors' | 'advice', words: string) => {
    const entry = said.get(path) ?? { errors: [], advice: [] }
    if (!entry[kind].includes(words)) entry[kind].push(words)
    said.set(path, entry)
  }
  const { errors, advice } = checked(draft)
  errors.forEach(({ path, code }) => add(path, 'errors', problemWords(code)))
  advice.forEach(({ path, code }) => add(path, 'advice', problemWords(code)))
  if (isShipped) return said
  if (!v.is(OwnDeckSchema.entries.title, draft.deck)) add('deck', 'errors', FORM_PROBLEMS.deck)
  if (!tagsIn(draft.tags).every((tag) => v.is(TagSchema, tag))) {
    add('tags', 'errors', FORM_PROBLEMS.tags)
  }
  return said
}

function checked({ text }: Draft): {
  readonly errors: readonly TextProblem[]
  readonly advice: readonly TextProblem[]
} {
  return checkText(usedText(text))
}

/** Only the advice: while a note is being written, what is missing is not yet a mistake. */
export function adviceOnly(said: ReadonlyMap<string, FieldSaid>): ReadonlyMap<string, FieldSaid> {
  return new Map([...said].map(([path, { advice }]) => [path, { errors: [], advice }]))
}

/** How many things stand in the way of saving. */
export function errorCount(said: ReadonlyMap<string, FieldSaid>): number {
  return [...said.values()].reduce((sum, { errors }) => sum + errors.length, 0)
}
