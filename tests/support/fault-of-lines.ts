import { BackupReader } from '../../src/core/backup/content.ts'

/** What the reader of backups refuses in the lines of a backup that was made here; null in a sound one. */
export function faultOfLines(lines: readonly string[]): string | null {
  const reader = new BackupReader()
  lines.forEach((line) => reader.take(line))
  const { faults, unknown, isCutOff } = reader.content()
  const isSound = faults.length + unknown.size === 0 && !isCutOff
  return isSound ? null : `cannot be restored: ${JSON.stringify(faults)}`
}
