/** What a template of a card is filled with. */
export interface Filling {
  /** HTML by the name of the field. */
  readonly fields: ReadonlyMap<string, string>
  /** What special names stand for: `Tags`, `Deck`… */
  readonly special: ReadonlyMap<string, string>
  /** What stands for `{{FrontSide}}`. */
  readonly frontSide: string
  /** What stands for `{{type:Field}}`: nothing on the front, the field on the back. */
  readonly typed: boolean
  /** What stands for `{{cloze:Field}}`: the field with its gaps, or nothing. */
  readonly cloze: boolean
  /** A filter that Anki itself does not have. */
  readonly onUnknownFilter: (name: string) => void
}

/** Characters that a filled template may have: a template can name a long field many times. */
const MOST_CHARACTERS = 200_000

/** Filters of Anki that change the look of a field, or read it aloud. */
const KNOWN_FILTERS = new Set(['text', 'hint', 'furigana', 'kanji', 'kana', 'nc', 'edit'])

const TAG = /\{\{([#^/]?)([^{}]*)\}\}/g

/**
 * Fills a template of Anki: fields, filters, and sections that depend on whether a field has text. A section
 * that is not closed goes on to the end. Null where it would become too long.
 */
export function fillTemplate(template: string, filling: Filling): string | null {
  let out = ''
  let from = 0
  /** Whether each open section shows what is in it. */
  const open: boolean[] = []
  const shows = () => open.every(Boolean)
  for (const match of template.matchAll(TAG)) {
    const [whole, kind = '', inside = ''] = match
    if (shows()) out += template.slice(from, match.index)
    from = match.index + whole.length
    const name = inside.trim()
    if (kind === '#') open.push(hasText(name, filling))
    else if (kind === '^') open.push(!hasText(name, filling))
    else if (kind === '/') open.pop()
    else if (shows()) out += valueOf(name, filling)
    if (out.length > MOST_CHARACTERS) return null
  }
  if (shows()) out += template.slice(from)
  return out.length > MOST_CHARACTERS ? null : out
}

function hasText(name: string, { fields, special }: Filling): boolean {
  // `c1`, `c2`… ask whether that gap is asked; a text with gaps is one text here.
  if (/^c\d+$/.test(name)) return true
  const html = fields.get(name) ?? special.get(name) ?? ''
  return html.replaceAll(/<(?!img|audio|video)[^>]*>|&nbsp;|\s/gi, '') !== ''
}

function valueOf(tag: string, filling: Filling): string {
  if (tag === 'FrontSide') return filling.frontSide
  const parts = tag.split(':')
  const name = (parts.at(-1) ?? '').trim()
  const filters = parts.slice(0, -1).map((each) => each.trim().split(' ')[0] ?? '')
  const value = filling.fields.get(name) ?? filling.special.get(name) ?? ''
  if (filters.some((filter) => filter.startsWith('tts'))) return ''
  if (filters.includes('type')) return filling.typed ? value : ''
  if (filters.includes('cloze') || filters.includes('cloze-only')) return filling.cloze ? value : ''
  filters
    .filter((filter) => !KNOWN_FILTERS.has(filter))
    .forEach((filter) => filling.onUnknownFilter(filter))
  return value
}

/** Where the answer begins on the back of a card, by Anki's own mark. */
const ANSWER_LINE = /<hr\b[^>]*\bid\s*=\s*["']?answer["']?[^>]*>/i

/** The back of a card without what it repeats of the front. */
export function answerPart(back: string): string {
  const mark = ANSWER_LINE.exec(back)
  return mark ? back.slice(mark.index + mark[0].length) : back
}
