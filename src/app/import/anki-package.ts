import * as v from 'valibot'
import type { AnkiCollection } from '../../core/anki/collection.ts'
import { protobufBytes, protobufFields } from '../../core/anki/protobuf.ts'
import { readCollection } from './anki-rows.ts'
import { ImportError } from './import-error.ts'
import { withDatabase } from './sqlite.ts'
import { readEntry, zipEntries } from './zip.ts'
import type { ZipEntry } from './zip.ts'
import { isZstd, unzstd } from './zstd.ts'

/** Bytes that a collection may have, that the list of media may have, and one file of them. */
const MOST_COLLECTION = 400_000_000
const MOST_LIST = 50_000_000
export const MOST_MEDIA = 20_000_000

/** The newest first: newer packages bring an old collection along that only says "please update". */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'] as const

/** A package of Anki: its collection, and its media by the names that cards use. */
export interface AnkiPackage {
  readonly collection: AnkiCollection
  readonly mediaNames: ReadonlySet<string>
  /** The content of a file of the media; null where the package lacks it. */
  readonly media: (name: string) => Promise<Uint8Array | null>
}

/**
 * Reads a package of either generation. Names of files in it are looked up, never used as paths.
 *
 * @throws ImportError
 */
export async function readPackage(file: Blob): Promise<AnkiPackage> {
  const entries = await zipEntries(file)
  const name = COLLECTIONS.find((each) => entries.has(each))
  const entry = name && entries.get(name)
  if (!name || !entry) throw new ImportError('unknown', 'no collection')
  const isNewer = name === 'collection.anki21b'
  const packed = await readEntry(file, entry, MOST_COLLECTION)
  const bytes = isNewer ? unzstd(packed, MOST_COLLECTION) : packed
  const collection = await withDatabase(bytes, readCollection)
  const media = await mediaList(file, entries.get('media'))
  return {
    collection,
    mediaNames: new Set(media.keys()),
    media: async (wanted) => {
      const stored = entries.get(media.get(wanted) ?? '')
      if (!stored) return null
      const content = await readEntry(file, stored, MOST_MEDIA)
      return isZstd(content) ? unzstd(content, MOST_MEDIA) : content
    },
  }
}

const ListSchema = v.record(v.string(), v.string())

/** From names that cards use to names in the archive, which are numbers. */
async function mediaList(
  file: Blob,
  entry: ZipEntry | undefined,
): Promise<ReadonlyMap<string, string>> {
  if (!entry || entry.size === 0) return new Map()
  const content = await readEntry(file, entry, MOST_LIST)
  if (isZstd(content)) return newerList(unzstd(content, MOST_LIST))
  try {
    const list = v.parse(ListSchema, JSON.parse(new TextDecoder().decode(content)))
    return new Map(Object.entries(list).map(([number, name]) => [name.normalize(), number]))
  } catch {
    throw new ImportError('damaged', 'list of media')
  }
}

/** `MediaEntries` of Anki's `import_export.proto`: the place in the list is the name in the archive. */
function newerList(bytes: Uint8Array): ReadonlyMap<string, string> {
  try {
    const names = protobufBytes(protobufFields(bytes), 1).map((entry) => {
      const [name] = protobufBytes(protobufFields(entry), 1)
      return new TextDecoder().decode(name ?? new Uint8Array()).normalize()
    })
    return new Map(names.map((name, index) => [name, `${index}`]))
  } catch {
    throw new ImportError('damaged', 'list of media')
  }
}
