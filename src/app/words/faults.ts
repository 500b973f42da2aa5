import type { FaultKind } from '../../db/faults.ts'

/** Headings of the pages that say what went wrong. What it means is said by the fault itself. */
export const FAULT_TITLES: Readonly<Record<FaultKind, string>> = {
  unavailable: 'Cirrus cannot store anything here.',
  blocked: 'Another tab keeps Cirrus from opening.',
  outdated: 'This tab is older than your data.',
  quota: 'There is no space left.',
  lost: 'The connection to storage was lost.',
  deleted: 'Your data was deleted.',
  damaged: 'The stored data cannot be read.',
  unknown: 'Storage does not answer.',
}

export const FAULTS = {
  screen: 'Problem',
  unknownTitle: 'Something went wrong.',
  unknownText:
    'This screen could not be shown. Your reviews are saved on this device and are not affected.',
  partTitle: 'This part of Cirrus could not be loaded.',
  partText:
    'There is no network, or Cirrus was updated since this page was opened. Your reviews are saved on this device. Reload to go on.',
  notFoundTitle: 'There is no such page.',
  notFoundText: (path: string) =>
    `Nothing is to be found at ${path}. A link may be old or mistyped.`,
  retry: 'Try again',
  reload: 'Reload',
  home: 'Go to Today',
  progress: 'See your progress',
  details: 'Technical details',
  starting: 'Starting',
  rebuilding: 'Working out your schedule anew',
  rebuildingText: 'The rules of scheduling changed. Nothing of what you did is lost.',
} as const

/** What the browser said about an error, without a stack trace; null where it said nothing. */
export function technicalText(error: unknown): string | null {
  if (error instanceof Error) return `${error.name}: ${error.message}`
  return typeof error === 'string' && error !== '' ? error : null
}
