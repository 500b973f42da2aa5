/** Gaps of a text as our cards have them, and what had to be simplified. */
export interface Gaps {
  readonly text: string
  /** A gap within a gap, or one with several numbers. */
  readonly simplified: number
}

const OPENING = /^\{\{c(\d+)((?:,\d+)*)::/

/**
 * Brings the gaps of a text into our form: each on one line, none within another, each with one number. The
 * outer gap stays, the text of an inner one is part of it.
 */
export function simpleGaps(markdown: string): Gaps {
  let out = ''
  let depth = 0
  let [start, inside] = [0, 0]
  let simplified = 0
  for (let at = 0; at < markdown.length;) {
    const opening = markdown.startsWith('{{c', at)
      ? OPENING.exec(markdown.slice(at, at + 60))
      : null
    if (opening) {
      if (depth > 0 || opening[2] !== '') simplified += 1
      if (depth === 0) {
        start = out.length
        out += `{{c${opening[1]}::`
        inside = out.length
      }
      depth += 1
      at += opening[0].length
    } else if (depth > 0 && markdown.startsWith('}}', at)) {
      depth -= 1
      // A gap with nothing in it asks nothing.
      if (depth === 0) out = out.length === inside ? out.slice(0, start) : `${out}}}`
      at += 2
    } else {
      const lineEnd = depth > 0 ? /^\\?\n\s*/.exec(markdown.slice(at, at + 200)) : null
      out += lineEnd ? ' ' : (markdown[at] ?? '')
      at += lineEnd?.[0].length ?? 1
    }
  }
  return { text: out, simplified }
}
