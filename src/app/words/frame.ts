export const FRAME = {
  name: 'Cirrus',
  skip: 'Skip to the content',
  main: 'Main',
  exams: 'Exams',
  saved: 'Saved on this device.',
  offline: 'Offline. Everything works.',
  updateReady: 'A new version is ready.',
  update: 'Update now',
  outdated: 'Cirrus was updated in another tab.',
  reload: 'Reload',
  loading: 'Loading',
  close: 'Close',
} as const

/** The screens of the frame, with the key that opens each. */
export const SCREENS = [
  { to: '/', name: 'Today', key: 'T' },
  { to: '/progress', name: 'Progress', key: 'P' },
  { to: '/browse', name: 'Browse', key: 'B' },
  { to: '/settings', name: 'Settings', key: 'S' },
  { to: '/about', name: 'About', key: 'A' },
] as const

/** "Settings – Cirrus". */
export function documentTitle(screen: string): string {
  return `${screen} – ${FRAME.name}`
}
