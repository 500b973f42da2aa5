import { valueAt, withValue } from './fields.ts'
import type { NoteText, SectionText } from './note-text.ts'

/** A field that the release and the learner changed in different ways. */
export interface Difference {
  /** Where it is, e.g. `answer`, `options.1.text` or `questions.2.why`; `` for the whole note. */
  readonly path: string
  /** The field before either change, in the release and in the learner's text; as JSON where it is a list. */
  readonly base: string
  readonly release: string
  readonly mine: string
}

export interface Merged {
  /** Every change of either side; where they exclude each other the learner's. */
  readonly text: NoteText
  readonly differences: readonly Difference[]
}

/**
 * Merges a release of a note into the learner's edit of it, field by field: what only one side changed is
 * taken from that side, what both changed alike is so, and what they changed otherwise stays the learner's
 * and is told as a difference. Items of a list are merged one by one as long as nobody added, removed or
 * moved any; otherwise the list is one field.
 *
 * @param base the release that the edit was made on
 */
export function mergeText(base: NoteText, release: NoteText, mine: NoteText): Merged {
  // Of another type, the fields mean something else: nothing can be taken from one into the other.
  if (base.type !== release.type || base.type !== mine.type) return mergeWhole(base, release, mine)
  const merger = new Merger(base, release, mine)
  SCALARS.forEach((field) => merger.field(field))
  WHOLE.forEach((field) => merger.field(field))
  ITEMS.forEach((list) => merger.items(list, ['text', 'why']))
  merger.rows('')
  merger.rights('')
  merger.questions()
  return { text: merger.text, differences: merger.differences }
}

const SCALARS = [
  'ask',
  'answer',
  'backAsk',
  'backAnswer',
  'shell',
  'unit',
  'why',
] as const satisfies readonly (keyof SectionText)[]
const WHOLE = ['also', 'accept', 'choices'] as const satisfies readonly (keyof SectionText)[]
const ITEMS = ['options', 'steps', 'decoys'] as const satisfies readonly (keyof SectionText)[]

function mergeWhole(base: NoteText, release: NoteText, mine: NoteText): Merged {
  const [b, r, m] = [base, release, mine].map((text) => JSON.stringify(text))
  if (m === b || m === r) return { text: release, differences: [] }
  if (r === b) return { text: mine, differences: [] }
  return {
    text: mine,
    differences: [{ path: '', base: b ?? '', release: r ?? '', mine: m ?? '' }],
  }
}

/** Merges field after field into a text that begins as the learner's. */
class Merger {
  text: NoteText
  readonly differences: Difference[] = []
  readonly #sides: readonly [NoteText, NoteText, NoteText]

  constructor(base: NoteText, release: NoteText, mine: NoteText) {
    this.#sides = [base, release, mine]
    this.text = mine
  }

  /** One field as a whole, whatever is in it. */
  field(path: string): void {
    const [base, release, mine] = this.#sides.map((side) => asText(valueAt(side, path)))
    if (base === undefined || release === undefined || mine === undefined) return
    if (release === base || release === mine) return
    if (mine === base) this.text = withValue(this.text, path, valueAt(this.#sides[1], path))
    else this.differences.push({ path, base, release, mine })
  }

  items(path: string, fields: readonly string[]): void {
    const lists = this.#sides.map((side) => listAt(side, path))
    if (!areAligned(lists)) return this.field(path)
    lists[0]?.forEach((_, index) =>
      fields.forEach((field) => this.field(`${path}.${index}.${field}`)),
    )
  }

  rows(prefix: string): void {
    const path = `${prefix}rows`
    const keys = this.#sides.map((side) => keysAt(side, path))
    if (!areSame(keys)) return this.field(path)
    listAt(this.text, path).forEach((_, index) =>
      ['text', 'answer', 'why'].forEach((field) => this.field(`${path}.${index}.${field}`)),
    )
  }

  /** Which options are right is one decision: merged one by one, two could be right where one was. */
  rights(prefix: string): void {
    const path = `${prefix}options`
    if (!areAligned(this.#sides.map((side) => listAt(side, path)))) return
    const [base, release, mine] = this.#sides.map((side) => asText(rightsAt(side, path)))
    if (release === base || release === mine) return
    if (mine === base) this.#takeRights(path)
    else {
      const sides = { base: base ?? '', release: release ?? '', mine: mine ?? '' }
      this.differences.push({ path: `${path}.right`, ...sides })
    }
  }

  questions(): void {
    if (
      !areSame(this.#sides.map((side) => side.questions.map(({ key, type }) => `${key} ${type}`)))
    )
      return this.field('questions')
    this.text.questions.forEach((_, index) => {
      const prefix = `questions.${index}.`
      for (const field of [...SCALARS, ...WHOLE]) this.field(`${prefix}${field}`)
      ITEMS.forEach((list) => this.items(`${prefix}${list}`, ['text', 'why']))
      this.rows(prefix)
      this.rights(prefix)
    })
  }

  #takeRights(path: string): void {
    this.text = withValue(this.text, `${path}.right`, rightsAt(this.#sides[1], path))
  }
}

function rightsAt(text: NoteText, path: string): unknown {
  return valueAt(text, `${path}.right`)
}

function listAt(text: NoteText, path: string): readonly unknown[] {
  const list = valueAt(text, path)
  return Array.isArray(list) ? list : []
}

function keysAt(text: NoteText, path: string): unknown[] {
  return listAt(text, path).map((_, index) => valueAt(text, `${path}.${index}.key`))
}

/** Whether three lists have the same length and no item was moved: then their items belong together. */
function areAligned(lists: readonly (readonly unknown[])[]): boolean {
  const [base = [], ...others] = lists
  const before = base.map(wordsOf)
  return others.every(
    (list) =>
      list.length === base.length &&
      list.map(wordsOf).every((words, index) => {
        const was = before.indexOf(words)
        return was < 0 || words === before[index]
      }),
  )
}

function wordsOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'text' in item ? asText(item.text) : ''
}

function areSame(lists: readonly unknown[]): boolean {
  const [first, ...others] = lists.map(asText)
  return others.every((other) => other === first)
}

/** A text as it is, anything else as JSON. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}
