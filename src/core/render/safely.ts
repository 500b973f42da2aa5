import type { Html } from '../note.ts'
import { escapeHtml } from './escape-html.ts'
import type { Markdown } from './markdown.ts'

/** Elements within each other: far more than any card needs, far less than a browser minds. */
const DEEPEST = 40

/**
 * A renderer that takes any text: one that nests without end, by accident or on purpose, is shown as it was
 * typed instead of stopping the page.
 */
export function safely({ field, line }: Markdown): Markdown {
  return { field: guarded(field), line: guarded(line) }
}

function guarded(render: (text: string) => Html): (text: string) => Html {
  return (text) => {
    try {
      const html = render(text)
      return depthOf(html) > DEEPEST ? escapeHtml(text) : html
    } catch (error) {
      if (error instanceof RangeError) return escapeHtml(text)
      throw error
    }
  }
}

/** How deep the elements of a piece of HTML stand within each other. */
function depthOf(html: Html): number {
  let depth = 0
  let deepest = 0
  for (const [, end, name] of html.matchAll(/<(\/?)([a-z]+\d?)/g)) {
    if (end) depth -= 1
    else if (name !== 'br' && name !== 'img' && name !== 'hr') depth += 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}
