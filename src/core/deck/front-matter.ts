import { FRONT_KEYS, META_LINE, isFrontKey, listed } from './grammar.ts'
import type { FrontKey } from './grammar.ts'
import { quoted } from './message.ts'
import type { Report } from './message.ts'

export interface FrontMatter {
  readonly front: ReadonlyMap<FrontKey, string>
  /** Index of the first line after it. */
  readonly next: number
}

const REQUIRED: readonly FrontKey[] = ['deck', 'title', 'exam']

/** The block between `---` lines at the start of a file, or null where it is missing or not closed. */
export function parseFrontMatter(lines: readonly string[], report: Report): FrontMatter | null {
  if (lines[0] !== '---') {
    report('E010', 1, 'file must start with "---" front matter')
    return null
  }
  const end = lines.indexOf('---', 1)
  const front = new Map<FrontKey, string>()
  lines.slice(1, end < 0 ? undefined : end).forEach((line, index) => {
    if (line.trim() !== '') parseLine(front, line, index + 2, report)
  })
  if (end < 0) {
    report('E014', 1, 'front matter opened with "---" but never closed')
    return null
  }
  for (const key of REQUIRED) {
    if (!front.get(key)) report('E015', 1, `front matter key "${key}" is missing`)
  }
  return { front, next: end + 1 }
}

function parseLine(
  front: Map<FrontKey, string>,
  line: string,
  number: number,
  report: Report,
): void {
  const match = META_LINE.exec(line)
  const key = match?.[1] ?? ''
  if (!match) {
    report('E011', number, `front matter line is not "key: value": ${quoted(line)}`)
  } else if (!isFrontKey(key)) {
    report('E012', number, `unknown front matter key "${key}" (known: ${listed(FRONT_KEYS)})`)
  } else if (front.has(key)) {
    report('E013', number, `front matter key "${key}" given twice`)
  } else {
    front.set(key, (match[2] ?? '').trim())
  }
}
