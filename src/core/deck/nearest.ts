/** Share of characters that must agree before something is offered as a correction. */
const CUTOFF = 0.6

/**
 * The known word most like `word`, or null if none is close. Likeness is twice the number of characters
 * in common runs over the length of both (Ratcliff and Obershelp).
 */
export function nearest(word: string, known: Iterable<string>): string | null {
  let best: { likeness: number; word: string } | null = null
  for (const candidate of known) {
    if (upperBound(candidate, word) < Math.max(CUTOFF, best?.likeness ?? 0)) continue
    const likeness = likenessOf(candidate, word)
    const better =
      !best || likeness > best.likeness || (likeness === best.likeness && candidate > best.word)
    if (likeness >= CUTOFF && better) best = { likeness, word: candidate }
  }
  return best?.word ?? null
}

/** ` (did you mean "x"?)`, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const other = nearest(word, known)
  return other === null ? '' : ` (did you mean "${other}"?)`
}

function upperBound(a: string, b: string): number {
  return (2 * Math.min(a.length, b.length)) / (a.length + b.length)
}

function likenessOf(a: string, b: string): number {
  return a.length + b.length === 0 ? 1 : (2 * inCommon(a, b)) / (a.length + b.length)
}

/** Characters in the longest common run, and in those to its left and right. */
function inCommon(a: string, b: string): number {
  const { inA, inB, length } = longestRun(a, b)
  if (length === 0) return 0
  return (
    inCommon(a.slice(0, inA), b.slice(0, inB)) +
    length +
    inCommon(a.slice(inA + length), b.slice(inB + length))
  )
}

/** The first of the longest common runs. */
function longestRun(a: string, b: string): { inA: number; inB: number; length: number } {
  let best = { inA: 0, inB: 0, length: 0 }
  let above: number[] = []
  for (let i = 0; i < a.length; i++) {
    const row: number[] = []
    for (let j = 0; j < b.length; j++) {
      const length = a[i] === b[j] ? (above[j - 1] ?? 0) + 1 : 0
      row.push(length)
      if (length > best.length) best = { inA: i - length + 1, inB: j - length + 1, length }
    }
    above = row
  }
  return best
}
