import * as v from 'valibot'
import type { AnkiCollection, AnkiDeck, AnkiModel } from '../../core/anki/collection.ts'
import { ImportError } from './import-error.ts'
import { rowsOf, textOf } from './sqlite.ts'
import type { Database } from './sqlite.ts'

/** Note types, decks and what else the collection says of itself. */
export type Types = Pick<AnkiCollection, 'models' | 'decks' | 'schedulerVersion'>

const text = v.optional(v.string(), '')
const ModelSchema = v.object({
  name: text,
  type: v.optional(v.number(), 0),
  /** Number of the built-in note type that it was made from. */
  originalStockKind: v.optional(v.nullable(v.number())),
  flds: v.array(v.object({ name: text, ord: v.optional(v.nullable(v.number())) })),
  tmpls: v.array(
    v.object({ name: text, qfmt: text, afmt: text, ord: v.optional(v.nullable(v.number())) }),
  ),
})
const DeckSchema = v.object({ name: text, dyn: v.optional(v.union([v.number(), v.boolean()]), 0) })
const ConfSchema = v.object({ schedVer: v.optional(v.number(), 1) })

/** Number of the note type for image occlusion among the built-in ones. */
export const OCCLUSION_KIND = 6

/** From the one row of schema 11, which holds them as JSON. */
export function olderTypes(database: Database): Types {
  const [row] = [...rowsOf(database, 'SELECT models, decks, conf FROM col LIMIT 1')]
  const [models, decks, conf] = (row ?? []).map((each) => jsonOf(textOf(each)))
  const { schedVer } = read(ConfSchema, conf ?? {})
  return {
    models: new Map(recordOf(models).map(([id, value]) => [id, modelOf(id, value)])),
    decks: new Map(recordOf(decks).map(([id, value]) => [id, deckOf(id, value)])),
    schedulerVersion: schedVer,
  }
}

function modelOf(id: string, value: unknown): AnkiModel {
  const { name, type, originalStockKind, flds, tmpls } = read(ModelSchema, value)
  return {
    id,
    name,
    isCloze: type === 1,
    isOcclusion: originalStockKind === OCCLUSION_KIND || isOcclusionName(name),
    fields: inOrder(flds).map((field) => field.name),
    templates: inOrder(tmpls).map((template) => ({
      name: template.name,
      front: template.qfmt,
      back: template.afmt,
    })),
  }
}

/** The add-on that made image occlusion before Anki had it. */
export function isOcclusionName(name: string): boolean {
  return /^image occlusion/i.test(name)
}

function deckOf(id: string, value: unknown): AnkiDeck {
  const { name, dyn } = read(DeckSchema, value)
  return { id, name, isFiltered: Boolean(dyn) }
}

function inOrder<T extends { readonly ord?: number | null | undefined }>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => (a.ord ?? 0) - (b.ord ?? 0))
}

function recordOf(value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) throw new ImportError('damaged', 'types')
  return Object.entries(value)
}

function read<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value)
  if (!parsed.success) throw new ImportError('damaged', parsed.issues[0].message)
  return parsed.output
}

function jsonOf(json: string): unknown {
  try {
    return JSON.parse(json === '' ? '{}' : json) as unknown
  } catch {
    throw new ImportError('damaged', 'json')
  }
}
