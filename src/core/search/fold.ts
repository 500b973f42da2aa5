const ASCII = /^[\u0020-\u007e]*$/
const MARKS = /\p{M}+/gu
const DASHES = /[‐-―−]/g
const SINGLE_QUOTES = /[‘’‚‛′]/g
const DOUBLE_QUOTES = /[“”„‟″]/g

/**
 * A text as search compares it: small letters without accents, plain quotes and dashes, single spaces.
 * Folding a folded text changes nothing.
 */
export function fold(text: string): string {
  const plain = ASCII.test(text) ? text : plainOf(text)
  return plain.toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

function plainOf(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(MARKS, '')
    .replaceAll(DASHES, '-')
    .replaceAll(SINGLE_QUOTES, "'")
    .replaceAll(DOUBLE_QUOTES, '"')
}

/** Tells whether a folded text fits a value in which `*` stands for anything, as in `st-*`. */
export function patternOf(value: string): (folded: string) => boolean {
  const wanted = fold(value)
  if (!wanted.includes('*')) return (folded) => folded === wanted
  const parts = wanted
    .split('*')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  const pattern = new RegExp(`^${parts.join('[^]*')}$`)
  return (folded) => pattern.test(folded)
}
