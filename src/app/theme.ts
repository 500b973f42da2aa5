import type { Settings } from '../core/settings.ts'

/** Read by public/theme.js before the first paint. */
const KEY = 'cirrus-theme'

/** `--paper` of styles/tokens.css, for the browser's own bars. */
const PAPER = { light: '#fbfaf8', dark: '#131417' } as const

/** Shows the page in this theme, and keeps it where the next start finds it before the database opens. */
export function applyTheme(theme: Settings['theme']): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.getAttribute('media')?.includes('dark') ? 'dark' : 'light'
    meta.content = PAPER[theme === 'system' ? own : theme]
  }
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // Without storage the next start follows the system until the settings are read.
  }
}
