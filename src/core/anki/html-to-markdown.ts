import { EMPHASIS, escapeLineStart, escapeText, STRONG, withEmphasis } from './escape.ts'
import { htmlTree } from './html-tree.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'
import { scriptText } from './scripts.ts'
import { tableLines } from './table.ts'

/** What has no place in Markdown. */
export type Dropped = 'script' | 'embedded' | 'sound'

export interface HtmlTools {
  /** Markdown for an image, from its address as the file has it; empty for none. */
  readonly image: (src: string, alt: string) => string
  readonly onDropped: (what: Dropped) => void
}

/**
 * HTML of a field as Markdown of our cards: emphasis, code, lists, tables, quotations, https links and
 * images. Looks (colours, sizes, alignment) are given up, what could run is dropped and told. Text is
 * escaped, so that it shows as it did.
 */
export function htmlToMarkdown(html: string, tools: HtmlTools): string {
  return markdownOf(htmlTree(html).children, tools)
}

const BLOCKS = new Set(
  'address article aside body center dd details dl dt fieldset figcaption figure footer form header html main nav section summary div'.split(
    ' ',
  ),
)
const DROPPED: Readonly<Record<string, Dropped | null>> = {
  script: 'script',
  style: null,
  head: null,
  title: null,
  template: null,
  rp: null,
  iframe: 'embedded',
  object: 'embedded',
  embed: 'embedded',
  svg: 'embedded',
  math: 'embedded',
  canvas: 'embedded',
  input: 'embedded',
  audio: 'sound',
  video: 'sound',
}

function markdownOf(nodes: readonly HtmlNode[], tools: HtmlTools): string {
  const writer = new Writer(tools)
  nodes.forEach((node) => writer.node(node))
  return writer.end()
}

class Writer {
  readonly #tools: HtmlTools
  readonly #blocks: string[] = []
  /** The paragraph that is being written; a line end in it is a line break, two are a new paragraph. */
  #inline = ''

  constructor(tools: HtmlTools) {
    this.#tools = tools
  }

  end(): string {
    this.#flush()
    return this.#blocks.join('\n\n')
  }

  node(node: HtmlNode): void {
    if (typeof node === 'string') this.#inline += escapeText(node.replaceAll(/\s+/g, ' '))
    else this.#element(node)
  }

  #element(element: HtmlElement): void {
    const { name, children } = element
    if (Object.hasOwn(DROPPED, name)) {
      const what = DROPPED[name]
      if (what) this.#tools.onDropped(what)
    } else if (BLOCKS.has(name)) this.#line(children)
    else if (/^h[1-6]$/.test(name)) this.#heading(children)
    else if (!this.#block(element)) this.#phrase(element)
  }

  /** Writes elements that stand apart. False for all others. */
  #block({ name, children }: HtmlElement): boolean {
    const tools = this.#tools
    switch (name) {
      case 'p':
        this.#inline += '\n\n'
        children.forEach((child) => this.node(child))
        this.#inline += '\n\n'
        return true
      case 'ul':
      case 'ol':
        this.#put(listLines(children, name === 'ol', tools))
        return true
      case 'pre':
        this.#put(fencedCode(plainOf(children)))
        return true
      case 'blockquote':
        this.#put(prefixed(markdownOf(children, tools), '> '))
        return true
      case 'table':
        this.#put(tableLines(children, (nodes) => markdownOf(nodes, tools)))
        return true
      case 'hr':
        this.#inline += '\n\n'
        return true
      default:
        return false
    }
  }

  #phrase({ name, attributes, children }: HtmlElement): void {
    const inside = () => children.forEach((child) => this.node(child))
    switch (name) {
      case 'br':
        this.#inline += '\n'
        break
      case 'b':
      case 'strong':
        this.#marked(STRONG, inside)
        break
      case 'i':
      case 'em':
        this.#marked(EMPHASIS, inside)
        break
      case 'code':
      case 'kbd':
      case 'samp':
      case 'tt':
        this.#code(plainOf(children))
        break
      case 'sub':
      case 'sup':
        this.#inline += escapeText(scriptText(plainOf(children), name))
        break
      case 'rt':
        this.#inline += `(${escapeText(plainOf(children))})`
        break
      case 'img':
        this.#inline += this.#tools.image(attributes['src'] ?? '', attributes['alt'] ?? '')
        break
      case 'a':
        this.#link(attributes['href'] ?? '', children)
        break
      default:
        inside()
    }
  }

  #marked({ open, close }: typeof STRONG | typeof EMPHASIS, inside: () => void): void {
    this.#inline += open
    inside()
    this.#inline += close
  }

  #code(code: string): void {
    if (code.includes('\n')) return this.#put(fencedCode(code))
    const text = code.replaceAll(/\s+/g, ' ').trim()
    if (text === '') return
    const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length))
    const fence = '`'.repeat(longest + 1)
    const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
    this.#inline += `${fence}${pad}${text}${pad}${fence}`
  }

  #link(href: string, children: readonly HtmlNode[]): void {
    const address = /^https?:\/\/[^\s<>()\\]+$/i.test(href) ? href : ''
    const text = markdownOf(children, this.#tools).replaceAll(/\\?\s*\n\s*/g, ' ')
    if (address === '' || text === '' || text.includes('![')) this.#inline += text
    else if (address.startsWith('https://')) this.#inline += `[${text}](${address})`
    else this.#inline += `${text} (${escapeText(address)})`
  }

  #heading(children: readonly HtmlNode[]): void {
    this.#inline += '\n\n'
    this.#marked(STRONG, () => children.forEach((child) => this.node(child)))
    this.#inline += '\n\n'
  }

  /** A block that begins and ends a line, without space around it. */
  #line(children: readonly HtmlNode[]): void {
    this.#startLine()
    children.forEach((child) => this.node(child))
    this.#startLine()
  }

  #startLine(): void {
    if (!/(^|\n)[ \uF8F0-\uF8F3]*$/.test(this.#inline.slice(-200))) this.#inline += '\n'
  }

  #put(block: string): void {
    this.#flush()
    if (block !== '') this.#blocks.push(block)
  }

  #flush(): void {
    const text = withEmphasis(tidied(this.#inline))
    this.#inline = ''
    for (const paragraph of text.split(/\n{2,}/)) {
      const lines = paragraph.split('\n').filter((line) => line !== '')
      if (lines.length > 0) this.#blocks.push(lines.map(escapeLineStart).join('\\\n'))
    }
  }
}

/** Blanks moved out of emphasis, and taken away at the ends of lines. */
function tidied(inline: string): string {
  return inline
    .replaceAll(/([\uF8F0\uF8F2]+)([ \n]+)/g, '$2$1')
    .replaceAll(/([ \n]+)([\uF8F1\uF8F3]+)/g, '$2$1')
    .replaceAll(/[\uF8F0][\uF8F1]|[\uF8F2][\uF8F3]/g, '')
    .replaceAll(/ *\n */g, '\n')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}

function listLines(nodes: readonly HtmlNode[], isOrdered: boolean, tools: HtmlTools): string {
  const items = nodes.filter((node) => typeof node !== 'string' || node.trim() !== '')
  return items
    .map((item) => {
      const isItem = typeof item !== 'string' && item.name === 'li'
      return markdownOf(isItem ? item.children : [item], tools)
    })
    .filter((text) => text !== '')
    .map((text, index) => {
      const bullet = isOrdered ? `${index + 1}. ` : '- '
      return `${bullet}${prefixed(text, ' '.repeat(bullet.length)).trimStart()}`
    })
    .join('\n')
}

function prefixed(text: string, prefix: string): string {
  if (text === '') return ''
  return text
    .split('\n')
    .map((line) => (line === '' ? prefix.trimEnd() : `${prefix}${line}`))
    .join('\n')
}

function fencedCode(code: string): string {
  const text = code.replaceAll('\r', '').replaceAll(/^\n+|\s+$/g, '')
  if (text === '') return ''
  const fence = text.includes('```') ? '`````' : '```'
  return `${fence}\n${text}\n${fence}`
}

/** The text of nodes as it stands, lines and blanks kept. */
function plainOf(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node.replaceAll('\u00A0', ' ')
      if (node.name === 'br') return '\n'
      if (Object.hasOwn(DROPPED, node.name)) return ''
      const text = plainOf(node.children)
      return node.name === 'div' || node.name === 'p' ? `${text}\n` : text
    })
    .join('')
}
