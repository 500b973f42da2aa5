import type { HtmlElement, HtmlNode } from './html-tree.ts'

const MOST_COLUMNS = 12

/** A table as Markdown, its first row as the head. Cells of several lines become one line. */
export function tableLines(
  nodes: readonly HtmlNode[],
  markdown: (nodes: readonly HtmlNode[]) => string,
): string {
  const rows = rowsIn(nodes)
    .map((row) => row.map((cell) => cellText(markdown(cell.children))))
    .filter((row) => row.some((cell) => cell !== ''))
  const columns = Math.max(0, ...rows.map((row) => row.length))
  if (rows.length === 0) return ''
  if (columns === 1 || columns > MOST_COLUMNS || rows.length === 1) {
    return rows.map((row) => row.filter((cell) => cell !== '').join(String.raw` \| `)).join('\n\n')
  }
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: columns }, (_, index) => cells[index] ?? '').join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(Array.from({ length: columns }, () => '---')), ...body.map(line)].join(
    '\n',
  )
}

function cellText(text: string): string {
  const oneLine = text.replaceAll(/\\?\s*\n\s*/g, ' ').trim()
  return oneLine.replaceAll(/(?<!\\)\|/g, String.raw`\|`)
}

function rowsIn(nodes: readonly HtmlNode[]): HtmlElement[][] {
  return elements(nodes).flatMap((element) => {
    if (element.name !== 'tr') return rowsIn(element.children)
    return [elements(element.children).filter(({ name }) => name === 'td' || name === 'th')]
  })
}

function elements(nodes: readonly HtmlNode[]): HtmlElement[] {
  return nodes.filter((node) => typeof node !== 'string')
}
