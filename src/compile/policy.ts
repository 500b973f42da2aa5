/**
 * What a page and its workers may load and do: the app's own files and nothing else. No inline script or
 * style; text becomes markup only through DOMPurify, and an address becomes a script only through the
 * default policy of src/app/trusted-types.ts. The files for hosts repeat it (public/_headers,
 * public/staticwebapp.config.json, docs/nginx.conf), and a test compares them.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  // SQLite, which reads Anki's packages, is WebAssembly. This allows it, and no eval.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types default dompurify',
].join('; ')

/** What every answer of a host should carry. Not to be framed can be said in a header only. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

const FOR_EVER = 'public, max-age=31536000, immutable'

/** How long a browser may keep what it got. Names in the two folders change with their content. */
export const CACHE_RULES = {
  '/assets/*': FOR_EVER,
  '/decks/*': FOR_EVER,
  '/sw.js': 'no-cache',
}
