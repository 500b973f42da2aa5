import {
  FENCE,
  LABELS,
  LABEL_LIKE,
  LABEL_LINE,
  META_LINE,
  OPTION_LINE,
  RATIONALE_LINE,
  ROW_LINE,
  STEP_LINE,
  isLabel,
  isMetaKey,
} from './grammar.ts'
import { quoted } from './message.ts'
import type { Report } from './message.ts'
import { readHeading } from './read-heading.ts'
import { readMeta } from './read-meta.ts'
import { newReader } from './reader.ts'
import type { BlockDraft, Reader, SectionDraft } from './reader.ts'
import type { NoteTree } from './tree.ts'

/** Says whether the line was its own. A line that belongs to a section comes with that section. */
type LineRule = (reader: Reader, section: SectionDraft, line: string) => boolean

/** The forms that a line of a body can have, in the order in which they are tried. */
const LINE_RULES: readonly LineRule[] = [
  readLabel,
  readFenceStart,
  readRow,
  readOption,
  readStep,
  readDecoy,
  readRationale,
  refuseUnknownLabel,
]

/** Reads the cards of a file, from the line with index `start` on. */
export function readLines(
  file: string,
  lines: readonly string[],
  start: number,
  report: Report,
): readonly NoteTree[] {
  const reader = newReader(file, report)
  for (let index = start; index < lines.length; index++) {
    reader.number = index + 1
    readLine(reader, lines[index] ?? '')
  }
  if (reader.inFence)
    report('E044', reader.block?.line ?? reader.number, 'code block is never closed')
  return reader.notes
}

function readLine(reader: Reader, line: string): void {
  if (reader.inFence) {
    append(reader.block, reader.number, line)
    reader.inFence = line.trim() !== FENCE
    return
  }
  if (readHeading(reader, line) || readMeta(reader, line)) return
  if (line.trim() === '') {
    append(reader.block, reader.number, '')
    return
  }
  const { section, report, number } = reader
  if (!section) {
    report('E003', number, `text outside a card: ${quoted(line, 60)}`)
    return
  }
  if (!LINE_RULES.some((rule) => rule(reader, section, line))) readText(reader, line)
}

function readLabel(reader: Reader, section: SectionDraft, line: string): boolean {
  const match = LABEL_LINE.exec(line)
  const label = match?.[1] ?? ''
  if (!match || !isLabel(label)) return false
  if (section.blocks.has(label)) {
    reader.report('E040', reader.number, `"${label}:" given twice in "${section.id}"`)
  }
  reader.block = { line: reader.number, lines: [] }
  append(reader.block, reader.number, match[2] ?? '')
  section.blocks.set(label, reader.block)
  return true
}

function readFenceStart(reader: Reader, _section: SectionDraft, line: string): boolean {
  if (!line.startsWith(FENCE)) return false
  if (!reader.block) {
    reader.report('E041', reader.number, 'code block before any label (Q:, A:, ...)')
    reader.block = { line: reader.number, lines: [] }
  }
  append(reader.block, reader.number, line)
  reader.inFence = true
  return true
}

function readRow(reader: Reader, section: SectionDraft, line: string): boolean {
  const match = section.type === 'which' ? ROW_LINE.exec(line) : null
  if (!match) return false
  const [, key = '', text = '', answer = ''] = match
  section.rows.push(startItem(reader, { key, text, answer }))
  return true
}

function readOption(reader: Reader, section: SectionDraft, line: string): boolean {
  const choice = section.type === 'single' || section.type === 'multi'
  const match = choice ? OPTION_LINE.exec(line) : null
  if (!match) return false
  const [, box = '', text = ''] = match
  if (box !== 'x' && box !== ' ') {
    reader.report('E050', reader.number, `option box must be [x] or [ ]: ${quoted(line)}`)
  }
  section.options.push(startItem(reader, { text, right: box === 'x' }))
  return true
}

function readStep(reader: Reader, section: SectionDraft, line: string): boolean {
  const match = section.type === 'order' ? STEP_LINE.exec(line) : null
  if (!match) return false
  section.steps.push(startItem(reader, { text: match[2] ?? '', number: Number(match[1]) }))
  return true
}

function readDecoy(reader: Reader, section: SectionDraft, line: string): boolean {
  if (section.type !== 'order' || !section.blocks.has('Not used')) return false
  if (!line.startsWith('- ')) return false
  section.decoys.push(startItem(reader, { text: line.slice(2) }))
  return true
}

/** Options, rows and steps end the label before them. */
function startItem<T extends object>(reader: Reader, fields: T) {
  const item = { ...fields, line: reader.number, rationale: '' }
  reader.item = item
  reader.block = null
  return item
}

function readRationale(reader: Reader, _section: SectionDraft, line: string): boolean {
  const match = RATIONALE_LINE.exec(line)
  if (!match) return false
  const { item, number, report } = reader
  if (item) item.rationale = `${item.rationale} ${match[1]}`.trim()
  else report('E051', number, 'rationale "> ..." without an option before it')
  return true
}

function refuseUnknownLabel(reader: Reader, _section: SectionDraft, line: string): boolean {
  const match = LABEL_LIKE.exec(line)
  if (!match) return false
  const known = `(known: ${LABELS.join(', ')})`
  const text = `unknown label "${match[1]}:" ${known}; rephrase the line if it is plain text`
  reader.report('E046', reader.number, text)
  return true
}

function readText(reader: Reader, line: string): void {
  const { block, number, report } = reader
  if (!block) {
    report('E042', number, `text does not belong to any label or option: ${quoted(line, 60)}`)
    return
  }
  if (isMetaKey(META_LINE.exec(line)?.[1] ?? '')) {
    const text = `looks like metadata ("${line.slice(0, 30)}") but comes after the body started`
    report('W043', number, text)
  }
  append(block, number, line)
}

function append(block: BlockDraft | null, number: number, text: string): void {
  block?.lines.push({ number, text })
}
