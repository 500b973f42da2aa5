import { META_KEYS, META_LINE, SOURCE, isMetaKey, listed } from './grammar.ts'
import { quoted } from './message.ts'
import type { Reader, SectionDraft } from './reader.ts'

/** Reads the metadata under a heading. False once the body has begun. */
export function readMeta(reader: Reader, line: string): boolean {
  if (!reader.inMeta || !reader.section) return false
  if (line.trim() === '') {
    reader.inMeta = false
    return true
  }
  const match = META_LINE.exec(line)
  if (!match) {
    reader.inMeta = false
    return false
  }
  readPair(reader, reader.section, match[1] ?? '', (match[2] ?? '').trim())
  return true
}

function readPair(reader: Reader, section: SectionDraft, key: string, value: string): void {
  const { report, number: line } = reader
  if (!isMetaKey(key)) {
    report('E030', line, `unknown key "${key}" (known: ${listed(META_KEYS)})`)
  } else if (value === '') {
    report('E031', line, `key "${key}" has no value`)
  } else if (key === 'src') {
    readSource(reader, section, value)
  } else if (section.meta.has(key)) {
    report('E033', line, `key "${key}" given twice`)
  } else {
    section.meta.set(key, { value, line })
  }
}

function readSource(reader: Reader, section: SectionDraft, value: string): void {
  const { report, number: line } = reader
  const match = SOURCE.exec(value)
  if (match) section.sources.push({ url: match[1] ?? '', readOn: match[2] ?? null, line })
  else report('E032', line, `src must be "https://... [@YYYY-MM-DD]": ${quoted(value)}`)
}
