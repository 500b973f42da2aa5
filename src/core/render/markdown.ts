import { Marked } from 'marked'
import type { Token, Tokens } from 'marked'
import type { Html } from '../note.ts'
import type { Highlight } from './body.ts'
import { escapeHtml } from './escape-html.ts'

/** What the renderer of a deck needs to know. */
export interface MarkdownSettings {
  readonly highlight: Highlight
  /** Address of an image, from the path that the author wrote. */
  readonly imageUrl: (path: string) => string
  /** Called on the text of code, before it is highlighted. */
  readonly inCode?: (code: string) => string
}

/** Turns Markdown into HTML. */
export interface Markdown {
  /** The text of a label, of any length. One paragraph alone gets no `<p>`. */
  readonly field: (text: string) => Html
  /** A text that has one line, as an option does: no list and no block begins in it. */
  readonly line: (text: string) => Html
}

/**
 * A Markdown renderer for deck fields: emphasis, code, lists, tables, https links, images. What could
 * run or style is not there: raw HTML is text, and no attribute comes from the author but addresses.
 */
export function createMarkdown(settings: MarkdownSettings): Markdown {
  const marked = new Marked({ gfm: true, async: false })
  marked.use({ tokenizer: UNUSED_FORMS, renderer: rendererOf(settings) })
  const line = (text: string) => marked.parseInline(text.trim(), { async: false }).trim()
  const field = (text: string) => {
    const tokens = marked.lexer(text.trim())
    const isParagraph = tokens.length === 1 && tokens[0]?.type === 'paragraph'
    return isParagraph ? line(text) : marked.parser(tokens).trim()
  }
  return { field, line }
}

/** A field as plain text on one line. */
export function plainText(text: string): string {
  const marked = new Marked({ gfm: true })
  marked.use({ tokenizer: UNUSED_FORMS })
  return textOfTokens(marked.lexer(text)).replaceAll(/\s+/g, ' ').trim()
}

/**
 * Forms of Markdown that have no place in a card. Without a tokenizer they stay text: HTML is shown as
 * written, `~5 ms` strikes nothing through, an address in the text is an address and not a link.
 */
const UNUSED_FORMS = {
  html: () => undefined,
  tag: () => undefined,
  def: () => undefined,
  del: () => undefined,
  url: () => undefined,
  lheading: () => undefined,
}

function rendererOf({ highlight, imageUrl, inCode = (code) => code }: MarkdownSettings) {
  return {
    code: ({ text, lang }: Tokens.Code) => `${highlight(inCode(text), lang?.trim() ?? '')}\n`,
    codespan: ({ text }: Tokens.Codespan) => `<code>${escapeHtml(inCode(text))}</code>`,
    checkbox: ({ checked }: Tokens.Checkbox) => (checked ? '[x] ' : '[ ] '),
    image: ({ href, text }: Tokens.Image) =>
      `<img src="${escapeHtml(imageUrl(href))}" alt="${escapeHtml(text)}" loading="lazy">`,
    // The headings of a page are the app's; one inside a card is only strong.
    heading(this: { parser: Inline }, { tokens }: Tokens.Heading) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>\n`
    },
    link(this: { parser: Inline }, { href, tokens }: Tokens.Link) {
      const text = this.parser.parseInline(tokens)
      if (!href.startsWith('https://')) return text
      return `<a href="${escapeHtml(href)}" rel="noopener" target="_blank">${text}</a>`
    },
  }
}

const BLOCKS = new Set(['paragraph', 'list_item', 'heading', 'blockquote', 'code', 'hr'])

interface Inline {
  parseInline(tokens: Token[]): string
}

function textOfTokens(tokens: readonly Token[]): string {
  return tokens.map((token) => textOfToken(token)).join('')
}

/** Blocks end in a blank, so that their words do not run together. */
function textOfToken(token: Token): string {
  if (isTable(token)) {
    const cells = [token.header, ...token.rows].flat()
    return cells.map(({ tokens }) => `${textOfTokens(tokens)} `).join('')
  }
  if (isList(token)) return textOfTokens(token.items)
  const text = 'tokens' in token && token.tokens ? textOfTokens(token.tokens) : ownText(token)
  return BLOCKS.has(token.type) ? `${text} ` : text
}

function ownText(token: Token): string {
  return 'text' in token && typeof token.text === 'string' ? token.text : ' '
}

function isTable(token: Token): token is Tokens.Table {
  return token.type === 'table'
}

function isList(token: Token): token is Tokens.List {
  return token.type === 'list'
}
