/**
 * Marks for emphasis while a text is put together: whether it can stand as `**` or `*` depends on what
 * comes before and after. Private characters, which are taken out of what is read.
 */
export const STRONG = { open: '\uF8F0', close: '\uF8F1' } as const
export const EMPHASIS = { open: '\uF8F2', close: '\uF8F3' } as const
const MARKS = /[\uF8F0-\uF8F3]/g

/** Plain text as Markdown that shows it as it is, within a line. */
export function escapeText(text: string): string {
  return (
    text
      .replaceAll(MARKS, '')
      .replaceAll(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
      .replaceAll(/[`*]/g, String.raw`\$&`)
      .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`)
      .replaceAll(/\](?=\(|$)/g, String.raw`\]`)
      // A tag, or an address of mail, which may begin with nearly any sign.
      .replaceAll(/<(?=[\w.!#$%&'*+/=?^`{|}~\\-])/g, String.raw`\<`)
      .replaceAll(/&(?=#?\w+;|$)/g, String.raw`\&`)
  )
}

/** A line of a paragraph, so that it begins no list, quotation, heading, table, rule or code. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`)
    .replace(
      /^(?:[-+](?=\s|$)|-(?=[-|:])|>|\||:(?=-)|=(?==)|#(?=#{0,5}(?:\s|$))|~(?=~~))/,
      String.raw`\$&`,
    )
}

/**
 * Puts the emphasis into a text: `**` and `*` where Markdown reads them as such, else nothing. Emphasis
 * next to a letter must begin and end with a letter.
 */
export function withEmphasis(text: string): string {
  if (!text.includes(STRONG.open) && !text.includes(EMPHASIS.open)) return text
  const marks: { open: number; close: number; sign: string }[] = []
  const stack: { at: number; sign: string }[] = []
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const sign = mark === STRONG.open || mark === STRONG.close ? '**' : '*'
    if (mark === STRONG.open || mark === EMPHASIS.open) stack.push({ at: index, sign })
    else {
      const opened = stack.pop()
      if (opened?.sign === sign) marks.push({ open: opened.at, close: index, sign })
    }
  }
  const signs = new Map<number, string>()
  for (const { open, close, sign } of marks) {
    const [first, last] = [beside(text, open, 1), beside(text, close, -1)]
    const touches = stands(beside(text, open, -1)) || stands(beside(text, close, 1))
    const end = text.indexOf('\n\n', open)
    const isOneParagraph = end < 0 || end > close
    const isWord = isLetter(first) && isLetter(last)
    if (isOneParagraph && stands(first) && stands(last) && (isWord || !touches)) {
      signs.set(open, sign)
      signs.set(close, sign)
    }
  }
  return text.replaceAll(MARKS, (_, at: number) => signs.get(at) ?? '')
}

/** The next character that is no mark, forwards or backwards; empty at the end. */
function beside(text: string, at: number, step: 1 | -1): string {
  let index = at + step
  while (/[\uF8F0-\uF8F3]/.test(text[index] ?? '')) index += step
  return text[index] ?? ''
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character)
}

/** Whether emphasis beside this character is within a word. */
function stands(character: string): boolean {
  return character !== '' && !/\s/.test(character)
}
