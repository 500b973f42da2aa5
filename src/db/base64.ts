/** Characters made at a time: more would overflow the arguments of a call. */
const PIECE = 0x80_00

export function toBase64(bytes: ArrayBuffer): string {
  const all = new Uint8Array(bytes)
  let binary = ''
  for (let from = 0; from < all.length; from += PIECE) {
    binary += String.fromCharCode(...all.subarray(from, from + PIECE))
  }
  return btoa(binary)
}

/** @throws DOMException for what is no Base64 */
export function fromBase64(text: string): ArrayBuffer {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index)
  return bytes.buffer
}
