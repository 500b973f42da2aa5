import { intervalDays, retrievability } from '../schedule.ts'
import type { SearchDay, SearchRow, Test } from './row.ts'

/** The figures that `prop:` compares; null where a card has none, which fits no comparison. */
const PROPS = {
  /** Stability in days. */
  s: ({ state }) => state?.stability ?? null,
  /** Difficulty, 1 to 10. */
  d: ({ state }) => state?.difficulty ?? null,
  /** Probability of recall today, 0 to 1. */
  r: ({ state }, { today, scheduler }) => state && retrievability(state, today, scheduler),
  /** Days from the last review to the due day. */
  ivl: ({ state }) => state && intervalDays(state),
  lapses: ({ state }) => state?.lapses ?? 0,
  reps: ({ state }) => state?.reps ?? 0,
  /** Days from today to the due day; negative for a card that waits. */
  due: ({ state }, { today }) => state && state.dueDay - today,
} as const satisfies Record<string, (row: SearchRow, day: SearchDay) => number | null>

export const PROP_NAMES = Object.keys(PROPS)

const COMPARISON = /^([a-z]+)(<=|>=|!=|<|>|=)(-?\d+(?:\.(\d+))?)(%?)$/

/** `s<21`, `r>=80%`: a figure, a sign and a number; null for anything else. */
export function readProp(value: string): Test | null {
  const [, name = '', sign, digits, decimals = '', percent] =
    COMPARISON.exec(value.toLowerCase().replaceAll(/\s/g, '')) ?? []
  if (!isProp(name) || (percent && name !== 'r')) return null
  const wanted = percent ? Number(digits) / 100 : Number(digits)
  if (name === 'r' && (wanted < 0 || wanted > 1)) return null
  const figure = PROPS[name]
  const compare = comparison(sign, wanted, decimals.length + (percent ? 2 : 0))
  return (row, day) => {
    const actual = figure(row, day)
    return actual !== null && compare(actual)
  }
}

function isProp(name: string): name is keyof typeof PROPS {
  return Object.hasOwn(PROPS, name)
}

/** Equal means equal to as many decimals as were typed: `s=12` finds 11.6. */
function comparison(
  sign: string | undefined,
  wanted: number,
  decimals: number,
): (actual: number) => boolean {
  const scale = 10 ** decimals
  const isEqual = (actual: number) => Math.round(actual * scale) === Math.round(wanted * scale)
  switch (sign) {
    case '<':
      return (actual) => actual < wanted
    case '<=':
      return (actual) => actual <= wanted
    case '>':
      return (actual) => actual > wanted
    case '>=':
      return (actual) => actual >= wanted
    case '!=':
      return (actual) => !isEqual(actual)
    default:
      return isEqual
  }
}
