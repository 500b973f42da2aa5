import { fileImage } from '../import/content.ts'
import type { LeftList } from '../import/content.ts'
import { emptyText } from '../text/note-text.ts'
import type { NoteText } from '../text/note-text.ts'
import type { AnkiDeck, AnkiModel, AnkiNote, AnkiTemplate } from './collection.ts'
import { simpleGaps } from './gaps.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import { answerPart, fillTemplate } from './template.ts'
import type { Filling } from './template.ts'

/** A note with what its templates may name. */
export interface Source {
  readonly note: AnkiNote
  readonly model: AnkiModel
  readonly deck: AnkiDeck
}

/** Question and answer of one card in Markdown; null where a template makes no end of text. */
export interface Sides {
  readonly ask: string
  readonly answer: string
}

/** What stands for an empty answer: the card was asked without one. */
export const NO_ANSWER = '—'

/** Fields of the note types that our own packages have (anki-export/models.ts). */
const OWN_BASIC = 'Front Back Why'
const OWN_REVERSED = 'Front Back Reverse front Reverse back Why'

/** The text of a note that came from here, as it was; null for all others. */
export function ownTextOf({ note, model }: Source, left: LeftList): NoteText | null {
  const names = model.fields.join(' ')
  if (model.isCloze || (names !== OWN_BASIC && names !== OWN_REVERSED)) return null
  const source = { note, model, deck: { id: '', name: '', isFiltered: false } }
  const texts = note.fields.map((field) => markdownOf(field, source, left))
  const why = texts.at(-1) ?? ''
  const [ask = '', answer = '', backAsk = '', backAnswer = ''] = texts
  if (ask === '' || answer === '') return null
  if (names === OWN_BASIC) return { ...emptyText('basic'), ask, answer, why }
  if (`${backAsk}${backAnswer}`.includes('\n')) return null
  return { ...emptyText('reversed'), ask, answer, backAsk, backAnswer, why }
}

/** A card of a note without gaps: what its template shows. */
export function sidesOf(source: Source, template: AnkiTemplate, left: LeftList): Sides | null {
  const front = fillTemplate(template.front, filling(source, left, { typed: false }))
  const back = fillTemplate(template.back, filling(source, left, { typed: true }))
  if (front === null || back === null) return null
  return {
    ask: markdownOf(front, source, left),
    answer: markdownOf(answerPart(back), source, left),
  }
}

/** A note with gaps: its text, and what its back says besides. */
export function gapTextOf(source: Source, left: LeftList): NoteText | null {
  const [template] = source.model.templates
  if (!template) return null
  const front = fillTemplate(template.front, filling(source, left, { typed: false, cloze: true }))
  const back = fillTemplate(template.back, filling(source, left, { typed: false }))
  if (front === null || back === null) return null
  const { text, simplified } = simpleGaps(markdownOf(front, source, left))
  if (simplified > 0) left.add('nested gap', text)
  const why = markdownOf(answerPart(back), source, left)
  return { ...emptyText('cloze'), ask: text, why }
}

function filling(
  { note, model, deck }: Source,
  left: LeftList,
  { typed, cloze = false }: { readonly typed: boolean; readonly cloze?: boolean },
): Filling {
  return {
    fields: new Map(model.fields.map((name, index) => [name, note.fields[index] ?? ''])),
    special: new Map([
      ['Tags', note.tags.join(' ')],
      ['Deck', deck.name],
      ['Subdeck', deck.name.split('::').at(-1) ?? ''],
      ['Type', model.name],
    ]),
    frontSide: '',
    typed,
    cloze,
    onUnknownFilter: (name) => left.add('unknown filter', name),
  }
}

const SOUND = /\[sound:([^\]]{1,200})\]/g
const FORMULA = /\\\(|\\\[|\[latex\]|\[\$\$?\]/

function markdownOf(html: string, { model }: Source, left: LeftList): string {
  const silent = html.replaceAll(SOUND, (_, name: string) => {
    left.add('sound', name)
    return ''
  })
  if (FORMULA.test(silent)) left.add('formula', silent.slice(0, 80))
  return htmlToMarkdown(silent, {
    image: (src, alt) => imageOf(src, alt, left),
    onDropped: (what) => left.add(what, what === 'script' ? model.name : ''),
  })
}

/** An image of the package by its name. One of the web becomes a link, as nothing is loaded from there. */
function imageOf(src: string, alt: string, left: LeftList): string {
  const words = alt.replaceAll(/[[\]\\`*_\s]+/g, ' ').trim()
  if (/^https:\/\/[^\s<>()\\]+$/i.test(src)) {
    left.add('remote image', src)
    return `[${words || 'image'}](${src})`
  }
  if (/^[a-z][a-z+.-]*:/i.test(src) || src.trim() === '') {
    left.add('embedded', src.slice(0, 40))
    return words
  }
  const name = fileName(src)
  return `![${words || nameWords(name)}](${fileImage(name)})`
}

function fileName(src: string): string {
  try {
    return decodeURIComponent(src)
  } catch {
    return src
  }
}

/** "disk tiers.png" → "disk tiers": the only words there are for who cannot see the image. */
function nameWords(name: string): string {
  const words = name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return words === '' || words.length > 60 ? 'image' : words
}
