import { Inflate } from 'fflate'
import { ImportError } from './import-error.ts'

/** A file in an archive, by its name as it is written there. Names are looked up and never used as paths. */
export interface ZipEntry {
  readonly name: string
  readonly packedSize: number
  readonly size: number
  readonly isPacked: boolean
  readonly headerAt: number
}

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_SIZE = 22
const LOCAL_SIZE = 30
const CENTRAL_SIZE = 46
const MOST_COMMENT = 65_535
const STORED = 0
const DEFLATED = 8
const NOT_HERE = 0xffff_ffff

/** Files that an archive may list, and bytes that its list may have. */
const MOST_ENTRIES = 200_000
const MOST_LIST = 50_000_000
/** Bytes unpacked at a time. */
const PIECE = 1_000_000

/**
 * The files of a ZIP archive. Only the list is read: files are read one by one from the Blob, so that an
 * archive with gigabytes of media needs no memory for them.
 *
 * @throws ImportError for what is no archive, or a damaged one
 */
export async function zipEntries(file: Blob): Promise<ReadonlyMap<string, ZipEntry>> {
  const { count, size, at } = await endOf(file)
  if (count > MOST_ENTRIES || size > MOST_LIST) throw new ImportError('too large', 'list')
  const list = await viewOf(file, at, size)
  const entries = new Map<string, ZipEntry>()
  let offset = 0
  for (let index = 0; index < count; index++) {
    if (offset + CENTRAL_SIZE > list.byteLength || list.getUint32(offset, true) !== CENTRAL) {
      throw new ImportError('damaged', 'list of files')
    }
    const { entry, next } = entryAt(list, offset)
    // Two files of one name are a trick: which one is meant would depend on the reader.
    if (entries.has(entry.name)) throw new ImportError('damaged', 'a name twice')
    entries.set(entry.name, entry)
    offset = next
  }
  return entries
}

/**
 * The content of a file.
 *
 * @param most bytes that it may have; what says otherwise than it is, is refused as well
 * @throws ImportError
 */
export async function readEntry(file: Blob, entry: ZipEntry, most: number): Promise<Uint8Array> {
  if (entry.size > most) throw new ImportError('too large', entry.name)
  const header = await viewOf(file, entry.headerAt, LOCAL_SIZE)
  if (header.getUint32(0, true) !== LOCAL) throw new ImportError('damaged', 'header')
  const from = entry.headerAt + LOCAL_SIZE + header.getUint16(26, true) + header.getUint16(28, true)
  const packed = new Uint8Array(await bytesOf(file, from, entry.packedSize))
  const bytes = entry.isPacked ? unpacked(packed, entry) : packed
  if (bytes.length !== entry.size) throw new ImportError('damaged', 'size')
  return bytes
}

/** Inflates no more than the list promised, whatever comes out. */
function unpacked(packed: Uint8Array, { size }: ZipEntry): Uint8Array {
  const out = new Uint8Array(size)
  let length = 0
  const inflate = new Inflate((piece) => {
    if (length + piece.length > size) throw new ImportError('damaged', 'longer than promised')
    out.set(piece, length)
    length += piece.length
  })
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
    }
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError('damaged', 'compression')
  }
  return out.subarray(0, length)
}

function entryAt(list: DataView, at: number): { entry: ZipEntry; next: number } {
  const flags = list.getUint16(at + 8, true)
  const method = list.getUint16(at + 10, true)
  const [nameSize, extraSize, commentSize] = [28, 30, 32].map((from) =>
    list.getUint16(at + from, true),
  )
  const nameAt = at + CENTRAL_SIZE
  const extraAt = nameAt + (nameSize ?? 0)
  const next = extraAt + (extraSize ?? 0) + (commentSize ?? 0)
  if (next > list.byteLength) throw new ImportError('damaged', 'list of files')
  if (flags % 2 === 1) throw new ImportError('encrypted')
  if (method !== STORED && method !== DEFLATED) throw new ImportError('damaged', 'method')
  const name = new TextDecoder().decode(
    new Uint8Array(list.buffer, list.byteOffset + nameAt, nameSize),
  )
  const long = longSizes(list, extraAt, extraSize ?? 0)
  const [size, packedSize, headerAt] = [24, 20, 42].map((from) => {
    const value = list.getUint32(at + from, true)
    return value === NOT_HERE ? (long.shift() ?? value) : value
  })
  const isPacked = method === DEFLATED
  return {
    entry: {
      name,
      size: size ?? 0,
      packedSize: packedSize ?? 0,
      headerAt: headerAt ?? 0,
      isPacked,
    },
    next,
  }
}

/** The numbers of an entry that did not fit into 32 bits. */
function longSizes(list: DataView, from: number, size: number): number[] {
  for (let at = from; at + 4 <= from + size;) {
    const [id, length] = [list.getUint16(at, true), list.getUint16(at + 2, true)]
    if (id === 1) {
      const count = Math.floor(Math.min(length, from + size - at - 4) / 8)
      return Array.from({ length: count }, (_, index) =>
        Number(list.getBigUint64(at + 4 + index * 8, true)),
      )
    }
    at += 4 + length
  }
  return []
}

interface End {
  readonly count: number
  readonly size: number
  readonly at: number
}

async function endOf(file: Blob): Promise<End> {
  const tailSize = Math.min(file.size, END_SIZE + MOST_COMMENT)
  if (tailSize < END_SIZE) throw new ImportError('damaged', 'too short')
  const tail = await viewOf(file, file.size - tailSize, tailSize)
  for (let at = tailSize - END_SIZE; at >= 0; at--) {
    if (tail.getUint32(at, true) === END) {
      const end = {
        count: tail.getUint16(at + 10, true),
        size: tail.getUint32(at + 12, true),
        at: tail.getUint32(at + 16, true),
      }
      const isLong = end.count === 0xffff || end.size === NOT_HERE || end.at === NOT_HERE
      return isLong ? longEndOf(file, file.size - tailSize + at, end) : end
    }
  }
  throw new ImportError('damaged', 'no end')
}

async function longEndOf(file: Blob, endAt: number, short: End): Promise<End> {
  if (endAt < 20) return short
  const locator = await viewOf(file, endAt - 20, 20)
  if (locator.getUint32(0, true) !== LOCATOR_64) return short
  const end = await viewOf(file, Number(locator.getBigUint64(8, true)), 56)
  if (end.getUint32(0, true) !== END_64) throw new ImportError('damaged', 'end')
  const [count, size, at] = [32, 40, 48].map((from) => Number(end.getBigUint64(from, true)))
  return { count: count ?? 0, size: size ?? 0, at: at ?? 0 }
}

async function viewOf(file: Blob, from: number, size: number): Promise<DataView> {
  return new DataView(await bytesOf(file, from, size))
}

async function bytesOf(file: Blob, from: number, size: number): Promise<ArrayBuffer> {
  if (from < 0 || size < 0 || from + size > file.size) throw new ImportError('damaged', 'cut off')
  return file.slice(from, from + size).arrayBuffer()
}
