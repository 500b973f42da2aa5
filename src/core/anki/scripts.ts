const SUB: Readonly<Record<string, string>> = signs('0123456789+-=()n', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ')
const SUP: Readonly<Record<string, string>> = signs('0123456789+-=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ')

/** Text that stood lower or higher, in signs that do by themselves, else as `_(x)` or `^(x)`. */
export function scriptText(text: string, kind: 'sub' | 'sup'): string {
  const known = kind === 'sub' ? SUB : SUP
  const plain = text.trim()
  if (Array.from(plain).every((character) => Object.hasOwn(known, character))) {
    return Array.from(plain)
      .map((character) => known[character] ?? '')
      .join('')
  }
  return `${kind === 'sub' ? '_' : '^'}(${plain})`
}

function signs(plain: string, written: string): Record<string, string> {
  const others = Array.from(written)
  return Object.fromEntries(
    Array.from(plain).map((character, index) => [character, others[index] ?? '']),
  )
}
