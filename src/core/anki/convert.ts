import { LeftList } from '../import/content.ts'
import type { ImportContent, ImportedMark, ImportedNote } from '../import/content.ts'
import { fitting } from '../import/fitting.ts'
import { stableId } from '../import/stable-id.ts'
import { deckTitle, soundTags } from '../import/tidy.ts'
import { emptyText } from '../text/note-text.ts'
import type { NoteText } from '../text/note-text.ts'
import { keysOfText } from '../text/tree-of-text.ts'
import { gapTextOf, NO_ANSWER, ownTextOf, sidesOf } from './card-text.ts'
import type { Sides, Source } from './card-text.ts'
import { SUSPENDED } from './collection.ts'
import type { AnkiAnswer, AnkiCard, AnkiCollection, AnkiNote } from './collection.ts'
import { historyOf } from './history.ts'
import type { HistoryClock } from './history.ts'

/** Notes done so far, and all that there are. */
export type OnNote = (done: number, total: number) => void

/** HTML that all fields of a note may have together. */
const MOST_HTML = 200_000

/** A note of ours that one of Anki makes, and which card of it each of Anki's is. */
interface Made {
  readonly id: string
  readonly text: NoteText
  readonly keyOf: ReadonlyMap<number, string>
}

/**
 * A collection of Anki in our shape. Note types become ours by what their templates show: cards with gaps
 * stay such, two cards that mirror each other are one note with both directions, and any other note with
 * several cards becomes one note for each. All that is left behind is counted.
 */
export function convertCollection(
  collection: AnkiCollection,
  clock: HistoryClock,
  onNote: OnNote = () => {},
): ImportContent {
  const left = new LeftList()
  const answersOf = Map.groupBy(collection.answers, ({ cardId }) => cardId)
  const cardsOf = Map.groupBy(collection.cards, ({ noteId }) => noteId)
  const scheduler = { ...collection, schedulerVersion: buttonsOf(collection) }
  const notes: ImportedNote[] = []
  collection.notes.forEach((note, index) => {
    const cards = (cardsOf.get(note.id) ?? []).toSorted((a, b) => a.ord - b.ord)
    notes.push(...notesOf(note, cards, { collection: scheduler, answersOf, clock, left }))
    if (index % 500 === 0) onNote(index, collection.notes.length)
  })
  const known = new Set(collection.cards.map(({ id }) => id))
  const stray = collection.answers.filter(({ cardId }) => !known.has(cardId)).length
  if (stray > 0) left.add('answers of deleted cards', '', stray)
  tellFiltered(collection, left)
  return { notes, left: left.all() }
}

interface Context {
  readonly collection: AnkiCollection
  readonly answersOf: ReadonlyMap<number, readonly AnkiAnswer[]>
  readonly clock: HistoryClock
  readonly left: LeftList
}

/** 1 where cards in learning had three buttons. A collection that came to four later says so by an answer. */
function buttonsOf({ schedulerVersion, answers }: AnkiCollection): number {
  if (schedulerVersion !== 1) return schedulerVersion
  return answers.some(({ ease, kind }) => ease === 4 && (kind === 0 || kind === 2)) ? 2 : 1
}

function notesOf(note: AnkiNote, cards: readonly AnkiCard[], context: Context): ImportedNote[] {
  const { collection, left } = context
  const [first] = cards
  const model = collection.models.get(note.modelId)
  const example = note.fields[0]?.slice(0, 80) ?? ''
  if (!first) {
    left.add('notes without cards', example)
    return []
  }
  if (!model) {
    left.add('unknown type', example)
    return []
  }
  if (model.isOcclusion) {
    left.add('occlusion', model.name)
    return []
  }
  if (note.fields.reduce((sum, field) => sum + field.length, 0) > MOST_HTML) {
    left.add('too long', example)
    return []
  }
  const deck = collection.decks.get(first.deckId) ?? NO_DECK
  if (cards.some(({ deckId }) => deckId !== first.deckId)) left.add('several decks', example)
  const source = { note, model, deck }
  const own = model.isCloze
    ? gapNote(source, left)
    : (ownNote(source, left) ?? plainNotes(source, cards, left))
  return own
    .filter(({ text }) => fitting(text, example, left))
    .map((each) => importedNote(each, source, cards, context))
}

const NO_DECK = { id: '', name: 'Anki', isFiltered: false }

function idOf({ guid }: AnkiNote): string {
  return `anki-${stableId(guid)}`
}

function gapNote(source: Source, left: LeftList): Made[] {
  const text = gapTextOf(source, left)
  if (!text) {
    left.add('too long', source.note.fields[0])
    return []
  }
  const keys = keysOfText(text)
  if (keys.length === 0) {
    left.add('gaps', text.ask)
    return []
  }
  const keyOf = new Map(keys.map((key) => [Number(key.slice(1)) - 1, key]))
  return [{ id: idOf(source.note), text, keyOf }]
}

/** A note that was exported from here comes back as it was. */
function ownNote(source: Source, left: LeftList): Made[] | null {
  const text = ownTextOf(source, left)
  if (!text) return null
  return [
    { id: idOf(source.note), text, keyOf: new Map(keysOfText(text).map((key, ord) => [ord, key])) },
  ]
}

function plainNotes(source: Source, cards: readonly AnkiCard[], left: LeftList): Made[] {
  const { note, model } = source
  const id = idOf(note)
  const ords = cards.map(({ ord }) => ord)
  const sides = model.templates.map((template, ord) =>
    ords.includes(ord) || (ord < 2 && model.templates.length === 2)
      ? sidesOf(source, template, left)
      : null,
  )
  const [one, two] = sides
  if (model.templates.length === 1) return one ? made(id, one, 0, note, left) : tooLong(note, left)
  if (model.templates.length === 2 && one && two && ords[0] === 0) {
    const isOne = ords.length === 1 && (two.ask === '' || mirrors(one, two))
    if (isOne) return made(id, one, 0, note, left)
    if (ords.length === 2 && mirrors(one, two)) return [bothWays(id, one, two)]
  }
  if (ords.length > 1) left.add('split', model.name)
  return ords.flatMap((ord) => {
    const side = sides[ord]
    return side ? made(`${id}-${ord + 1}`, side, ord, note, left) : tooLong(note, left)
  })
}

function tooLong(note: AnkiNote, left: LeftList): Made[] {
  left.add('too long', note.fields[0])
  return []
}

/** One card is the other the other way round, and fits on the line that the reverse question has. */
function mirrors(one: Sides, two: Sides): boolean {
  const isLine = one.answer !== '' && one.ask !== '' && !`${one.ask}${one.answer}`.includes('\n')
  return isLine && one.ask === two.answer && one.answer === two.ask
}

function bothWays(id: string, one: Sides, two: Sides): Made {
  const text = {
    ...emptyText('reversed'),
    ask: one.ask,
    answer: one.answer,
    backAsk: two.ask,
    backAnswer: two.answer,
  }
  return {
    id,
    text,
    keyOf: new Map([
      [0, 'f'],
      [1, 'r'],
    ]),
  }
}

function made(
  id: string,
  { ask, answer }: Sides,
  ord: number,
  note: AnkiNote,
  left: LeftList,
): Made[] {
  if (ask === '') {
    left.add(
      'no question',
      note.fields.find((field) => field !== ''),
    )
    return []
  }
  if (answer === '') left.add('no answer', ask)
  const text = { ...emptyText('basic'), ask, answer: answer === '' ? NO_ANSWER : answer }
  return [{ id, text, keyOf: new Map([[ord, '1']]) }]
}

function importedNote(
  { id, text, keyOf }: Made,
  { note, deck }: Source,
  cards: readonly AnkiCard[],
  { collection, answersOf, clock, left }: Context,
): ImportedNote {
  const own = cards.filter(({ ord }) => keyOf.has(ord))
  if (text.type === 'cloze') {
    const lost = cards.filter(({ ord }) => !keyOf.has(ord))
    const answers = lost.reduce((sum, card) => sum + (answersOf.get(card.id)?.length ?? 0), 0)
    if (answers > 0) left.add('answers without a gap', text.ask, answers)
  }
  const log = own.flatMap((card) => {
    const answers = (answersOf.get(card.id) ?? []).toSorted((a, b) => a.id - b.id)
    return historyOf(card, answers, keyOf.get(card.ord) ?? '1', collection, clock, left)
  })
  return {
    id,
    deck: deckTitle(deck.name, left),
    text,
    tags: soundTags(note.tags, left),
    createdAt: instantOrNull(note.id, clock),
    changedAt: instantOrNull(note.changedAt, clock),
    log,
    marks: own.flatMap((card) => markOf(card, keyOf.get(card.ord) ?? '1', left)),
  }
}

function instantOrNull(at: number, { now }: HistoryClock): number | null {
  return Number.isSafeInteger(at) && at > 0 && at <= now ? at : null
}

function markOf(card: AnkiCard, key: string, left: LeftList): ImportedMark[] {
  const suspended = card.queue === SUSPENDED
  const flag = FLAGS.find((each) => each === card.flag) ?? 0
  if (flag !== card.flag) left.add('flag', `${card.flag}`)
  if (!suspended && flag === 0) return []
  return [{ key, suspended, flag, changedAt: Math.max(0, card.changedAt) }]
}

const FLAGS = [0, 1, 2, 3, 4] as const

function tellFiltered({ decks }: AnkiCollection, left: LeftList): void {
  for (const { isFiltered, name } of decks.values()) if (isFiltered) left.add('filtered deck', name)
}
