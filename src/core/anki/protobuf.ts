/** A field of a message: its number, and a number or bytes. */
export interface ProtobufField {
  readonly number: number
  readonly value: number | Uint8Array
}

/** Bytes that are no message. */
export class ProtobufError extends Error {
  override readonly name = 'ProtobufError'
}

/**
 * The fields of a message in Protocol Buffers' wire format, in the order in which they come. Numbers beyond
 * 2^53 lose precision; nothing read here has them.
 *
 * @throws ProtobufError
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export function protobufFields(bytes: Uint8Array): ProtobufField[] {
  const fields: ProtobufField[] = []
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = bytes[at]
      if (byte === undefined) throw new ProtobufError('cut off')
      at += 1
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    throw new ProtobufError('number too long')
  }
  const take = (length: number): Uint8Array => {
    if (length > bytes.length - at) throw new ProtobufError('cut off')
    at += length
    return bytes.subarray(at - length, at)
  }
  while (at < bytes.length) {
    const tag = varint()
    const number = Math.floor(tag / 8)
    const kind = tag % 8
    if (kind === 0) fields.push({ number, value: varint() })
    else if (kind === 1) fields.push({ number, value: take(8) })
    else if (kind === 2) fields.push({ number, value: take(varint()) })
    else if (kind === 5) fields.push({ number, value: take(4) })
    else throw new ProtobufError(`kind ${kind}`)
  }
  return fields
}

/** The last number of that field, or 0. */
export function protobufNumber(fields: readonly ProtobufField[], number: number): number {
  const value = fields.findLast((field) => field.number === number)?.value
  return typeof value === 'number' ? value : 0
}

/** The bytes of each such field. */
export function protobufBytes(fields: readonly ProtobufField[], number: number): Uint8Array[] {
  return fields.flatMap((field) =>
    field.number === number && typeof field.value !== 'number' ? [field.value] : [],
  )
}
