import { BACKUP_TYPE } from './file.ts'

/** Gives a file to the browser to download. */
export function downloadFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Not at once: some browsers read it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Whether this device can pass a backup on to another app. */
export function canShareFiles(): boolean {
  if (typeof navigator.canShare !== 'function') return false
  return navigator.canShare({ files: [asFile(new Blob(['x']), 'cirrus.jsonl.gz')] })
}

/** Passes a backup on. False where the learner thought better of it. */
export async function shareFile(blob: Blob, name: string): Promise<boolean> {
  try {
    await navigator.share({ files: [asFile(blob, name)] })
    return true
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false
    throw error
  }
}

function asFile(blob: Blob, name: string): File {
  return new File([blob], name, { type: BACKUP_TYPE })
}
