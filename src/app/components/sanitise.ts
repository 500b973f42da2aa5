import DOMPurify from 'dompurify'
import type { DOMAttributes } from 'react'
import type { Html } from '../../core/note.ts'

/** What the compiler of the decks makes, and nothing else. */
const TAGS =
  `a b blockquote br code del div em h4 hr i img kbd li mark ol p pre s span strong sub sup
  table tbody td th thead tr ul`.split(/\s+/)
const ATTRIBUTES = ['alt', 'class', 'href', 'src', 'start']
const CLASS = /^(tok-[a-z-]+|hole|code|lang-[a-z]+)$/

/** What React may show as it is: text, or a type of its own where the browser has Trusted Types. */
export type SafeHtml = NonNullable<DOMAttributes<Element>['dangerouslySetInnerHTML']>['__html']

/** Texts kept clean: those of a long session, so that a card that comes back costs nothing. */
const LIMIT = 800
const cleaned = new Map<Html, SafeHtml>()

const CONFIG = {
  ALLOWED_TAGS: TAGS,
  ALLOWED_ATTR: ATTRIBUTES,
  ALLOWED_URI_REGEXP: /^(?:https:|blob:|[^a-z]|[a-z+.-]+(?:[^a-z+.:-]|$))/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
} as const

const purifier = DOMPurify(window)
purifier.addHook('afterSanitizeAttributes', (element) => {
  keepKnownClasses(element)
  if (element.nodeName === 'A') keepSafeLink(element)
  if (element.nodeName === 'IMG' && !isOwn(element.getAttribute('src'))) {
    element.removeAttribute('src')
  }
})

/**
 * HTML that is safe to show, whatever it was: only the tags and classes of the deck compiler, no style,
 * no handler, links to https only and in a tab of their own. The same text is cleaned once.
 */
export function sanitise(html: Html): SafeHtml {
  const known = cleaned.get(html)
  if (known !== undefined) return known
  const shown = html.includes('<img') ? withoutEmptyImages(html) : html
  const clean = purifier.sanitize(shown, { ...CONFIG, RETURN_TRUSTED_TYPE: true })
  if (cleaned.size >= LIMIT) cleaned.clear()
  cleaned.set(html, clean)
  return clean
}

/** Images that may not be shown go as a whole, once all is clean: not while the tree is being walked. */
function withoutEmptyImages(html: Html): Html {
  const clean = purifier.sanitize(html, { ...CONFIG, RETURN_DOM_FRAGMENT: true })
  clean.querySelectorAll('img:not([src])').forEach((image) => image.remove())
  const holder = document.createElement('div')
  holder.append(clean)
  return holder.innerHTML
}

function keepKnownClasses(element: Element): void {
  const names = [...element.classList].filter((name) => CLASS.test(name))
  if (names.length > 0) element.setAttribute('class', names.join(' '))
  else element.removeAttribute('class')
}

function keepSafeLink(link: Element): void {
  if (!/^https:\/\//i.test(link.getAttribute('href') ?? '')) link.removeAttribute('href')
  link.setAttribute('target', '_blank')
  link.setAttribute('rel', 'noopener noreferrer')
}

/** A file of the app's own origin, neither of another scheme nor of another host; or one kept by the app. */
function isOwn(src: string | null): boolean {
  if (src === null || src === '') return false
  return (
    src.startsWith(`blob:${window.location.origin}/`) ||
    !/^([a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(src)
  )
}
