import type { BackupProblem } from '../../core/backup/content.ts'
import type { RowKind } from '../../core/backup/format.ts'
import { MINUTE_MS } from '../../core/time.ts'
import { number, plural } from './plural.ts'
import { lazily } from './lazily.ts'

export const BACKUP = {
  screen: 'Backup',
  heading: 'Your data, in your hands',
  lead: 'All that you do stays in this browser. A backup is one file with all of it: keep it on a disk or in a cloud of your own.',
  download: 'Download a backup',
  share: 'Share a backup',
  shareReady: (name: string) => `${name} is ready.`,
  shareNow: 'Share it now',
  shareRefused: 'This browser does not let it be shared. Download it instead.',
  making: 'Making the backup',
  made: (name: string) => `${name} was made. Keep it outside of this browser.`,
  file: 'Backup file',
  fileNote:
    'It holds your whole history, your own cards with their images, edits, marks and settings, in an open format. The shipped cards are not in it, as every copy of Cirrus brings them.',
  restore: 'Restore',
  restoreNote:
    'Taking in the same file twice changes nothing. Files of several devices can be taken in one after the other, in any order.',
  choose: 'Choose a backup file',
  reading: 'Reading the file',
  question: 'Restore this backup?',
  mode: 'What is here already',
  merge: 'Keep it, and add what is missing',
  mergeNote: 'Answers are united. Of cards, marks and settings the later version is kept.',
  replace: 'Replace it',
  replaceNote:
    'All that you did in this browser is taken away first. It is kept as a snapshot in this browser for some time.',
  replaceNoSnapshot:
    'All that you did in this browser is taken away first, and this browser cannot keep a snapshot of it. Download a backup before.',
  go: 'Restore',
  going: 'Restoring',
  cancel: 'Cancel',
  automatic: 'Automatic',
  automaticNote:
    'Once a day, after something was studied, Cirrus keeps a snapshot in this browser. It helps where the database is damaged. It does not help where the browser clears the site: only a file outside does.',
  noSnapshots: 'No snapshots yet. The first is made tomorrow, or now.',
  cannotSnapshot: 'This browser cannot keep snapshots.',
  snapshotNow: 'Make a snapshot now',
  restoreSnapshot: (when: string) => `Restore the snapshot of ${when}`,
  downloadSnapshot: (when: string) => `Download the snapshot of ${when}`,
  restoreShort: 'Restore',
  downloadShort: 'Download',
  folder: 'Folder for backups',
  folderNote:
    'Cirrus can write a backup into a folder of this device once a day, for instance one that a cloud keeps in step.',
  chooseFolder: 'Choose a folder',
  otherFolder: 'Choose another folder',
  forgetFolder: 'Stop',
  allowFolder: 'Allow it again',
  folderGranted: (name: string) => `A backup is written into “${name}” once a day.`,
  folderAsk: (name: string) => `The browser has to be asked again before it writes into “${name}”.`,
  folderRefused: 'The browser did not allow it.',
  check: 'Check my data',
  checkNote:
    'Compares the state of every card with its history, looks for what belongs to nothing, and puts right what can be computed. Your history is never changed.',
  checking: 'Checking',
  where: 'Where your data is',
  safari:
    'Safari deletes what a site stored once it was not opened for seven days of use. Cirrus on the Home Screen or in the Dock is exempt: use Share, then Add to Home Screen or Add to Dock. Its storage is separate, so take a backup with you.',
  gone: 'The snapshot is no longer there.',
  failed: 'It could not be done. Nothing was changed.',
  noFile: 'The file could not be read. It may have been moved or deleted.',
} as const

const PROBLEMS: Readonly<Record<BackupProblem, string>> = {
  'not a backup': 'This file is no backup of Cirrus. Nothing was changed.',
  newer:
    'This backup was made by a newer version of Cirrus. Reload the page to update, then try again. Nothing was changed.',
  'too large': 'This file is larger than any backup can be. Nothing was changed.',
}

export function problemWords(problem: BackupProblem): string {
  return PROBLEMS[problem]
}

const dateTime = lazily(
  () =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }),
)
const date = lazily(
  () => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'medium' }),
)

/** "26 Nov 2026, 18:45", `utcOffsetMin` minutes east of UTC. */
export function momentName(at: number, utcOffsetMin: number): string {
  return dateTime().format(at + utcOffsetMin * MINUTE_MS)
}

export function madeWords(when: string): string {
  return `It was made on ${when}, and holds:`
}

const ROWS: Readonly<Record<RowKind, readonly [one: string, many: string]>> = {
  review: ['entry of your history', 'entries of your history'],
  mock: ['step of a mock exam', 'steps of mock exams'],
  note: ['card of your own', 'cards of your own'],
  deck: ['deck of your own', 'decks of your own'],
  image: ['image', 'images'],
  edit: ['edited card', 'edited cards'],
  tags: ['card with tags', 'cards with tags'],
  mark: ['marked card', 'marked cards'],
  fit: ['measurement of your memory', 'measurements of your memory'],
  forecast: ['forecast or result of an exam', 'forecasts and results of exams'],
  setting: ['setting', 'settings'],
}
const ORDER = [
  ...(['review', 'mock', 'note', 'deck', 'image', 'edit', 'tags', 'mark'] as const),
  ...(['fit', 'forecast', 'setting'] as const),
] as const

/** "1,204 entries of your history", "12 cards of your own"…: what is not there is left out. */
export function rowWords(counts: Readonly<Record<RowKind, number>>): string[] {
  return ORDER.filter((kind) => counts[kind] > 0).map((kind) => plural(counts[kind], ...ROWS[kind]))
}

/** What taking in a backup brought. */
export function restoredWords(counts: Readonly<Record<RowKind, number>>): string {
  const parts = rowWords(counts)
  if (parts.length === 0) return 'Restored. Everything in the file was here already.'
  return `Restored: ${parts.join(', ')}.`
}

/** "from 10 Jan to 26 Nov 2026". */
export function spanWords(
  from: number | null,
  to: number | null,
  utcOffsetMin: number,
): string | null {
  if (from === null || to === null) return null
  const name = (at: number) => date().format(at + utcOffsetMin * MINUTE_MS)
  return `from ${name(from)} to ${name(to)}`
}

export function damageWords(faulty: number, isCutOff: boolean): string | null {
  const lines = faulty > 0 ? `${plural(faulty, 'line')} of this file cannot be read.` : null
  const end = isCutOff ? 'This file ends early: part of it is missing.' : null
  if (!lines && !end) return null
  return `${[end, lines].filter(Boolean).join(' ')} What is whole in it can be restored.`
}

export function unknownWords(count: number): string | null {
  if (count === 0) return null
  return `${plural(count, 'line')} can only be read by a newer version of Cirrus and will be left out.`
}

/** What would be lost if the browser cleared this site. */
export function riskWords(reviews: number, backedUp: string | null): string {
  if (backedUp === null) {
    return reviews === 0
      ? 'No backup outside of this browser yet, and nothing to lose so far.'
      : `No backup outside of this browser yet. ${entries(reviews)} would be lost with it.`
  }
  if (reviews === 0) return `Last backup outside of this browser: ${backedUp}. It has everything.`
  return `Last backup outside of this browser: ${backedUp}. ${entries(reviews)} since.`
}

function entries(reviews: number): string {
  return plural(reviews, 'review')
}

export const REMINDER = {
  label: 'Backup',
  gentle: (reviews: number) =>
    `${plural(reviews, 'review')} since your last backup outside this browser.`,
  firm: (reviews: number) =>
    `${plural(reviews, 'review')} are only in this browser. If it loses its data, they are gone.`,
  act: 'Make a backup',
  later: 'Later',
} as const

interface Found {
  readonly reviews: number
  readonly cards: number
  readonly wrongStates: number
  readonly strayStates: number
  readonly catalog: number
  readonly rekeyed: number
  readonly withoutText: number
  readonly missingImages: number
}

/** What a look through everything found, as sentences; the first says whether all is well. */
export function checkWords(found: Found): string[] {
  const { wrongStates, strayStates, catalog, rekeyed, withoutText, missingImages } = found
  const looked = `${number(found.reviews)} entries of ${plural(found.cards, 'card')} were compared.`
  const repaired = [
    wrongStates > 0 && `The state of ${plural(wrongStates, 'card')} was computed anew.`,
    strayStates > 0 && `${plural(strayStates, 'state')} without a history was removed.`,
    catalog > 0 && `The list of your own cards was made anew: ${plural(catalog, 'card')} differed.`,
    rekeyed > 0 && `${plural(rekeyed, 'edited card')} was put back in its list.`,
  ].filter((line) => line !== false)
  const left = [
    withoutText > 0 &&
      `${plural(withoutText, 'card')} with a history has no text here. The history is kept, and the text comes back with its exam or a backup.`,
    missingImages > 0 &&
      `${plural(missingImages, 'image')} is missing. A backup that has it brings it back.`,
  ].filter((line) => line !== false)
  if (repaired.length + left.length === 0) return [`All is well. ${looked}`]
  return [looked, ...repaired, ...left]
}
