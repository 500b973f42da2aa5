// Before the first paint: the theme that the learner chose, as src/app/theme.ts left it.
try {
  const theme = localStorage.getItem('cirrus-theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is off: the page follows the system.
}
// The browser opens its store of this site while the scripts load, and not only when they ask for data.
try {
  indexedDB.databases().catch(() => null)
} catch {
  // Not in every browser: then the store is opened later.
}
