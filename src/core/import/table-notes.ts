import { htmlToMarkdown } from '../anki/html-to-markdown.ts'
import { escapeHtml } from '../render/escape-html.ts'
import { emptyText } from '../text/note-text.ts'
import type { NoteText } from '../text/note-text.ts'
import type { Table } from './csv.ts'
import { LeftList } from './content.ts'
import type { ImportContent, ImportedNote } from './content.ts'
import { fitting } from './fitting.ts'
import { stableId } from './stable-id.ts'
import type { ColumnRole, TableMapping, TextFormat } from './table.ts'
import { deckTitle, soundTags } from './tidy.ts'

const NAMES: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(question|front|ask|term|text|frage|prompt|q)$/i, 'ask'],
  [/^(answer|back|definition|antwort|a)$/i, 'answer'],
  [/^(why|extra|explanation|rationale|notes?|comment)$/i, 'why'],
  [/^(tags?|labels?)$/i, 'tags'],
  [/^(decks?|category|chapter)$/i, 'deck'],
]

/** A mapping to begin with, by what the first row says. */
export function guessMapping({ rows, head }: Table, deck: string): TableMapping {
  const [first = []] = rows
  const named = first.map((value) => roleOfName(value))
  const hasHead = named.includes('ask') || named.filter((role) => role !== 'none').length > 1
  const width = Math.max(0, ...rows.slice(0, 100).map((row) => row.length))
  const tagsAt = Number(head.get('tags column') ?? 0) - 1
  const deckAt = Number(head.get('deck column') ?? 0) - 1
  const free = Array.from({ length: width }, (_, index) => index).filter(
    (index) => index !== tagsAt && index !== deckAt,
  )
  const roles = Array.from({ length: width }, (_, index): ColumnRole => {
    if (hasHead) return firstOf(named, index)
    if (index === tagsAt) return 'tags'
    if (index === deckAt) return 'deck'
    return (['ask', 'answer', 'tags'] as const)[free.indexOf(index)] ?? 'none'
  })
  const body = hasHead ? rows.slice(1) : rows
  const asks = roles.indexOf('ask')
  const isCloze = body.slice(0, 20).some((row) => /\{\{c\d+::/.test(row[asks] ?? ''))
  const isHtml = head.get('html') === 'true' || body.slice(0, 50).some(hasMarkup)
  const format = isHtml ? 'html' : 'plain'
  return { hasHead, roles, type: isCloze ? 'cloze' : 'basic', deck, format }
}

function roleOfName(name: string): ColumnRole {
  return NAMES.find(([pattern]) => pattern.test(name.trim()))?.[1] ?? 'none'
}

/** A role is given to the first column that claims it. */
function firstOf(named: readonly ColumnRole[], index: number): ColumnRole {
  const role = named[index] ?? 'none'
  return named.indexOf(role) === index ? role : 'none'
}

function hasMarkup(row: readonly string[]): boolean {
  return row.some((value) => /<(br|b|i|div|p|ul|li|img|span)\b[^>]*>|&nbsp;/i.test(value))
}

/** The notes of a table. What cannot be a note is counted with its row. */
export function notesOfTable(table: Table, mapping: TableMapping): ImportContent {
  const left = new LeftList()
  const rows = mapping.hasHead ? table.rows.slice(1) : table.rows
  const notes = rows.flatMap((row) => noteOfRow(row, mapping, left) ?? [])
  // The same row twice is one note.
  const distinct = new Map(notes.map((note) => [note.id, note]))
  if (distinct.size < notes.length) left.add('row twice', '', notes.length - distinct.size)
  return { notes: [...distinct.values()], left: left.all() }
}

function noteOfRow(
  row: readonly string[],
  { roles, type, deck, format }: TableMapping,
  left: LeftList,
): ImportedNote | null {
  const value = (role: ColumnRole) => {
    const at = roles.indexOf(role)
    return at < 0 ? '' : (row[at] ?? '').trim()
  }
  const text = (role: ColumnRole) => markdownFrom(value(role), format, left)
  const [ask, answer, why] = [text('ask'), text('answer'), text('why')]
  if (ask === '') {
    left.add(
      'no question',
      row.find((cell) => cell.trim() !== ''),
    )
    return null
  }
  if (type !== 'cloze' && answer === '') {
    left.add('no answer given', ask)
    return null
  }
  const note = textOf(type, { ask, answer, why })
  if (!fitting(note, ask, left)) return null
  return {
    id: `csv-${stableId(JSON.stringify([type, ask, answer]))}`,
    deck: deckTitle(value('deck') || deck, left),
    text: note,
    tags: soundTags(value('tags').split(/[\s,;]+/), left),
    createdAt: null,
    changedAt: null,
    log: [],
    marks: [],
  }
}

function textOf(
  type: TableMapping['type'],
  { ask, answer, why }: Pick<NoteText, 'ask' | 'answer' | 'why'>,
): NoteText {
  if (type === 'cloze') {
    return { ...emptyText('cloze'), ask, why: [answer, why].filter(Boolean).join('\n\n') }
  }
  if (type === 'basic') return { ...emptyText('basic'), ask, answer, why }
  const back = { backAsk: oneLine(answer), backAnswer: oneLine(ask) }
  return { ...emptyText('reversed'), ask, answer, why, ...back }
}

function oneLine(text: string): string {
  return text.replaceAll(/\\?\s*\n\s*/g, ' ')
}

function markdownFrom(text: string, format: TextFormat, left: LeftList): string {
  if (format === 'markdown') return text
  const html = format === 'html' ? text : escapeHtml(text).replaceAll(/\r?\n/g, '<br>')
  const silent = html.replaceAll(/\[sound:[^\]]*\]/g, (whole) => {
    if (format === 'plain') return whole
    left.add('sound')
    return ''
  })
  return htmlToMarkdown(silent, {
    image: (src, alt) => {
      left.add('image missing', src)
      return alt
    },
    onDropped: (what) => left.add(what),
  })
}
