import { dispensable } from '../../core/backup/thin.ts'
import { backupFolder, setBackupFolder } from '../../db/backup-standing.ts'
import type { StudyDb } from '../../db/db.ts'
import { fileName, fileTime } from './file-name.ts'
import type { FileClock } from './file-name.ts'

/** Chromium's way to a folder of the device; other browsers have none yet. */
interface PickerWindow {
  showDirectoryPicker(options: {
    readonly id: string
    readonly mode: 'readwrite'
  }): Promise<FileSystemDirectoryHandle>
}

interface Permitted {
  queryPermission(options: { readonly mode: 'readwrite' }): Promise<PermissionState>
  requestPermission(options: { readonly mode: 'readwrite' }): Promise<PermissionState>
}

/** A folder that was chosen, and whether the browser lets the app write in it without asking. */
export interface ChosenFolder {
  readonly name: string
  readonly state: PermissionState
}

export function canChooseFolder(): boolean {
  return isPicker(window)
}

/** Lets the learner choose a folder. Null where they thought better of it. */
export async function chooseFolder(db: StudyDb): Promise<string | null> {
  if (!isPicker(window)) return null
  try {
    const folder = await window.showDirectoryPicker({ id: 'cirrus-backups', mode: 'readwrite' })
    await setBackupFolder(db, folder)
    return folder.name
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

export async function chosenFolder(db: StudyDb): Promise<ChosenFolder | null> {
  const folder = await backupFolder(db)
  if (!isFolder(folder)) return null
  return { name: folder.name, state: await stateOf(folder) }
}

/** Asks again where the browser has forgotten that it may. Only from a click. */
export async function allowFolder(db: StudyDb): Promise<boolean> {
  const folder = await backupFolder(db)
  if (!isFolder(folder) || !isPermitted(folder)) return false
  return (await folder.requestPermission({ mode: 'readwrite' })) === 'granted'
}

/**
 * Writes a backup into the chosen folder and removes older ones of ours that are no longer needed. Says
 * whether it was written: false without a folder, or where the browser would have to ask first.
 *
 * @throws DOMException where it could not be written
 */
export async function writeToFolder(db: StudyDb, backup: Blob, clock: FileClock): Promise<boolean> {
  const folder = await backupFolder(db)
  if (!isFolder(folder) || (await stateOf(folder)) !== 'granted') return false
  const file = await folder.getFileHandle(fileName(clock), { create: true })
  // Written beside and put in place at the end, so that a half one never stands for a whole one.
  const stream = await file.createWritable()
  await stream.write(backup)
  await stream.close()
  await thin(folder)
  return true
}

async function thin(folder: FileSystemDirectoryHandle): Promise<void> {
  const byTime = new Map<number, string>()
  for await (const { name, kind } of folder.values()) {
    const at = fileTime(name)
    if (kind === 'file' && at !== null) byTime.set(at, name)
  }
  for (const at of dispensable([...byTime.keys()])) {
    await folder.removeEntry(byTime.get(at) ?? '').catch(() => null)
  }
}

async function stateOf(folder: FileSystemDirectoryHandle): Promise<PermissionState> {
  // Where nothing can be asked, as in a browser's own storage, nothing is forbidden.
  if (!isPermitted(folder)) return 'granted'
  return folder.queryPermission({ mode: 'readwrite' })
}

function isPicker(target: object): target is PickerWindow {
  return 'showDirectoryPicker' in target && typeof target.showDirectoryPicker === 'function'
}

function isFolder(value: unknown): value is FileSystemDirectoryHandle {
  return (
    typeof FileSystemDirectoryHandle !== 'undefined' && value instanceof FileSystemDirectoryHandle
  )
}

function isPermitted(value: object): value is Permitted {
  return 'queryPermission' in value && 'requestPermission' in value
}
