import type { BackupEdit, BackupImage, BackupNote } from '../core/backup/format.ts'
import { fullText } from '../core/text/note-text.ts'
import { toBase64 } from './base64.ts'
import type { EditRow, MediaRow, StoredNote } from './db.ts'

/** Null for what the build ships. */
export function backupNote({ own, text, ...note }: StoredNote): BackupNote | null {
  if (!own || !text) return null
  const { id, deck, rev, skills, tags, retired } = note
  return {
    id,
    deck,
    rev,
    skills: [...skills],
    tags: [...tags],
    text: fullText(text),
    ...(retired && { deleted: true }),
    createdAt: own.createdAt,
    updatedAt: own.updatedAt,
    device: own.device,
  }
}

export function backupEdit({ base, mine, ...row }: EditRow): BackupEdit {
  return {
    ...row,
    base: fullText(base),
    mine: mine && fullText(mine),
    differences: [...row.differences],
  }
}

export function backupImage({ bytes, ...row }: MediaRow): BackupImage {
  return { ...row, base64: toBase64(bytes) }
}
