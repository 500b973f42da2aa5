import type { AnkiDeck, AnkiModel, AnkiTemplate } from '../../core/anki/collection.ts'
import { protobufBytes, protobufFields, protobufNumber } from '../../core/anki/protobuf.ts'
import { isOcclusionName, OCCLUSION_KIND } from './anki-older.ts'
import type { Types } from './anki-older.ts'
import { ImportError } from './import-error.ts'
import { bytesOf, rowsOf, textOf, wholeOf } from './sqlite.ts'
import type { Database } from './sqlite.ts'

/**
 * From the tables of schemas 15 to 18. What is in their messages is numbered as in Anki's `notetypes.proto`
 * and `decks.proto`.
 */
const NOTE_TYPE = { kind: 1, originalStockKind: 9 } as const
const TEMPLATE = { front: 1, back: 2 } as const
const DECK_KIND = { filtered: 2 } as const

/** Levels of a deck's name are separated by this in the newer tables. */
const LEVEL = '\u001F'

export function newerTypes(database: Database, tables: ReadonlySet<string>): Types {
  for (const name of ['fields', 'templates', 'decks', 'config']) {
    if (!tables.has(name)) throw new ImportError('damaged', `no table ${name}`)
  }
  return {
    models: modelsIn(database),
    decks: decksIn(database),
    schedulerVersion: schedulerVersionIn(database),
  }
}

function modelsIn(database: Database): Map<string, AnkiModel> {
  const fields = byOwner<string>(database, 'SELECT ntid, ord, name FROM fields', ([, , name]) =>
    textOf(name),
  )
  const templates = byOwner<AnkiTemplate>(
    database,
    'SELECT ntid, ord, name, config FROM templates',
    ([, , name, config]) => {
      const parts = protobufFields(bytesOf(config))
      const text = (number: number) =>
        new TextDecoder().decode(protobufBytes(parts, number).at(-1) ?? new Uint8Array())
      return { name: textOf(name), front: text(TEMPLATE.front), back: text(TEMPLATE.back) }
    },
  )
  const models = new Map<string, AnkiModel>()
  for (const [id, name, config] of rowsOf(database, 'SELECT id, name, config FROM notetypes')) {
    const key = textOf(id)
    const parts = protobufFields(bytesOf(config))
    const stock = protobufNumber(parts, NOTE_TYPE.originalStockKind)
    models.set(key, {
      id: key,
      name: textOf(name),
      isCloze: protobufNumber(parts, NOTE_TYPE.kind) === 1,
      isOcclusion: stock === OCCLUSION_KIND || isOcclusionName(textOf(name)),
      fields: fields.get(key) ?? [],
      templates: templates.get(key) ?? [],
    })
  }
  return models
}

function byOwner<T>(
  database: Database,
  query: string,
  read: (row: Parameters<typeof textOf>[0][]) => T,
): ReadonlyMap<string, T[]> {
  const rows = [...rowsOf(database, query)].toSorted((a, b) => wholeOf(a[1]) - wholeOf(b[1]))
  return new Map(
    [...Map.groupBy(rows, ([owner]) => textOf(owner))].map(([owner, own]) => [
      owner,
      own.map(read),
    ]),
  )
}

function decksIn(database: Database): Map<string, AnkiDeck> {
  const decks = new Map<string, AnkiDeck>()
  for (const [id, name, kind] of rowsOf(database, 'SELECT id, name, kind FROM decks')) {
    const parts = protobufFields(bytesOf(kind))
    const isFiltered = protobufBytes(parts, DECK_KIND.filtered).length > 0
    const key = textOf(id)
    decks.set(key, { id: key, name: textOf(name).replaceAll(LEVEL, '::'), isFiltered })
  }
  return decks
}

function schedulerVersionIn(database: Database): number {
  for (const [key, value] of rowsOf(database, 'SELECT KEY, val FROM config')) {
    if (textOf(key) === 'schedVer') return Number(new TextDecoder().decode(bytesOf(value))) || 2
  }
  return 2
}
