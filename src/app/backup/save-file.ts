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
  const [name, type] = namedFor('cirrus.jsonl.gz')
  return navigator.canShare({ files: [new File(['x'], name, { type })] })
}

/**
 * A backup as it can be passed on. Chromium shares only kinds of files that it knows, and refuses an archive
 * after having said that it can: there it goes as the text that it is, which is restored as well.
 */
export async function shareable(backup: Blob, fileName: string): Promise<File> {
  const [name, type] = namedFor(fileName)
  if (name === fileName) return new File([backup], name, { type })
  const text = backup.stream().pipeThrough(new DecompressionStream('gzip'))
  return new File([await new Response(text).blob()], name, { type })
}

/**
 * Passes a file on. `cancelled` where the learner thought better of it; `refused` where the browser did not
 * let it: because the click was too long ago, or because it does not share such a file.
 */
export async function shareFile(file: File): Promise<'shared' | 'cancelled' | 'refused'> {
  try {
    await navigator.share({ files: [file] })
    return 'shared'
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled'
    return 'refused'
  }
}

function namedFor(fileName: string): [name: string, type: string] {
  const isChromium = 'userAgentData' in navigator
  return isChromium ? [fileName.replace(/\.gz$/, '.txt'), 'text/plain'] : [fileName, BACKUP_TYPE]
}
