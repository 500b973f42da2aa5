/** A text field as it stands: its text, and what is selected in it. */
export interface Typed {
  readonly value: string
  readonly start: number
  readonly end: number
}

/** What a button of the toolbar does to the text: puts `text` in the place of `from` to `to`. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
  /** What is selected afterwards, from the start of the field. */
  readonly start: number
  readonly end: number
}

/** Puts a mark such as `**` around the selection, or takes it away where it is there. */
export function wrapped({ value, start, end }: Typed, mark: string): Edit {
  const inside = value.slice(start, end)
  const has = value.slice(start - mark.length, start) === mark
  if (has && value.slice(end, end + mark.length) === mark) {
    const from = start - mark.length
    return { from, to: end + mark.length, text: inside, start: from, end: from + inside.length }
  }
  const at = start + mark.length
  return {
    from: start,
    to: end,
    text: `${mark}${inside}${mark}`,
    start: at,
    end: at + inside.length,
  }
}

/** The selection as code: in the line, or as a block where it has several lines or stands alone in one. */
export function asCode(typed: Typed): Edit {
  const { value, start, end } = typed
  const inside = value.slice(start, end)
  return inside.includes('\n') ? asCodeBlock(typed) : wrapped(typed, '`')
}

export function asCodeBlock({ value, start, end }: Typed): Edit {
  const inside = value.slice(start, end)
  const before = start === 0 || value[start - 1] === '\n' ? '' : '\n'
  const after = end === value.length || value[end] === '\n' ? '' : '\n'
  const opening = `${before}\`\`\`bash\n`
  const at = start + opening.length
  return {
    from: start,
    to: end,
    text: `${opening}${inside}\n\`\`\`${after}`,
    start: at,
    end: at + inside.length,
  }
}

/**
 * Hides the selection in the next gap of a cloze: `{{c2::selection}}`. Without a selection an empty gap is
 * made.
 *
 * @param same the number of the last gap instead of the next: both are asked together
 */
export function asGap({ value, start, end }: Typed, same = false): Edit {
  const numbers = Array.from(value.matchAll(/\{\{c(\d+)::/g), ([, number]) => Number(number))
  const last = Math.max(0, ...numbers)
  const number = same ? Math.max(1, last) : last + 1
  const inside = value.slice(start, end)
  const opening = `{{c${number}::`
  const at = start + opening.length
  return { from: start, to: end, text: `${opening}${inside}}}`, start: at, end: at + inside.length }
}

/** Every line of the selection as an item of a list, or no longer so. */
export function asList({ value, start, end }: Typed): Edit {
  const from = value.lastIndexOf('\n', start - 1) + 1
  const next = value.indexOf('\n', end)
  const to = next < 0 ? value.length : next
  const lines = value.slice(from, to).split('\n')
  const isList = lines.every((line) => line.startsWith('- '))
  // A list begins after a blank line, or it would be part of the paragraph before.
  const gap = !isList && from > 1 && value[from - 2] !== '\n' ? '\n' : ''
  const text = gap + lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join('\n')
  return { from, to, text, start: from + text.length, end: from + text.length }
}

const TABLE = '| Name | Value |\n|---|---|\n| a | 1 |\n'

/** A table to be filled in, on lines of its own. */
export function withTable({ value, end }: Typed): Edit {
  const before = end === 0 ? '' : value.slice(0, end).endsWith('\n\n') ? '' : '\n\n'
  const at = end + before.length + 2
  return { from: end, to: end, text: `${before}${TABLE}`, start: at, end: at + 4 }
}

/** An image where the cursor is; what it shows is selected, to be written. */
export function withImage({ start, end }: Typed, address: string, words: string): Edit {
  const at = start + 2
  return {
    from: start,
    to: end,
    text: `![${words}](${address})`,
    start: at,
    end: at + words.length,
  }
}

/** The text after an edit. */
export function applied({ value }: Typed, { from, to, text }: Edit): string {
  return value.slice(0, from) + text + value.slice(to)
}
