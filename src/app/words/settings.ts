import { plural } from './plural.ts'

export const SETTINGS = {
  screen: 'Settings',
  heading: 'Settings',
  lead: 'Each change is saved at once, in this browser.',
  saving: 'Saving',
  saved: 'Saved',
  studying: 'Studying',
  buttons: {
    label: 'Grade buttons',
    hint: 'Two are quicker and enough for good scheduling. Four let you say how hard it was.',
    two: 'Two',
    four: 'Four',
  },
  newPerDay: {
    label: 'New cards a day',
    hint: 'For each exam. Each new card brings several reviews over the following weeks.',
    less: 'Fewer new cards',
    more: 'More new cards',
  },
  retention: {
    label: 'Desired retention',
    rebuilding: 'Working out all due dates anew',
  },
  rollover: {
    label: 'A day begins at',
    hint: 'What you study before this hour still counts for the day before.',
  },
  memory: 'Your memory',
  memoryHint: 'What Cirrus has found out about how you forget, and what it does with it.',
  appearance: 'Appearance',
  theme: {
    label: 'Theme',
    hint: 'System follows the setting of your device.',
    system: 'System',
    light: 'Light',
    dark: 'Dark',
  },
  exams: 'Exams',
  examsNote:
    'Removing an exam takes its cards out of study. Everything you did is kept, and adding it again goes on where you left off.',
  add: 'Add',
  remove: 'Remove',
  installing: 'Installing',
  addExam: (exam: string) => `Add ${exam}`,
  removeExam: (exam: string) => `Remove ${exam}`,
  storage: 'Storage',
  backup: 'Backup, restore, check',
  import: 'Import and export cards',
  privacy: 'Privacy, delete everything',
  storageUnknown: 'This browser does not say how much is stored.',
  protected: 'Protected. The browser will not clear it to make room.',
  notProtected:
    'Not protected. If the device runs short of space, or Safari is not used for a week, the browser may clear it.',
  protectionUnknown: 'This browser does not say whether the data is protected.',
  ask: 'Ask the browser to keep it',
  refused:
    'The browser did not agree for now. It usually does once Cirrus is installed, bookmarked or used more often.',
} as const

/** "10 cards asked, about 9 known": what the wanted recall means, and what it costs against 90 %. */
export function retentionWords(retention: number, timesAsOften: number): string {
  const known = `You will know about ${Math.round(retention * 100)} of 100 cards when they come up.`
  if (Math.abs(timesAsOften - 1) < 0.05) return `${known} A good balance for most people.`
  return timesAsOften > 1
    ? `${known} They come up about ${rounded(timesAsOften)} times as often as at 90 %.`
    : `${known} They wait about ${rounded(1 / timesAsOften)} times as long as at 90 %, and more are forgotten.`
}

/** "4:00". */
export function hourName(hour: number): string {
  return hour === 0 ? '0:00, midnight' : `${hour}:00`
}

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const

/** "4.2 MB of 2.1 GB that the browser allows". */
export function storageWords(usage: number, quota: number): string {
  return `${byteWords(usage)} used of ${byteWords(quota)} that the browser allows.`
}

export function byteWords(value: number): string {
  const unit = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3))
  if (unit === 0) return plural(value, 'byte')
  return `${rounded(value / 1000 ** unit)} ${UNITS[unit]}`
}

function rounded(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })
}
