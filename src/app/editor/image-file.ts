import type { MediaRow } from '../../db/db.ts'
import { MOST_IMAGE_BYTES } from '../../db/media.ts'
import type { Instant } from '../../core/time.ts'

/** Bytes that a file may have before it is made smaller. */
export const MOST_FILE_BYTES = 20_000_000
/** Pixels of the longer side that are kept. */
export const LONGEST_SIDE = 1600
/** Pixels that are decoded at all: more would fill a phone's memory. */
const MOST_PIXELS = 50_000_000

const TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif', 'image/bmp']

/** Why a file was not taken as an image. */
export type ImageProblem = 'type' | 'large' | 'unreadable'

export class ImageRefused extends Error {
  override readonly name = 'ImageRefused'
  readonly problem: ImageProblem

  constructor(problem: ImageProblem) {
    super(problem)
    this.problem = problem
  }
}

/**
 * An image as it is kept: drawn anew, so that nothing but its pixels is stored, and made smaller until it
 * is within the limits. Drawings (SVG) are refused, as they can hold more than a picture.
 *
 * @throws ImageRefused
 */
export async function imageOfFile(file: Blob, createdAt: Instant): Promise<MediaRow> {
  if (!TYPES.includes(file.type)) throw new ImageRefused('type')
  if (file.size > MOST_FILE_BYTES) throw new ImageRefused('large')
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap || bitmap.width === 0) throw new ImageRefused('unreadable')
  try {
    if (bitmap.width * bitmap.height > MOST_PIXELS) throw new ImageRefused('large')
    return await encoded(bitmap, createdAt)
  } finally {
    bitmap.close()
  }
}

async function encoded(bitmap: ImageBitmap, createdAt: Instant): Promise<MediaRow> {
  let scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  for (let attempt = 0; attempt < 6; attempt++) {
    const width = Math.max(1, Math.round(bitmap.width * scale))
    const height = Math.max(1, Math.round(bitmap.height * scale))
    const blob = await drawn(bitmap, width, height)
    if (blob.size <= MOST_IMAGE_BYTES) {
      const bytes = await blob.arrayBuffer()
      return { id: await sha256(bytes), type: typeOf(blob), width, height, bytes, createdAt }
    }
    scale *= 0.75
  }
  throw new ImageRefused('large')
}

/** WebP where the browser can write it, else PNG. Works on the page and in a worker. */
async function drawn(bitmap: ImageBitmap, width: number, height: number): Promise<Blob> {
  const isWorker = typeof document === 'undefined'
  const canvas = isWorker ? new OffscreenCanvas(width, height) : document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = contextOf(canvas)
  if (!context) throw new ImageRefused('unreadable')
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  if (!('toBlob' in canvas)) return canvas.convertToBlob(FORMAT)
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, FORMAT.type, FORMAT.quality),
  )
  if (!blob) throw new ImageRefused('unreadable')
  return blob
}

const FORMAT = { type: 'image/webp', quality: 0.9 } as const

function contextOf(
  canvas: HTMLCanvasElement | OffscreenCanvas,
): CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null {
  return 'toBlob' in canvas ? canvas.getContext('2d') : canvas.getContext('2d')
}

function typeOf({ type }: Blob): MediaRow['type'] {
  return type === 'image/webp' || type === 'image/jpeg' ? type : 'image/png'
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
