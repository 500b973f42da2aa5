interface StandaloneNavigator {
  readonly standalone?: boolean
}

/**
 * Whether this is a tab of Safari, where WebKit deletes what a site stored after seven days of use without
 * it; the app on the Home Screen or in the Dock is exempt.
 *
 * @see https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/
 */
export function isSafariTab(
  {
    vendor,
    userAgent,
    standalone,
  }: Pick<Navigator, 'vendor' | 'userAgent'> & StandaloneNavigator = navigator,
  isApp = matchMedia('(display-mode: standalone)').matches,
): boolean {
  const isWebKit = vendor.startsWith('Apple') && /Safari\//.test(userAgent)
  return isWebKit && standalone !== true && !isApp
}
