import { Parser } from 'htmlparser2'

/** A piece of HTML as far as it can become Markdown. */
export interface HtmlElement {
  readonly name: string
  /** Only those that matter: `href`, `src`, `alt`. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: HtmlNode[]
}
export type HtmlNode = HtmlElement | string

/** Elements within each other that are told apart; deeper ones count as text. */
const DEEPEST = 40
const ATTRIBUTES = ['href', 'src', 'alt']

/** Reads HTML as forgivingly as browsers do, without a document: nothing in it runs or loads. */
export function htmlTree(html: string): HtmlElement {
  const root: HtmlElement = { name: '', attributes: {}, children: [] }
  const open: HtmlElement[] = [root]
  let tooDeep = 0
  const last = () => open.at(-1) ?? root
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > DEEPEST) {
          tooDeep += 1
          return
        }
        const kept = Object.entries(attributes).filter(([key]) => ATTRIBUTES.includes(key))
        const element = { name, attributes: Object.fromEntries(kept), children: [] }
        last().children.push(element)
        open.push(element)
      },
      // It comes in pieces, around entities.
      ontext(text) {
        const { children } = last()
        const before = children.at(-1)
        if (typeof before === 'string') children[children.length - 1] = before + text
        else children.push(text)
      },
      onclosetag() {
        if (tooDeep > 0) tooDeep -= 1
        else if (open.length > 1) open.pop()
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.write(html)
  parser.end()
  return root
}
