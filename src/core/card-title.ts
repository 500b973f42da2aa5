import type { Html, Note, QuestionBody } from './note.ts'

/** Longest title in characters; longer questions end in "…". */
const LONGEST = 140

/**
 * Plain text of what one card asks, for lists and announcements. Where a note makes several cards their
 * titles differ as their questions do.
 *
 * @param key key of the card; for one that the note no longer has, the title of the note is returned
 */
export function cardTitleOf(note: Pick<Note, 'body' | 'title'>, key: string): string {
  const html = questionOf(note.body, key)
  return html ? cut(textOfHtml(html)) : note.title
}

/** What tells a card from its siblings, or null where the note's own title says it all. */
function questionOf(body: Note['body'], key: string): Html | null {
  switch (body.type) {
    case 'cloze':
      return body.holes.find((hole) => hole.key === key)?.front ?? null
    case 'reversed':
      return key === 'r' ? body.reverse.question : body.forward.question
    case 'which': {
      const row = body.rows.find((other) => other.key === key)
      return row ? `${body.question} ${row.html}` : null
    }
    case 'scenario': {
      const question = body.questions.find((other) => other.key === key)
      return question ? promptOf(question.body) : null
    }
    default:
      return null
  }
}

function promptOf(body: QuestionBody): Html | null {
  if (body.type === 'cloze') return body.holes[0]?.front ?? null
  return body.type === 'reversed' ? body.forward.question : body.question
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text
}

const MARKUP = /[<&]/
const BLOCKS = /<\/?(?:p|li|ul|ol|div|pre|br|h\d|tr|td|th|table)\b[^>]*>/gi
const ENTITY = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]+));/gi
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** The text of HTML that the compiler made, on one line. Not meant for HTML of any other origin. */
export function textOfHtml(html: Html): string {
  // Most texts are plain, and there may be a hundred thousand.
  if (!MARKUP.test(html)) return html.replaceAll(/\s+/g, ' ').trim()
  return html
    .replaceAll(BLOCKS, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal) return String.fromCodePoint(Number(decimal))
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
      return NAMED[name ?? ''] ?? whole
    })
    .replaceAll(/\s+/g, ' ')
    .trim()
}
