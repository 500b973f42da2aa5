/** The part of Trusted Types that is used here; TypeScript's own DOM types have none of it. */
interface PolicyFactory {
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string | null }): unknown
}

/**
 * Where the browser has Trusted Types, an address becomes a worker or a service worker only if it is a
 * file of the app's own host. Markup has no rule here: it comes from DOMPurify or not at all.
 */
export function onlyOwnScripts(scope: object): void {
  if (!('trustedTypes' in scope)) return
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what browsers have under this name
  const factory = scope.trustedTypes as PolicyFactory
  const { href, origin } = window.location
  factory.createPolicy('default', {
    // The browser refuses what there is no answer for.
    createScriptURL: (url) =>
      URL.canParse(url, href) && new URL(url, href).href.startsWith(`${origin}/`) ? url : null,
  })
}
