import { fold, patternOf } from './fold.ts'
import { NOTE_TYPES } from '../note.ts'
import { readProp } from './prop.ts'
import { RATINGS } from '../review.ts'
import type { SearchNote, Test } from './row.ts'
import { STATES } from './states.ts'

/** A term that was understood, or null for a value that makes no sense. */
export type Reading = {
  readonly test: Test
  /** Study days of the log that the term looks at. */
  readonly ratedDays?: number
} | null

/** Lists of names that only the learner's collection knows. */
export type NameList = 'exams' | 'domains' | 'groups' | 'skills' | 'decks' | 'tags'

export interface Term {
  /** What may follow the colon, for the help and for suggestions: a closed list, or one of the collection. */
  readonly values: readonly string[] | NameList | null
  /** Terms as a learner would type them; each is parsed by a test. */
  readonly examples: readonly [string, ...string[]]
  /** Reads what follows the colon; it is not empty. */
  readonly read: (value: string) => Reading
}

/**
 * Every term of the search language. The parser, the suggestions and the help page all go by this table:
 * a term that is not in it does not exist.
 */
export const TERMS = {
  exam: {
    values: 'exams',
    examples: ['exam:az-305'],
    read: (value) => {
      const [, letters, digits] = /^([a-z]{2})-?(\d{3})$/i.exec(value) ?? []
      if (!letters) return null
      const exam = `${letters.toUpperCase()}-${digits}`
      return noteTest(({ exams }) => exams.includes(exam))
    },
  },
  domain: {
    values: 'domains',
    examples: ['domain:storage', 'domain:2'],
    read: (value) =>
      partTest(value, ({ domain, domainNumber }) => [domain.id, domain.title, `${domainNumber}`]),
  },
  group: {
    values: 'groups',
    examples: ['group:"azure files"', 'group:2.3'],
    read: (value) =>
      partTest(value, ({ group, domainNumber, groupNumber }) => [
        group.id,
        group.title,
        `${domainNumber}.${groupNumber}`,
      ]),
  },
  skill: {
    values: 'skills',
    examples: ['skill:tiers', 'skill:az104-storage-data-tiers'],
    read: (value) => partTest(value, ({ skill }) => [skill.id, skill.title]),
  },
  deck: {
    values: 'decks',
    examples: ['deck:az104-storage-data'],
    read: (value) => namedTest(value, ({ deck, deckTitle }) => [deck, deckTitle]),
  },
  type: {
    values: NOTE_TYPES,
    examples: ['type:command'],
    read: (value) => {
      const type = fold(value)
      return (NOTE_TYPES as readonly string[]).includes(type)
        ? noteTest((note) => note.type === type)
        : null
    },
  },
  is: {
    values: Object.keys(STATES),
    examples: ['is:due', 'is:suspended'],
    read: (value) => {
      const name = fold(value)
      return isState(name) ? { test: STATES[name] } : null
    },
  },
  flag: {
    values: ['1', '2', '3', '4', '0'],
    examples: ['flag:1'],
    read: (value) => {
      if (!/^[0-4]$/.test(value)) return null
      const flag = Number(value)
      return { test: ({ mark }) => (mark?.flag ?? 0) === flag }
    },
  },
  tag: {
    values: 'tags',
    examples: ['tag:bridge', 'tag:none'],
    read: (value) => tagTest(fold(value)),
  },
  id: {
    values: null,
    examples: ['id:st-tier-minimum-days#c1', 'id:st-*'],
    read: (value) => {
      const fits = patternOf(value)
      return { test: ({ cardId, note }) => fits(fold(cardId)) || fits(fold(note.id)) }
    },
  },
  note: {
    values: null,
    examples: ['note:st-tier-minimum-days'],
    read: (value) => {
      const fits = patternOf(value)
      return noteTest(({ id }) => fits(fold(id)))
    },
  },
  rated: {
    values: ['1', '7', '30', ...RATINGS.map((rating) => `7:${rating}`)],
    examples: ['rated:1', 'rated:7:again'],
    read: readRated,
  },
  introduced: {
    values: ['1', '7', '30'],
    examples: ['introduced:7'],
    read: (value) => {
      const days = daysOf(value)
      if (days === null) return null
      return {
        test: ({ state }, { today }) => state !== null && state.introducedDay > today - days,
      }
    },
  },
  prop: {
    values: ['s<21', 'd>7', 'r<0.8', 'ivl>=30', 'lapses>=3', 'reps=1', 'due<=0'],
    examples: ['prop:s<21', 'prop:r<80%', 'prop:due<=7'],
    read: (value) => {
      const test = readProp(value)
      return test && { test }
    },
  },
} as const satisfies Record<string, Term>

export type TermName = keyof typeof TERMS
export const TERM_NAMES: readonly TermName[] = Object.keys(TERMS).filter(isTermName)

function isTermName(name: string): name is TermName {
  return Object.hasOwn(TERMS, name)
}

export function termOf(name: string): Term | null {
  return isTermName(name) ? TERMS[name] : null
}

function isState(name: string): name is keyof typeof STATES {
  return Object.hasOwn(STATES, name)
}

function noteTest(test: (note: SearchNote) => boolean): Reading {
  return { test: ({ note }) => test(note) }
}

/** A part of the outline by its id, its number or words of its title. */
function partTest(
  value: string,
  namesOf: (place: SearchNote['places'][number]) => readonly string[],
): Reading {
  const test = namesTest(value)
  return noteTest(({ places }) => places.some((place) => test(namesOf(place))))
}

function namedTest(value: string, namesOf: (note: SearchNote) => readonly string[]): Reading {
  const test = namesTest(value)
  return noteTest((note) => test(namesOf(note)))
}

/**
 * A number fits only itself, and an id, a title or a pattern with `*` the whole name; other words may
 * stand anywhere in a name. Names are folded once each, as thousands of cards share them.
 */
function namesTest(value: string): (names: readonly string[]) => boolean {
  const wanted = fold(value)
  const fits = patternOf(value)
  const anywhere = /^[\d.]+$/.test(wanted) || wanted.includes('*') ? null : wanted
  const known = new Map<string, boolean>()
  return (names) =>
    names.some((name) => {
      let answer = known.get(name)
      if (answer === undefined) {
        const folded = fold(name)
        answer = fits(folded) || (anywhere !== null && folded.includes(anywhere))
        known.set(name, answer)
      }
      return answer
    })
}

/** `tag:a` also finds `a::b`, as tags can stand below each other; `tag:none` finds notes without any. */
function tagTest(value: string): Reading {
  if (value === 'none') return noteTest(({ tags }) => tags.length === 0)
  const fits = patternOf(value)
  const below = patternOf(`${value}::*`)
  return noteTest(({ tags }) => tags.map(fold).some((tag) => fits(tag) || below(tag)))
}

/** `7` or `7:again`: rated within the last seven study days, today among them. */
function readRated(value: string): Reading {
  const [days = '', rating, ...rest] = fold(value).split(':')
  const ratedDays = daysOf(days)
  if (ratedDays === null || rest.length > 0) return null
  if (rating === undefined) {
    return {
      ratedDays,
      test: ({ ratings }, { today }) => ratings.some(({ day }) => day > today - ratedDays),
    }
  }
  if (!(RATINGS as readonly string[]).includes(rating)) return null
  return {
    ratedDays,
    test: ({ ratings }, { today }) =>
      ratings.some((each) => each.rating === rating && each.day > today - ratedDays),
  }
}

/** A whole number of days from 1 up, or null. */
function daysOf(value: string): number | null {
  return /^[1-9]\d{0,4}$/.test(value) ? Number(value) : null
}
