import { fileOfImage } from '../../core/import/content.ts'
import type { ImportedNote, LeftKind } from '../../core/import/content.ts'
import { LeftList } from '../../core/import/content.ts'
import type { Left } from '../../core/import/content.ts'
import { mapTexts } from '../../core/text/note-text.ts'
import { OWN_IMAGE } from '../../core/text/images.ts'
import type { Instant } from '../../core/time.ts'
import type { MediaRow } from '../../db/db.ts'
import { typeOf } from '../backup/images.ts'
import { ImageRefused } from '../editor/image-file.ts'
import { ImportError } from './import-error.ts'
import type { ReadFile } from './read-file.ts'

/** Bytes of images that one import may bring. */
const MOST_BYTES = 500_000_000

/** Draws an image anew, so that nothing but its pixels is kept. Tests have no canvas and give their own. */
export type DrawImage = (file: Blob, createdAt: Instant) => Promise<MediaRow>

/** Notes whose images are kept under their ids, and those images. */
export interface WithImages {
  readonly notes: readonly ImportedNote[]
  readonly images: readonly MediaRow[]
  readonly left: readonly Left[]
}

const IMAGE = /!\[([^\]]*)\]\((file:[^)\s]+)\)/g

/** Names of the files that notes show as images, each once. */
export function imageNames(notes: readonly ImportedNote[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { text } of notes) {
    mapTexts(text, (each) => {
      for (const [, , address = ''] of each.matchAll(IMAGE)) {
        const name = fileOfImage(address)
        if (name !== null) names.add(name)
      }
      return each
    })
  }
  return names
}

/** Whether a file can be an image of ours, as far as its name says. */
export function isImageName(name: string): boolean {
  return /\.(png|jpe?g|webp)$/i.test(name)
}

/** Reads and draws the images of notes. One that cannot be kept leaves its words behind, and is told. */
export async function drawnImages(
  { content, media }: ReadFile,
  draw: DrawImage,
  createdAt: Instant,
  onShare: (share: number) => void,
): Promise<WithImages> {
  const names = [...imageNames(content.notes)]
  const left = new LeftList()
  const rows = new Map<string, MediaRow>()
  let bytes = 0
  for (const [index, name] of names.entries()) {
    const row = await drawnImage(await media(name.normalize()), draw, createdAt)
    if (typeof row === 'string') left.add(row, name)
    else {
      bytes += row.bytes.byteLength
      if (bytes > MOST_BYTES) throw new ImportError('too large', 'images')
      rows.set(name, row)
    }
    onShare((index + 1) / names.length)
  }
  const notes = content.notes.map((note) => ({
    ...note,
    text: mapTexts(note.text, (text) => withIds(text, rows)),
  }))
  return { notes, images: [...rows.values()], left: left.all() }
}

async function drawnImage(
  bytes: Uint8Array | null,
  draw: DrawImage,
  createdAt: Instant,
): Promise<MediaRow | LeftKind> {
  if (!bytes) return 'image missing'
  // What a file is, its first bytes say; its name may lie.
  const type = typeOf(bytes)
  if (!type) return 'image type'
  try {
    return await draw(new Blob([bytes.slice()], { type }), createdAt)
  } catch (error) {
    if (error instanceof ImageRefused) return 'image unreadable'
    throw error
  }
}

function withIds(text: string, rows: ReadonlyMap<string, MediaRow>): string {
  if (!text.includes('](file:')) return text
  return text.replaceAll(IMAGE, (_, words: string, address: string) => {
    const row = rows.get(fileOfImage(address) ?? '')
    return row ? `![${words}](${OWN_IMAGE}${row.id})` : `(${words})`
  })
}
