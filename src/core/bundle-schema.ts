import * as v from 'valibot'
import { BlueprintSchema } from './blueprint.ts'
import type { ExamBundle } from './catalog.ts'

const text = v.pipe(v.string(), v.minLength(1))
const id = v.pipe(text, v.maxLength(80))
const ids = v.array(id)
const keyed = v.pipe(
  v.array(v.looseObject({ key: v.pipe(text, v.maxLength(39)) })),
  v.minLength(1),
  v.check((list) => areDistinct(list.map(({ key }) => key)), 'Two cards have the same key'),
)

/** Where the body lists its cards, their keys. The texts inside are the compiler's and are not checked. */
const BodySchema = v.variant('type', [
  v.looseObject({ type: v.literal('cloze'), holes: keyed }),
  v.looseObject({ type: v.literal('which'), rows: keyed }),
  v.looseObject({ type: v.literal('scenario'), questions: keyed }),
  v.looseObject({
    type: v.picklist(['basic', 'reversed', 'single', 'multi', 'number', 'command', 'order']),
  }),
])

/** Every field that the catalog is made of, and those that are shown in lists. */
const NoteSchema = v.looseObject({
  id,
  deck: id,
  rev: v.pipe(v.number(), v.integer(), v.minValue(1)),
  skills: v.pipe(ids, v.minLength(1)),
  level: v.picklist([1, 2, 3]),
  sources: v.array(v.looseObject({ url: text })),
  verified: v.string(),
  status: v.nullable(v.picklist(['draft', 'recheck'])),
  pool: v.picklist(['review', 'exam']),
  tags: v.array(v.string()),
  confuse: ids,
  needs: ids,
  body: BodySchema,
  title: v.string(),
  hash: text,
})

const BundleSchema = v.object({
  format: v.literal(1),
  exam: v.pipe(v.string(), v.regex(/^[A-Z]{2}-\d{3}$/)),
  version: text,
  blueprint: BlueprintSchema,
  decks: v.array(v.object({ id, title: v.string() })),
  notes: v.pipe(
    v.array(NoteSchema),
    v.check((notes) => areDistinct(notes.map((note) => note.id)), 'Two notes have the same id'),
  ),
})

function areDistinct(list: readonly string[]): boolean {
  return new Set(list).size === list.length
}

/** The cards of an exam cannot be installed. Shown to the learner, so it says what to do. */
export class BundleError extends Error {
  override readonly name = 'BundleError'
}

/**
 * What the build ships for an exam, checked in all that scheduling and progress rely on.
 *
 * @throws BundleError naming the first thing that is wrong, e.g. `notes.17.rev`
 */
export function parseBundle(input: unknown): ExamBundle {
  checkBundle(input)
  return input
}

/** The bodies are checked for their type and keys only; the compiler answers for the rest. */
function checkBundle(input: unknown): asserts input is ExamBundle {
  if (isNewer(input)) {
    throw new BundleError('These cards are made for a newer version of Cirrus. Reload the page.')
  }
  const { success, issues } = v.safeParse(BundleSchema, input, { abortEarly: true })
  if (!success) throw new BundleError(damaged(issues[0]))
}

function isNewer(input: unknown): boolean {
  const { success, output } = v.safeParse(v.object({ format: v.number() }), input)
  return success && output.format > 1
}

function damaged(issue: v.BaseIssue<unknown>): string {
  const at = v.getDotPath(issue)
  const problem = at ? `${at}: ${issue.message}` : issue.message
  return `The file with the cards is damaged (${problem}). Reload the page to fetch it again.`
}
