/** The tags that compiled decks may have, each with its attributes. */
const ALLOWED: Readonly<Record<string, RegExp>> = {
  a: /^ href="https:\/\/[^"<>]*" rel="noopener" target="_blank"$/,
  img: /^ src="\/[^"<>]*" alt="[^"<>]*" loading="lazy"$/,
  pre: /^ class="code" tabindex="0"$/,
  span: /^ class="(tok-[a-z-]+|hole)"$/,
  td: /^( align="(left|right|center)")?$/,
  th: /^( align="(left|right|center)")?$/,
  ol: /^( start="\d+")?$/,
}
const PLAIN = 'blockquote br code em hr li mark p strong table tbody thead tr ul'.split(' ')

/** What stands in some HTML that the compiler never writes: other tags, attributes, bare brackets. */
export function strayMarkup(html: string): string[] {
  const stray: string[] = []
  const rest = html.replaceAll(
    /<(\/?)([a-z][a-z0-9]*)([^<>]*)>/gi,
    (tag, slash, name, attributes) => {
      const plain = attributes === '' && (slash === '/' || PLAIN.includes(name))
      const known = plain || (slash === '' && ALLOWED[name]?.test(attributes))
      const closes = slash === '/' && (PLAIN.includes(name) || name in ALLOWED)
      if (!known || (slash === '/' && !closes)) stray.push(tag)
      return ''
    },
  )
  if (/[<>]/.test(rest)) stray.push(rest)
  return stray
}
