import type { BackupImage } from '../../core/backup/format.ts'
import { fromBase64 } from '../../db/base64.ts'
import type { MediaRow } from '../../db/db.ts'
import { MOST_IMAGE_BYTES } from '../../db/media.ts'

/** The images of a backup that are what they say they are; others are left out. */
export async function soundImages(rows: readonly BackupImage[]): Promise<MediaRow[]> {
  const found: MediaRow[] = []
  for (const { base64, ...row } of rows) {
    const bytes = fromBase64(base64)
    const isSound =
      bytes.byteLength <= MOST_IMAGE_BYTES &&
      typeOf(new Uint8Array(bytes)) === row.type &&
      (await sha256(bytes)) === row.id
    if (isSound) found.push({ ...row, bytes })
  }
  return found
}

/** By the first bytes; null for what is none of the three kinds of image that are kept. */
export function typeOf(bytes: Uint8Array): MediaRow['type'] | null {
  const text = String.fromCharCode(...bytes.subarray(0, 12))
  if (text.startsWith('\u0089PNG\r\n\u001a\n')) return 'image/png'
  if (text.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg'
  return text.startsWith('RIFF') && text.endsWith('WEBP') ? 'image/webp' : null
}

/** The id of an image: the same picture is kept once. */
export async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
