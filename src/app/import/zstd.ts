import { Decompress } from 'fzstd'
import { ImportError } from './import-error.ts'

const MAGIC = 0xfd2fb528
/** Bytes that a frame may look back over. Anki's look back over 8 MB at most. */
const MOST_WINDOW = 128_000_000
const PIECE = 500_000

export function isZstd(bytes: Uint8Array): boolean {
  return bytes.length > 4 && viewOf(bytes).getUint32(0, true) === MAGIC
}

/**
 * What was compressed with Zstandard, up to `most` bytes: a small file that would fill the memory is
 * stopped on the way.
 *
 * @throws ImportError
 */
export function unzstd(bytes: Uint8Array, most: number): Uint8Array {
  if (!isZstd(bytes)) throw new ImportError('damaged', 'no zstd')
  const { window, size } = frameOf(bytes)
  if (window > MOST_WINDOW && window > most) throw new ImportError('too large', 'window')
  if (size !== null && size > most) throw new ImportError('too large', 'zstd')
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    const stream = new Decompress((piece) => {
      length += piece.length
      if (length > most) throw new ImportError('too large', 'zstd')
      pieces.push(piece.slice())
    })
    for (let at = 0; at < bytes.length; at += PIECE) {
      stream.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
    }
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError('damaged', 'zstd')
  }
  if (size !== null && length < size) throw new ImportError('damaged', 'zstd cut off')
  return joined(pieces, length)
}

/** What the first frame says of itself. @see https://www.rfc-editor.org/rfc/rfc8878#section-3.1.1 */
function frameOf(bytes: Uint8Array): { window: number; size: number | null } {
  const view = viewOf(bytes)
  try {
    const descriptor = view.getUint8(4)
    const isSingle = (descriptor & 0x20) !== 0
    const windowByte = isSingle ? 0 : view.getUint8(5)
    const at = 5 + (isSingle ? 0 : 1) + [0, 1, 2, 4][descriptor & 3]!
    const size = contentSize(view, at, descriptor >> 6, isSingle)
    const base = 2 ** (10 + (windowByte >> 3))
    return { window: isSingle ? (size ?? 0) : base + (base / 8) * (windowByte & 7), size }
  } catch {
    throw new ImportError('damaged', 'zstd header')
  }
}

function contentSize(view: DataView, at: number, flag: number, isSingle: boolean): number | null {
  if (flag === 0) return isSingle ? view.getUint8(at) : null
  if (flag === 1) return view.getUint16(at, true) + 256
  return flag === 2 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true))
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    out.set(piece, at)
    at += piece.length
  }
  return out
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
