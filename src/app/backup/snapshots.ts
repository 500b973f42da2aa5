import { dispensable } from '../../core/backup/thin.ts'
import type { Instant } from '../../core/time.ts'

/** A backup in the browser's own storage, beside the database: it survives a damaged database, not a cleared site. */
export interface Snapshot {
  readonly name: string
  /** When it was made. */
  readonly at: Instant
  readonly bytes: number
}

const FOLDER = 'snapshots'
const NAME = /^(\d{10,16})\.jsonl\.gz$/

/** Whether this browser has a file system of its own for the site. */
export function canSnapshot(): boolean {
  return typeof navigator !== 'undefined' && 'storage' in navigator && hasDirectory()
}

function hasDirectory(): boolean {
  return typeof navigator.storage.getDirectory === 'function'
}

/** The snapshots there are, newest first; none where the browser cannot keep any. */
export async function snapshots(): Promise<Snapshot[]> {
  const folder = await folderOf(false)
  if (!folder) return []
  const found: Snapshot[] = []
  for await (const handle of folder.values()) {
    const at = NAME.exec(handle.name)?.[1]
    if (at === undefined || handle.kind !== 'file') continue
    const { size } = await folder.getFileHandle(handle.name).then((file) => file.getFile())
    // One of no size was being written when the browser ended.
    if (size > 0) found.push({ name: handle.name, at: Number(at), bytes: size })
  }
  return found.toSorted((a, b) => b.at - a.at)
}

/** @throws DOMException where it is gone */
export async function snapshotFile(name: string): Promise<File> {
  const folder = await folderOf(false)
  if (!folder || !NAME.test(name))
    throw new DOMException('There is no such snapshot', 'NotFoundError')
  return (await folder.getFileHandle(name)).getFile()
}

/**
 * Keeps a backup as a snapshot and lets go of those that are no longer needed. Only in a worker: WebKit
 * writes such files nowhere else.
 *
 * @throws DOMException where there is no space; what was there before stays
 */
export async function keepSnapshot(backup: Blob, at: Instant): Promise<Snapshot> {
  const folder = await folderOf(true)
  if (!folder) throw new DOMException('This browser keeps no files', 'NotSupportedError')
  const name = `${at}.jsonl.gz`
  const handle = await folder.getFileHandle(name, { create: true })
  const bytes = await backup.arrayBuffer()
  try {
    await write(handle, bytes)
  } catch (error) {
    await folder.removeEntry(name).catch(() => null)
    throw error
  }
  const made = (await snapshots()).map((snapshot) => snapshot.at)
  for (const old of dispensable(made)) await folder.removeEntry(`${old}.jsonl.gz`).catch(() => null)
  return { name, at, bytes: bytes.byteLength }
}

export async function dropSnapshot(name: string): Promise<void> {
  const folder = await folderOf(false)
  if (folder && NAME.test(name)) await folder.removeEntry(name).catch(() => null)
}

/** Lets go of all snapshots at once. */
export async function dropAllSnapshots(): Promise<void> {
  if (!canSnapshot() || !(await folderOf(false))) return
  const root = await navigator.storage.getDirectory()
  await root.removeEntry(FOLDER, { recursive: true })
}

async function write(file: FileSystemFileHandle, bytes: ArrayBuffer): Promise<void> {
  if (!isWorkerFile(file)) {
    const stream = await file.createWritable()
    await stream.write(bytes)
    return stream.close()
  }
  const access = await file.createSyncAccessHandle()
  try {
    access.truncate(0)
    const written = access.write(bytes)
    if (written < bytes.byteLength) throw new DOMException('No space', 'QuotaExceededError')
    access.flush()
  } finally {
    access.close()
  }
}

/** Known to workers only, and so not to the types of a page. */
interface WorkerFile {
  createSyncAccessHandle(): Promise<{
    truncate(size: number): void
    write(bytes: ArrayBuffer): number
    flush(): void
    close(): void
  }>
}

function isWorkerFile(file: object): file is WorkerFile {
  return 'createSyncAccessHandle' in file
}

async function folderOf(create: boolean): Promise<FileSystemDirectoryHandle | null> {
  if (!canSnapshot()) return null
  try {
    const root = await navigator.storage.getDirectory()
    return await root.getDirectoryHandle(FOLDER, { create })
  } catch (error) {
    // Not there yet, or a private window.
    if (error instanceof DOMException && (error.name === 'NotFoundError' || !create)) return null
    throw error
  }
}
