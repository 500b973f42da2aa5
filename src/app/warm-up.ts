/**
 * Loads the study screen ahead of the first tap on Begin, once the browser is idle. If it cannot be had
 * now, the tap itself tries again and tells. Not in tests, where nothing waits for it.
 */
export function warmUpStudy(): void {
  if (!import.meta.env.PROD) return
  if ('requestIdleCallback' in window) requestIdleCallback(loadStudy)
  else setTimeout(loadStudy, 200)
}

/** Loads the study screen now: beside the database, where the app starts on that screen. */
export function loadStudy(): void {
  void import('./routes/study.tsx').catch(() => null)
}
